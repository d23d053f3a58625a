// The page: which view the hash asks for, the drawer of a finding, the theme,
// the printer. load is handed the scan; everything below it is drawn from it.
import { check, checks } from "./check.js";
import { coverage } from "./coverage.js";
import { read } from "./data.js";
import { decisionsView } from "./decisions.js";
import { checkRoute, h } from "./dom.js";
import { finding, findings } from "./findings.js";
import { overview } from "./overview.js";
import { paper } from "./print.js";
import { moment, number } from "./words.js";

const tabs = [["overview", "Overview"], ["findings", "Findings"], ["checks", "Checks"], ["coverage", "Coverage"], ["decisions", "Decisions"]];
const today = () => new Date().toISOString().slice(0, 10);

// render draws a scan into the element given and keeps to the hash from then on.
export function render(scan, into) {
  const memory = { findings: {}, checks: {} };
  const main = h("main", { id: "main" });
  const drawer = h("dialog", { class: "drawer", "aria-labelledby": "finding-title" });
  const nav = h("nav", { "aria-label": "Views" }, tabs.map(([name, label]) => h("a", { href: "#" + name, "data-view": name }, label, badge(scan, name))));
  into.replaceChildren(
    h("a", { class: "skip", href: "#main", on: { click: (e) => { e.preventDefault(); main.querySelector("h1").focus(); } } }, "Skip to the content"),
    h("header", {}, h("a", { class: "brand", href: "#overview" }, "demarc"), nav, h("div", { class: "tools" }, themeButton(), h("button", { type: "button", on: { click: () => print() } }, "Print"))),
    main, drawer, h("p", { id: "live", class: "offscreen", "aria-live": "polite" }),
    h("footer", {}, `Scan ${scan.scanId}, ${moment(scan.start)}, made read-only by demarc ${scan.version}`));

  const views = {
    overview: () => overview(scan),
    findings: (p) => findings(scan, p, memory.findings),
    checks: (p) => checks(scan, p, memory.checks),
    check: (p, id) => check(scan, id),
    coverage: () => coverage(scan),
    decisions: () => decisionsView(scan, today()),
  };
  const state = { behind: null };

  // go shows what the hash asks for. A finding lies over the view before it.
  function go(first) {
    const [path, query] = location.hash.slice(1).split(/\?(.*)/s);
    const [name, ...rest] = path.split("/");
    const id = decode(rest.join("/"));
    if (name === "finding") return openFinding(id);
    if (drawer.open) drawer.close();
    if (state.behind !== location.hash || first) draw(views[name] ? name : "overview", new URLSearchParams(query || ""), id, first);
  }

  function draw(name, params, id, first) {
    main.replaceChildren(views[name](params, id));
    state.behind = location.hash; // a list may have put it into order
    for (const a of nav.children) {
      if (a.dataset.view === (name === "check" ? "checks" : name)) a.setAttribute("aria-current", "page");
      else a.removeAttribute("aria-current");
    }
    const title = main.querySelector("h1");
    document.title = `${title.textContent} · demarc ${scan.scanId}`;
    if (!first) {
      scrollTo(0, 0);
      title.focus({ preventScroll: true });
    }
  }

  function openFinding(id) {
    const f = scan.findings.find((x) => x.id === id);
    if (state.behind === null) draw(f ? "check" : "overview", new URLSearchParams(), f?.check, true);
    if (!f) return;
    if (!drawer.open) state.opener = document.activeElement;
    state.check = f.check;
    const close = h("button", { type: "button", class: "close", on: { click: () => drawer.close() } }, "Close", h("kbd", { "aria-hidden": "true" }, " Esc"));
    drawer.replaceChildren(h("div", { class: "drawerbar" }, h("span", {}, "Finding"), close), finding(scan, f));
    drawer.scrollTop = 0;
    if (!drawer.open) drawer.showModal();
    drawer.querySelector("h2").focus();
  }

  // Closing the drawer leads back to the view behind it, and to where the hand was.
  drawer.addEventListener("close", () => {
    if (location.hash.startsWith("#finding/")) {
      const back = state.behind.startsWith("#finding/") ? checkRoute(state.check) : state.behind || "#overview";
      history.pushState(null, "", back);
      state.behind = back;
    }
    if (state.opener?.isConnected) state.opener.focus();
  });
  drawer.addEventListener("click", (e) => { if (e.target === drawer) drawer.close(); });

  // A list writes its filters into the hash: that is the view behind, as it is now.
  main.addEventListener("filtered", () => { state.behind = location.hash; });
  addEventListener("hashchange", () => go(false));
  printing(scan, memory, into);
  go(true);
}

function badge(scan, name) {
  const n = name === "findings" ? scan.counts.FAIL : name === "coverage" ? scan.coverage.gaps.length : name === "decisions" ? scan.counts.MANUAL : 0;
  const what = { findings: "failed", coverage: "kinds of gaps", decisions: "open" }[name];
  return n ? h("span", { class: "badge" }, number(n), h("span", { class: "offscreen" }, " " + what)) : null;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// themeButton goes round: as the system, light, dark.
function themeButton() {
  const themes = ["auto", "light", "dark"];
  const kept = () => { try { return localStorage.getItem("demarc-theme"); } catch { return null; } };
  const word = h("span", {});
  const button = h("button", { type: "button", class: "theme" }, "Theme: ", word);
  const set = (theme) => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    word.textContent = theme;
    try { localStorage.setItem("demarc-theme", theme); } catch { /* a page without a place to keep it */ }
  };
  set(themes.includes(kept()) ? kept() : "auto");
  button.addEventListener("click", () => set(themes[(themes.indexOf(word.textContent) + 1) % themes.length]));
  return button;
}

// printing puts the paper form into the page while it is printed: with the
// findings that the list shows, or those that ask for attention.
function printing(scan, memory, into) {
  let sheet = null;
  const grave = ["FAIL", "ERROR", "UNKNOWN"];
  addEventListener("beforeprint", () => {
    const listed = location.hash.startsWith("#findings") && memory.findings.rows;
    sheet?.remove();
    sheet = listed ? paper(scan, [...listed].map((i) => scan.findings[i]), "those that the filters chose", today())
      : paper(scan, scan.findings.filter((f) => grave.includes(f.status)).sort((a, b) => grave.indexOf(a.status) - grave.indexOf(b.status) || b.risk.score - a.risk.score), "failed and unread", today());
    into.append(sheet);
  });
  addEventListener("afterprint", () => { sheet?.remove(); sheet = null; });
}

// load reads the scan that the page holds.
export const load = () => read(document.getElementById("scan").textContent);

// start opens the page.
export async function start() {
  const into = document.getElementById("app");
  try {
    render(await load(), into);
    document.documentElement.dataset.ready = performance.now().toFixed(0);
  } catch (err) {
    document.getElementById("wait").textContent = `This page could not be opened: ${err.message}. It needs a browser of 2023 or later; "demarc report" writes the scan in other formats.`;
    throw err;
  }
}
