// A list with its search and its filters, and the hash that holds them.
import { h, say } from "./dom.js";
import { Index, query, stateOf } from "./filter.js";
import { List } from "./list.js";
import { number } from "./words.js";

const shown = 8; // values of a facet before "show all"

// browser makes the component. kind = {noun, facets, columns, text, orders,
// sort, href, base: name of the route, hint}; memory keeps the index of a scan.
export function browser(items, kind, params, memory = {}) {
  const index = (memory.index ||= new Index(items, kind));
  const state = stateOf(params, kind.facets, kind.sort);
  if (!kind.orders[state.sort]) state.sort = kind.sort;
  const list = new List({ label: kind.noun, columns: kind.columns, href: kind.href, calm: kind.calm, onSort: (s) => sortBy(s) });
  const count = h("p", { class: "count", role: "status" });
  const active = h("ul", { class: "chips active", "aria-label": "Filters in use" });
  const empty = h("p", { class: "empty", hidden: true }, "Nothing matches these filters.");
  const search = h("input", {
    type: "search", class: "search", "aria-label": "Search " + kind.noun, placeholder: kind.hint, spellcheck: "false", autocomplete: "off",
    on: { input: () => { state.q = search.value; update(); } },
  });
  search.value = state.q;
  const panels = index.facets.map((f) => panel(f, state, update));
  const toggle = h("button", { type: "button", class: "toggle-facets", "aria-expanded": "false", "aria-controls": "facets", on: { click: () => unfold() } }, "Filters");
  const facets = h("div", { class: "facets", id: "facets", role: "group", "aria-label": "Filters" }, panels.map((p) => p.element));

  function unfold() {
    const open = facets.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
  }

  function sortBy(name) {
    state.down = state.sort === name && !state.down;
    state.sort = name;
    update();
  }

  function update() {
    const { rows, counts } = index.apply(state);
    panels.forEach((p, k) => p.update(counts[k]));
    chipsOf(active, index.facets, state, update);
    count.textContent = `${number(rows.length)} of ${number(items.length)} ${kind.noun}`;
    empty.hidden = rows.length > 0;
    list.show(rows.map((i) => items[i]), state.sort, state.down);
    memory.rows = rows;
    history.replaceState(history.state, "", "#" + kind.base + hashQuery(query(state, kind.sort)));
    element.dispatchEvent(new CustomEvent("filtered", { bubbles: true }));
  }

  const element = h("div", { class: "browser" },
    h("div", { class: "bar" }, search, toggle, count), active, facets,
    h("div", { class: "main" }, list.element, empty));
  element.addEventListener("keydown", (e) => {
    if (e.key === "/" && e.target.tagName !== "INPUT" && list.element.contains(e.target)) {
      e.preventDefault();
      search.focus();
    }
    if (e.key === "ArrowDown" && e.target === search) {
      e.preventDefault();
      list.move(0, true);
    }
  });
  update();
  return element;
}

function hashQuery(params) {
  const q = new URLSearchParams();
  for (const [key, v] of Object.entries(params)) for (const w of [v].flat()) q.append(key, w);
  return q.size || q.toString() ? "?" + q : "";
}

// panel is one facet: its values as boxes to tick, with what each would leave.
function panel(facet, state, changed) {
  const list = h("ul", {});
  const boxes = facet.words.map((w) => box(facet, w, state, changed));
  const more = h("button", { type: "button", class: "more", on: { click: () => { all = !all; order(); } } });
  let all = false;
  const chosen = () => state.selected[facet.key] || [];
  function order() {
    const visible = boxes.filter((b, i) => all || i < shown || chosen().includes(b.word));
    list.replaceChildren(...visible.map((b) => b.element));
    more.hidden = boxes.length <= shown;
    more.textContent = all ? "show fewer" : `show all ${boxes.length}`;
  }
  order();
  return {
    element: h("details", { class: "facet", open: !facet.closed || chosen().length > 0 }, h("summary", {}, facet.label), list, more),
    update(counts) {
      boxes.forEach((b, i) => {
        b.input.checked = chosen().includes(b.word);
        b.count.textContent = number(counts[i]);
        b.element.classList.toggle("none", counts[i] === 0);
      });
    },
  };
}

function box(facet, word, state, changed) {
  const input = h("input", { type: "checkbox" });
  const count = h("span", { class: "n" });
  const text = facet.name ? facet.name(word) : word || "(none)";
  input.addEventListener("change", () => {
    const others = (state.selected[facet.key] || []).filter((w) => w !== word);
    state.selected[facet.key] = input.checked ? [...others, word] : others;
    changed();
  });
  const label = typeof text === "string" ? h("span", { class: "v", title: facet.tip ? facet.tip(word) : text }, text) : h("span", { class: "v" }, text);
  return { word, input, count, element: h("li", {}, h("label", {}, input, label, count)) };
}

// chipsOf shows the filters in use, each with a way to take it away.
function chipsOf(list, facets, state, changed) {
  const drop = (label, act) => h("li", {}, h("button", { type: "button", class: "chip", "aria-label": "Remove the filter " + label, on: { click: () => { act(); changed(); say("Filter removed"); } } }, label, h("span", { "aria-hidden": "true" }, " ×")));
  const all = [];
  for (const f of facets) {
    for (const w of state.selected[f.key] || []) {
      const text = f.plain ? f.plain(w) : w || "(none)";
      all.push(drop(`${f.label}: ${text}`, () => { state.selected[f.key] = state.selected[f.key].filter((x) => x !== w); }));
    }
  }
  if (all.length > 1) all.push(drop("all filters", () => { state.selected = {}; }));
  list.replaceChildren(...all);
  list.hidden = all.length === 0;
}
