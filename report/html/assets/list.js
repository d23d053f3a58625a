// A list that draws what is in sight: rows of one height, a real table for
// screen readers, the arrow keys for hands that stay on the keyboard.
import { h } from "./dom.js";

const spare = 8; // rows drawn above and below what is in sight

// A column is {key, label, cell(item) → node, tip?(item) → text, sort?: name of
// an order, words?: it goes from A to Z, link?: it leads to href(item)}. calm
// tells which items need no attention.
export class List {
  constructor({ label, columns, href, onSort, most, calm }) {
    Object.assign(this, { columns, href, onSort, most, calm });
    this.items = [];
    this.drawn = new Map();
    this.active = 0;
    this.sizer = h("div", { class: "sizer" });
    this.body = h("div", { class: "rows", role: "rowgroup" }, this.sizer);
    this.heads = columns.map((c) => this.head(c));
    this.element = h("div", { class: "list", role: "table", "aria-label": label, "aria-colcount": String(columns.length) },
      h("div", { role: "rowgroup", class: "headgroup" }, h("div", { role: "row", class: "row head", "aria-rowindex": "1" }, this.heads)), this.body);
    this.body.addEventListener("scroll", () => this.later(), { passive: true });
    this.body.addEventListener("keydown", (e) => this.key(e));
    this.watch = new ResizeObserver(() => { this.measure(); this.later(); });
    this.watch.observe(this.body);
  }

  head(c) {
    const inner = c.sort ? h("button", { type: "button", on: { click: () => this.onSort(c.sort) } }, c.label, h("span", { class: "arrow", "aria-hidden": "true" })) : c.label;
    return h("div", { role: "columnheader", class: "cell c-" + c.key }, inner);
  }

  // show replaces the items; sort and down say how they are ordered.
  show(items, sort, down) {
    this.items = items;
    this.active = 0;
    for (const row of this.drawn.values()) row.remove();
    this.drawn.clear();
    this.element.setAttribute("aria-rowcount", String(items.length + 1));
    this.columns.forEach((c, i) => {
      if (!c.sort) return;
      const on = c.sort === sort;
      this.heads[i].setAttribute("aria-sort", on ? (down === Boolean(c.words) ? "descending" : "ascending") : "none");
      this.heads[i].querySelector(".arrow").textContent = on ? (down ? "▴" : "▾") : "";
    });
    this.body.scrollTop = 0;
    this.height = 0;
    this.later(true);
  }

  later(now) {
    if (now && this.body.isConnected) this.draw();
    else if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw(); });
  }

  // measure reads the height of a row from the style sheet, which sets it by
  // the width of the window.
  measure() {
    const height = parseFloat(getComputedStyle(this.element).getPropertyValue("--row")) || 28;
    if (height === this.height) return;
    this.height = height;
    this.sizer.style.height = this.items.length * height + "px";
    if (this.most) this.body.style.height = Math.min(this.items.length, this.most) * height + "px";
    for (const row of this.drawn.values()) row.remove();
    this.drawn.clear();
  }

  draw() {
    if (!this.height) this.measure();
    const first = Math.max(0, Math.floor(this.body.scrollTop / this.height) - spare);
    const last = Math.min(this.items.length, Math.ceil((this.body.scrollTop + this.body.clientHeight) / this.height) + spare);
    const wanted = (i) => (i >= first && i < last) || i === this.active;
    for (const [i, row] of this.drawn) {
      if (wanted(i)) continue;
      row.remove();
      this.drawn.delete(i);
    }
    for (let i = first; i < last; i++) if (!this.drawn.has(i)) this.row(i);
    if (this.items.length && !this.drawn.has(this.active)) this.row(this.active);
    this.arrange();
  }

  // arrange puts the rows into their order, since that is how they are read
  // out. Those that stand right are not touched: a touched one loses the focus.
  arrange() {
    let at = this.sizer.firstChild;
    for (const i of [...this.drawn.keys()].sort((a, b) => a - b)) {
      const row = this.drawn.get(i);
      if (row === at) at = at.nextSibling;
      else this.sizer.insertBefore(row, at);
    }
  }

  row(i) {
    const item = this.items[i];
    const cells = this.columns.map((c) => {
      const content = c.link
        ? h("a", { href: this.href(item), tabindex: i === this.active ? "0" : "-1" }, c.cell(item))
        : c.cell(item);
      return h("div", { role: "cell", class: "cell c-" + c.key, title: c.tip && c.tip(item) }, content);
    });
    const row = h("div", { role: "row", class: this.calm?.(item) ? "row calm" : "row", "aria-rowindex": String(i + 2), "data-index": String(i), on: { click: (e) => this.click(e, i) } }, cells);
    row.style.top = i * this.height + "px";
    this.drawn.set(i, row);
  }

  // click makes the whole row lead where its link leads, unless text is being selected.
  click(event, i) {
    this.move(i, false);
    if (!event.target.closest("a, button") && !String(getSelection())) location.hash = this.href(this.items[i]);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(this.body.clientHeight / this.height) - 1);
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.move(Math.max(0, Math.min(this.items.length - 1, this.active + step)), true);
  }

  // move makes row i the one that the tab key reaches.
  move(i, focus) {
    const anchor = (n, tab) => { const a = this.drawn.get(n)?.querySelector("a"); if (a) a.tabIndex = tab; return a; };
    anchor(this.active, -1);
    this.active = i;
    if (focus) {
      const top = i * this.height;
      if (top < this.body.scrollTop) this.body.scrollTop = top;
      const low = top + this.height - this.body.clientHeight;
      if (low > this.body.scrollTop) this.body.scrollTop = low;
      this.draw();
    }
    const a = anchor(i, 0);
    if (focus) a?.focus({ preventScroll: true });
  }
}
