// Elements, made of text alone: nothing of a scan is ever parsed as HTML.
import { severitySign, statuses, statusShort } from "./words.js";

const allowed = /^(class|id|href|title|role|type|value|name|for|placeholder|tabindex|colspan|scope|datetime|rel|target|open|hidden|checked|disabled|lang|spellcheck|autocomplete|aria-[a-z]+|data-[a-z]+)$/;

// h makes an element. props are attributes, and on: {event: listener}; children
// are texts, elements, lists of them, or nothing.
export function h(tag, props, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, f] of Object.entries(value)) e.addEventListener(event, f);
    else if (!allowed.test(name)) throw new Error("no such attribute here: " + name);
    else if (name === "href") link(e, value);
    else e.setAttribute(name, value === true ? "" : value);
  }
  e.append(...children.flat(Infinity).filter((c) => c !== undefined && c !== null && c !== false && c !== ""));
  return e;
}

// link sets where an anchor leads: within the page, or to a page of the web.
function link(e, to) {
  if (/^#/.test(to)) e.setAttribute("href", to);
  else if (/^https:\/\//.test(to)) {
    e.setAttribute("href", to);
    e.setAttribute("rel", "noreferrer noopener");
    e.setAttribute("target", "_blank");
  }
}

export const sign = (text) => h("span", { class: "sign", "aria-hidden": "true" }, text);

// statusMark shows a status by sign, word and colour.
export function statusMark(status, long) {
  const s = statuses[status] || { sign: "?", word: status, tone: "unknown" };
  return h("span", { class: `mark tone-${s.tone}` }, sign(s.sign), " ", long ? s.word : statusShort[status] || status);
}

export const severityMark = (severity) =>
  h("span", { class: `sev sev-${severity}` }, sign(severitySign[severity] || "·"), " ", severity);

export const riskMark = (score) =>
  h("span", { class: "risk " + (score >= 75 ? "risk-4" : score >= 50 ? "risk-3" : score >= 25 ? "risk-2" : "risk-1"), title: "risk, from 0 to 100" }, String(score));

export const chips = (words) => h("ul", { class: "chips" }, words.map((w) => h("li", { class: "chip" }, w)));

// route makes the hash of a view: route("findings", {area: "data"}).
export function route(name, params) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params || {})) for (const v of [value].flat()) query.append(key, v);
  const q = query.toString();
  return "#" + name + (q ? "?" + q : "");
}

export const checkRoute = (id) => "#check/" + encodeURIComponent(id);
export const findingRoute = (f) => "#finding/" + f.id;

// say tells a screen reader what a person sees happen.
export function say(text) {
  const live = document.getElementById("live");
  if (live) live.textContent = text;
}

// copyButton copies what text() returns.
export function copyButton(label, text) {
  const word = h("span", {}, "Copy");
  const done = (ok) => {
    word.textContent = ok ? "Copied" : "Select it and copy";
    say(ok ? label + " copied" : label + " could not be copied");
    setTimeout(() => { word.textContent = "Copy"; }, 1600);
  };
  const click = () => toClipboard(text()).then(() => done(true), () => done(false));
  return h("button", { type: "button", class: "copy", "aria-label": "Copy " + label, on: { click } }, word);
}

async function toClipboard(text) {
  if (navigator.clipboard && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return;
    } catch { /* refused: the old way is left */ }
  }
  const area = h("textarea", { class: "offscreen", "aria-hidden": "true", tabindex: "-1" });
  area.value = text;
  const host = document.querySelector("dialog[open]") || document.body;
  const focused = document.activeElement;
  host.append(area);
  area.select();
  const ok = document.execCommand("copy");
  area.remove();
  focused?.focus();
  if (!ok) throw new Error("the browser refused");
}

// section is a titled part of a view.
export const section = (title, props, ...children) => {
  const id = "h-" + title.toLowerCase().replace(/[^a-z]+/g, "-");
  return h("section", { "aria-labelledby": id, ...props }, h("h2", { id }, title), ...children);
};

// table makes a plain table; a row is a list of cells.
export function table(label, heads, rows, props) {
  const head = h("tr", {}, heads.map((t) => h("th", { scope: "col" }, t)));
  const body = rows.map((r) => h("tr", {}, r.map((c) => h("td", {}, c))));
  return h("div", { class: "scroll", role: "group", "aria-label": label, tabindex: "0", ...props },
    h("table", {}, h("thead", {}, head), h("tbody", {}, body)));
}

// facts is a list of names and values; a value that is nothing is left out.
export const facts = (pairs) =>
  h("dl", { class: "facts" }, pairs.filter(([, v]) => v !== undefined && v !== null && v !== "").map(([name, v]) => [h("dt", {}, name), h("dd", {}, v)]));
