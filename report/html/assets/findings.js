// The findings: as a list with filters, and each by itself.
import { browser } from "./browser.js";
import { checkRoute, chips, copyButton, facts, findingRoute, h, riskMark, route, severityMark, statusMark } from "./dom.js";
import { fixes } from "./fix.js";
import { sameResource } from "./facts.js";
import { List } from "./list.js";
import { modelNames, place, riskBand, riskBands, severityOrder, statuses, statusOrder } from "./words.js";

const by = (f) => (a, b) => { const x = f(a), y = f(b); return x < y ? -1 : x > y ? 1 : 0; };
const rank = (list) => Object.fromEntries(list.map((w, i) => [w, i]));
const statusRank = rank(statusOrder);
const severityRank = rank(severityOrder);
const grave = (a, b) =>
  statusRank[a.status] - statusRank[b.status] || b.risk.score - a.risk.score || severityRank[a.severity] - severityRank[b.severity] || by((f) => f.check)(a, b);

const accountName = (f) => (f.accountName ? `${f.accountName} (${f.account})` : f.account);

const calm = (f) => ["PASS", "NOT_APPLICABLE", "ATTESTED", "SUPPRESSED"].includes(f.status);

// said is what a finding says, in a line.
const said = (f) => f.message || statuses[f.status]?.word || f.status;

// kindOf describes the list of findings of a scan to the browser.
export function kindOf(scan) {
  const names = new Map(scan.findings.map((f) => [f.account, accountName(f)]));
  const short = new Map(scan.findings.map((f) => [f.account, f.accountName || f.account]));
  const facets = [
    { key: "status", label: "Status", value: (f) => f.status, order: statusOrder, name: (s) => statusMark(s, true), plain: (s) => statuses[s]?.word || s },
    { key: "severity", label: "Severity", value: (f) => f.severity, order: severityOrder, name: severityMark, plain: (s) => s },
    { key: "risk", label: "Risk", value: (f) => riskBand(f.risk.score), order: riskBands.map((b) => b.name) },
    { key: "area", label: "Area", value: (f) => f.area, order: scan.matrix.rows.map((r) => r.area), name: scan.areaTitle, plain: scan.areaTitle },
    { key: "model", label: "Service model", value: (f) => f.serviceModel, name: (m) => modelNames[m] || m, plain: (m) => modelNames[m] || m, closed: true },
    { key: "provider", label: "Provider", value: (f) => f.provider },
    { key: "account", label: "Account", value: (f) => f.account, name: (a) => short.get(a), tip: (a) => names.get(a), plain: (a) => names.get(a) || a },
    { key: "region", label: "Region", value: (f) => f.region, name: place, plain: place, closed: true },
    { key: "service", label: "Service", value: (f) => scan.check(f.check).service, closed: true },
    { key: "framework", label: "Framework", value: frameworksOf(scan), closed: true },
    { key: "type", label: "Kind of resource", value: (f) => f.resource.type, closed: true },
  ];
  return {
    noun: "findings", calm, base: "findings", facets, columns: columns(scan), sort: "gravest", href: findingRoute,
    hint: "Search: names, ids, messages, tags, controls; -word leaves out",
    text, shared: (f) => scan.check(f.check), textOfShared: textOfCheck,
    orders: {
      gravest: grave, severity: (a, b) => severityRank[a.severity] - severityRank[b.severity] || grave(a, b),
      risk: (a, b) => b.risk.score - a.risk.score || grave(a, b), check: (a, b) => by((f) => scan.check(f.check).title)(a, b) || grave(a, b),
      resource: (a, b) => by((f) => f.resource.name)(a, b) || grave(a, b), account: (a, b) => by(accountName)(a, b) || grave(a, b),
      region: (a, b) => by((f) => f.region)(a, b) || grave(a, b),
    },
  };
}

// frameworksOf returns the facet's value: the same list for findings of one check.
function frameworksOf(scan) {
  const memo = new Map();
  return (f) => {
    if (!memo.has(f.check)) {
      const names = Object.keys(scan.check(f.check).controls).sort();
      memo.set(f.check, names.length ? names : ["(none)"]);
    }
    return memo.get(f.check);
  };
}

// text and textOfCheck are what the search looks through.
function text(f) {
  const r = f.resource;
  const tags = Object.entries(r.tags || {}).map(([k, v]) => k + "=" + v);
  return [f.message, r.name, r.fullId, r.type, f.account, f.accountName, f.region, f.provider, f.severity, f.status,
    ...tags, ...f.gaps.map((g) => `${g.reason} ${g.call || ""} ${g.action || ""}`)].join(" ");
}

const textOfCheck = (c) => [c.id, c.title, c.service, ...c.aliases, ...Object.entries(c.controls).flatMap(([f, ids]) => [f, ...ids])].join(" ");

const columns = (scan) => [
  { key: "status", label: "Status", sort: "gravest", cell: (f) => statusMark(f.status) },
  { key: "severity", label: "Severity", sort: "severity", cell: (f) => severityMark(f.severity) },
  { key: "risk", label: "Risk", sort: "risk", cell: (f) => (f.status === "FAIL" ? riskMark(f.risk.score) : "") },
  { key: "resource", label: "Resource", sort: "resource", words: true, link: true, cell: (f) => f.resource.name, tip: (f) => f.resource.fullId },
  { key: "check", label: "Check", sort: "check", words: true, cell: (f) => scan.check(f.check).title, tip: (f) => f.check },
  { key: "said", label: "What was found", cell: said, tip: (f) => f.message },
  { key: "account", label: "Account", sort: "account", words: true, cell: (f) => f.accountName || f.account, tip: accountName },
  { key: "region", label: "Region", sort: "region", words: true, cell: (f) => place(f.region) },
];

