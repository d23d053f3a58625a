// Filters over any list: which items are chosen, and how many each further
// choice would leave. Twenty thousand items take a few milliseconds.

// A facet is {key, label, value(item) → word or words, order?, name?(word)}.
export class Index {
  // text(item) is what the search looks through; shared(item), if given, is an
  // object that many items share, and its text is textOfShared(object).
  constructor(items, { facets, text, orders, shared, textOfShared }) {
    Object.assign(this, { items, text, shared, textOfShared });
    this.orders = orders; // name → (a, b) → number
    this.sorted = {};
    this.facets = facets.map((f) => encode(items, f));
  }

  // rowsBy returns the numbers of all items in the order named.
  rowsBy(name) {
    if (!this.sorted[name]) {
      const compare = this.orders[name];
      const { items } = this;
      this.sorted[name] = Uint32Array.from(items.keys()).sort((a, b) => compare(items[a], items[b]) || a - b);
    }
    return this.sorted[name];
  }

  // holder returns the test whether item i holds a word. The texts are made
  // once, in lower case; what is shared is looked through once for each word.
  holder() {
    this.hay ||= this.items.map((i) => this.text(i).toLowerCase());
    const { hay, items, shared } = this;
    if (!shared) return (word) => (i) => hay[i].includes(word);
    this.sharedHay ||= new Map([...new Set(items.map(shared))].map((s) => [s, this.textOfShared(s).toLowerCase()]));
    return (word) => {
      const within = new Set([...this.sharedHay].filter(([, text]) => text.includes(word)).map(([s]) => s));
      return (i) => within.has(shared(items[i])) || hay[i].includes(word);
    };
  }

  // apply returns the items that state = {selected: {key: [word]}, q, sort,
  // down} chooses, and for each facet how many items each word would leave.
  apply(state) {
    const masks = this.facets.map((f) => mask(f, state.selected[f.key]));
    const counts = this.facets.map((f) => new Uint32Array(f.words.length));
    const match = this.matcher(state.q);
    const rows = [];
    for (const i of this.rowsBy(state.sort)) {
      const missed = this.missed(i, masks);
      if (missed > 1 || !match(i)) continue;
      if (missed === 0) rows.push(i);
      this.count(i, masks, missed, counts);
    }
    if (state.down) rows.reverse();
    return { rows, counts };
  }

  // missed says how many facets refuse an item: 0, 1, or 2 for more.
  missed(i, masks) {
    let n = 0;
    for (let k = 0; k < masks.length && n < 2; k++) if (masks[k] && !this.facets[k].has(i, masks[k])) n++;
    return n;
  }

  // count adds an item to the facets that refuse it alone, or to all.
  count(i, masks, missed, counts) {
    this.facets.forEach((f, k) => {
      if (missed === 0 || (masks[k] && !f.has(i, masks[k]))) f.each(i, (code) => counts[k][code]++);
    });
  }

  // matcher makes the test of a search: every word is in the item's text, and
  // no word that has a minus before it.
  matcher(q) {
    const words = (q || "").toLowerCase().split(/\s+/).filter((w) => w && w !== "-");
    if (!words.length) return () => true;
    const holds = this.holder();
    const tests = words.map((w) => (w[0] === "-" ? [holds(w.slice(1)), false] : [holds(w), true]));
    return (i) => tests.every(([test, wanted]) => test(i) === wanted);
  }
}

// encode numbers the words of a facet, in its order or by how often they come.
function encode(items, facet) {
  const totals = new Map();
  for (const i of items) for (const w of [facet.value(i)].flat()) totals.set(w, (totals.get(w) || 0) + 1);
  const place = (w) => (facet.order ? (facet.order.indexOf(w) + 1 || 1e6) : 0);
  const words = [...totals.keys()].sort((a, b) => place(a) - place(b) || totals.get(b) - totals.get(a) || (a < b ? -1 : 1));
  const code = new Map(words.map((w, n) => [w, n]));
  const base = { ...facet, words, code };
  if (items.some((i) => Array.isArray(facet.value(i)))) {
    const memo = new Map(); // items of one check share their list
    const codes = items.map((i) => {
      const v = facet.value(i);
      if (!memo.has(v)) memo.set(v, v.map((w) => code.get(w)));
      return memo.get(v);
    });
    return { ...base, has: (i, m) => codes[i].some((c) => m[c]), each: (i, f) => codes[i].forEach(f) };
  }
  const codes = Uint32Array.from(items, (i) => code.get(facet.value(i)));
  return { ...base, has: (i, m) => m[codes[i]], each: (i, f) => f(codes[i]) };
}

// mask marks the chosen words of a facet; null where none is chosen. Words
// that the scan does not hold leave nothing.
function mask(facet, chosen) {
  if (!chosen || !chosen.length) return null;
  const m = new Uint8Array(facet.words.length);
  for (const w of chosen) if (facet.code.has(w)) m[facet.code.get(w)] = 1;
  return m;
}

// stateOf reads the filters from a route's query; query writes them.
export function stateOf(params, facets, sort) {
  const selected = {};
  for (const f of facets) if (params.has(f.key)) selected[f.key] = params.getAll(f.key);
  return { selected, q: params.get("q") || "", sort: params.get("sort") || sort, down: params.has("down") };
}

export function query(state, sort) {
  const params = { ...state.selected };
  for (const key of Object.keys(params)) if (!params[key].length) delete params[key];
  if (state.q) params.q = state.q;
  if (state.sort !== sort) params.sort = state.sort;
  if (state.down) params.down = "1";
  return params;
}
