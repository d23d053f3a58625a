// One check: why, how to mend it, where it stands; and the list of all checks.
import { browser } from "./browser.js";
import { checkRoute, chips, h, section, severityMark, statusMark, table } from "./dom.js";
import { fixes } from "./fix.js";
import { findingsOf, gaps } from "./findings.js";
import { modelNames, number, paramText, plural, severityOrder, statuses, statusOrder } from "./words.js";

// check is the view of one.
export function check(scan, id) {
  const c = scan.check(id);
  const list = findingsOf(scan, c);
  const gapsOf = distinct(list.items.flatMap((f) => f.gaps));
  return h("div", { class: "view check" },
    h("p", { class: "crumbs" }, h("a", { href: "#checks" }, "Checks"), " / ", h("code", {}, c.id)),
    h("h1", { tabindex: "-1" }, c.title),
    h("p", { class: "marks" }, severityMark(c.severity), h("span", {}, scan.areaTitle(c.area)), h("span", {}, modelNames[c.serviceModel] || c.serviceModel), h("span", {}, c.service), c.revision > 0 && h("span", {}, "revision " + c.revision), c.link && h("a", { href: c.link }, "the provider’s page")),
    h("p", { class: "marks" }, countMarks(c.counts)),
    h("p", { class: "muted" }, judged(c)),
    h("div", { class: "columns" },
      h("div", {}, c.why && section("Why it matters", {}, h("p", {}, c.why)), fixes(c, "h2")),
      h("div", {}, parameters(c), frameworks(c), c.aliases.length > 0 && section("Also known as", {}, chips(c.aliases)))),
    gapsOf.length > 0 && section("What could not be read", {}, gaps(gapsOf)),
    section("Findings", {}, list.items.length ? list.element : h("p", { class: "muted" }, "There are none.")));
}

const countMarks = (counts) => statusOrder.filter((s) => counts[s]).map((s) => {
  const mark = statusMark(s, true);
  mark.append(" ", h("b", {}, number(counts[s])));
  return mark;
});

// judged says how much a check has seen.
function judged(c) {
  if (c.manual) return "No API can tell: a person answers this.";
  if (!c.ran) return "It did not run in this scan.";
  if (!c.resources && c.whole) return "It ran and found nothing to judge: none exist.";
  return `It judged ${plural(c.resources, "resource")}. ` + (c.whole ? "Nothing that it should have judged was hidden." : "Some of what it should have judged could not be read.");
}

function distinct(list) {
  const seen = new Map(list.map((g) => [JSON.stringify(g), g]));
  return [...seen.values()].slice(0, 20);
}

function parameters(c) {
  return c.params.length > 0 && section("Parameters", {}, table("Parameters", ["Name", "Value", "From"], c.params.map((p) => [h("code", {}, p.name), paramText(p), p.source])));
}

function frameworks(c) {
  const all = Object.entries(c.controls).sort(([a], [b]) => (a < b ? -1 : 1));
  return all.length > 0 && section("Frameworks", {}, h("dl", { class: "frameworks" }, all.map(([name, ids]) => [h("dt", {}, name), h("dd", {}, controls(ids))])));
}

// controls lists the ids; a long list is folded.
const few = 16;
const controls = (ids) => ids.length <= few ? ids.join(", ")
  : h("details", {}, h("summary", {}, ids.slice(0, few).join(", "), h("span", { class: "fold" }, ` and ${ids.length - few} more`)), ids.slice(few).join(", "));

const verdict = (c) => statusOrder.find((s) => c.counts[s]) || (c.ran || c.manual ? "none" : "did not run");
const rank = (c) => (statusOrder.indexOf(verdict(c)) + 1 || 99);
const kindOf = (scan) => ({
  noun: "checks", calm: (c) => !["FAIL", "ERROR", "UNKNOWN", "MANUAL"].includes(verdict(c)), base: "checks", sort: "gravest", href: (c) => checkRoute(c.id), hint: "Search checks, controls, text; -word leaves out",
  text: (c) => [c.id, c.title, c.why, c.service, c.severity, ...c.aliases, ...Object.entries(c.controls).flatMap(([f, ids]) => [f, ...ids])].join(" "),
  facets: [
    { key: "verdict", label: "Worst status", value: verdict, order: statusOrder, name: (s) => (statuses[s] ? statusMark(s, true) : s === "none" ? "nothing to judge" : s), plain: (s) => statuses[s]?.word || s },
    { key: "severity", label: "Severity", value: (c) => c.severity, order: severityOrder, name: severityMark, plain: (s) => s },
    { key: "area", label: "Area", value: (c) => c.area, order: scan.matrix.rows.map((r) => r.area), name: scan.areaTitle, plain: scan.areaTitle },
    { key: "framework", label: "Framework", value: (c) => { const f = Object.keys(c.controls).sort(); return f.length ? f : ["(none)"]; } },
    { key: "model", label: "Service model", value: (c) => c.serviceModel, name: (m) => modelNames[m] || m, plain: (m) => modelNames[m] || m, closed: true },
    { key: "service", label: "Service", value: (c) => c.service, closed: true },
  ],
  orders: {
    gravest: (a, b) => rank(a) - rank(b) || bySeverity(a, b) || (b.counts.FAIL || 0) - (a.counts.FAIL || 0),
    severity: (a, b) => bySeverity(a, b) || (b.counts.FAIL || 0) - (a.counts.FAIL || 0),
    failed: (a, b) => (b.counts.FAIL || 0) - (a.counts.FAIL || 0) || bySeverity(a, b),
    title: (a, b) => (a.title < b.title ? -1 : 1),
    service: (a, b) => (a.service < b.service ? -1 : a.service > b.service ? 1 : bySeverity(a, b)),
  },
  columns: [
    { key: "status", label: "Worst", sort: "gravest", cell: (c) => (statuses[verdict(c)] ? statusMark(verdict(c)) : h("span", { class: "muted" }, verdict(c))) },
    { key: "severity", label: "Severity", sort: "severity", cell: (c) => severityMark(c.severity) },
    { key: "failed", label: "Failed", sort: "failed", cell: (c) => (c.counts.FAIL ? number(c.counts.FAIL) : "") },
    { key: "unread", label: "Unread", cell: (c) => (c.counts.UNKNOWN ? number(c.counts.UNKNOWN) : "") },
    { key: "passed", label: "Passed", cell: (c) => (c.counts.PASS ? number(c.counts.PASS) : "") },
    { key: "title", label: "Check", sort: "title", words: true, link: true, cell: (c) => c.title, tip: (c) => c.id },
    { key: "id", label: "Id", cell: (c) => h("code", {}, c.id) },
    { key: "service", label: "Service", sort: "service", words: true, cell: (c) => c.service },
  ],
});

const bySeverity = (a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity);

// checks is the view of all of them.
export function checks(scan, params, memory) {
  return h("div", { class: "view fill" }, h("h1", { tabindex: "-1" }, "Checks"), browser(scan.checks, kindOf(scan), params, memory));
}