// findings is the view of all of them.
export function findings(scan, params, memory) {
  return h("div", { class: "view fill" }, h("h1", { tabindex: "-1" }, "Findings"), browser(scan.findings, kindOf(scan), params, memory));
}

// findingsOf is the list of one check's findings.
export function findingsOf(scan, check, status) {
  const items = scan.findings.filter((f) => f.check === check.id && (!status || f.status === status)).sort(grave);
  const list = new List({ label: "Findings of this check", columns: columns(scan).filter((c) => c.key !== "check").map((c) => ({ ...c, sort: undefined })), href: findingRoute, most: 14, calm });
  list.element.classList.add("of-check");
  list.show(items);
  return { items, element: list.element };
}

// finding shows one: what was found, on what grounds, and what to do.
export function finding(scan, f) {
  const c = scan.check(f.check);
  return h("article", { class: "finding" },
    h("p", { class: "marks" }, statusMark(f.status, true), severityMark(f.severity), f.status === "FAIL" && h("span", { class: "riskline" }, "risk ", riskMark(f.risk.score)), f.stale && h("span", { class: "chip" }, "not read this time: it failed before")),
    h("h2", { id: "finding-title", tabindex: "-1" }, h("a", { href: checkRoute(c.id) }, c.title)),
    h("p", { class: "said" }, said(f)),
    f.risk.because.length > 0 && h("div", { class: "because" }, h("span", { class: "label" }, "Raised by"), chips(f.risk.because)),
    about(f),
    f.gaps.length > 0 && h("section", {}, h("h3", {}, "What could not be read"), gaps(f.gaps)),
    suppressionOf(f), attestationOf(f),
    Object.keys(f.evidence).length > 0 && h("section", {}, h("h3", {}, "Evidence"), tree(f.evidence)),
    tagsOf(f),
    c.why && h("section", {}, h("h3", {}, "Why it matters"), h("p", {}, c.why)),
    fixes(c, "h3"),
    others(scan, f));
}

function about(f) {
  const r = f.resource;
  return facts([
    ["Resource", h("span", { class: "copyable" }, h("code", {}, r.name))],
    ["Full id", h("span", { class: "copyable" }, h("code", {}, r.fullId), copyButton("the full id", () => r.fullId))],
    ["Kind", r.type], ["Account", `${f.provider} ${accountName(f)}`], ["Region", place(f.region)], ["Answers for it", f.owner],
    ["Check", h("code", {}, f.check)],
    ["Fingerprint", h("span", { class: "copyable" }, h("code", {}, f.id), copyButton("the fingerprint", () => f.id))],
  ]);
}

// gaps lists what could not be read, with the permission that was missing.
export const gaps = (list) => h("ul", { class: "gaps" }, list.map((g) => h("li", {}, h("strong", {}, g.reason), facts([
  ["Call", g.call], ["Permission", g.action && h("span", { class: "copyable" }, h("code", {}, g.action), copyButton("the permission", () => g.action))],
  ["Refused by", g.cause], ["Where", g.where],
]))));

function suppressionOf(f) {
  const s = f.suppression;
  return s && h("section", {}, h("h3", {}, "Accepted"), facts([["Reason", s.reason], ["Owner", s.owner], ["Approved by", s.approver], ["Until", s.expires], ["Suppression", s.id]]));
}

function attestationOf(f) {
  const a = f.attestation;
  const evidence = a && /^https:\/\//.test(a.evidence) ? h("a", { href: a.evidence }, a.evidence) : a?.evidence;
  return a && h("section", {}, h("h3", {}, "Attested"), facts([["Statement", a.statement], ["Owner", a.owner], ["Approved by", a.approver], ["Date", a.date], ["Holds until", a.expires], ["Evidence", evidence], ["Attestation", a.id]]));
}

function tagsOf(f) {
  if (f.resource.tags === null) return null;
  const tags = Object.entries(f.resource.tags || {});
  return tags.length > 0 && h("section", {}, h("h3", {}, "Tags"), chips(tags.map(([k, v]) => `${k} = ${v}`)));
}

// tree shows a value of any shape: names and values, lists, words.
export function tree(value) {
  if (Array.isArray(value)) return value.length ? h("ul", { class: "tree" }, value.map((v) => h("li", {}, tree(v)))) : h("code", {}, "[]");
  if (value && typeof value === "object") return h("dl", { class: "tree" }, Object.entries(value).map(([k, v]) => [h("dt", {}, k), h("dd", {}, tree(v))]));
  return h("code", {}, typeof value === "string" ? value : JSON.stringify(value));
}

function others(scan, f) {
  const all = sameResource(scan, f);
  if (!all.length) return null;
  const most = 10;
  return h("section", {}, h("h3", {}, "On the same resource"),
    h("ul", { class: "rowlist" }, all.slice(0, most).map((o) => h("li", {}, statusMark(o.status), h("a", { href: findingRoute(o) }, scan.check(o.check).title)))),
    all.length > most && h("p", {}, h("a", { href: route("findings", { q: f.resource.fullId }) }, `all ${all.length + 1} findings of this resource`)));
}
