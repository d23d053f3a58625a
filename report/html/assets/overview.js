// The first view: what was scanned, what to fix first, the matrix.
import { checkRoute, findingRoute, h, riskMark, route, section, severityMark, sign } from "./dom.js";
import { byScope, cellSeverities, openDuties, priorities, worstOf } from "./facts.js";
import { cellStates, modelNames, moment, number, plural, severityOrder, statuses, statusOrder } from "./words.js";

// overview is the view; all: every priority and account, for print.
export function overview(scan, all) {
  return h("div", { class: "view overview" },
    h("h1", { tabindex: "-1" }, "Overview"), head(scan), warnings(scan), tiles(scan),
    h("div", { class: "split" }, first(scan), matrix(scan)), accounts(scan, all), duties(scan));
}

export function head(scan) {
  const seconds = Math.max(0, Math.round((Date.parse(scan.end) - Date.parse(scan.start)) / 1000));
  const took = seconds < 120 ? plural(seconds, "second") : seconds < 7200 ? plural(Math.round(seconds / 60), "minute") : "";
  return h("p", { class: "scanline" },
    h("span", {}, "Scan ", h("code", {}, scan.scanId)), h("span", {}, h("time", { datetime: scan.start }, moment(scan.start)), took && `, ${took}`),
    h("span", {}, plural(scan.scopes.length, "account")), h("span", {}, plural(scan.checks.filter((c) => c.ran).length, "check")),
    h("span", {}, plural(scan.coverage.calls, "call")), h("span", {}, `demarc ${scan.version}`),
    h("span", { class: "mark tone-" + (whole(scan) ? "pass" : "unknown") }, sign(whole(scan) ? "✓" : "?"), whole(scan) ? "everything that was asked for was read" : "not everything was read"));
}

const whole = (scan) => scan.complete && !scan.unreached.length && !scan.counts.UNKNOWN && !scan.counts.ERROR;

// warnings say what stands against taking the report for the whole truth.
export function warnings(scan) {
  const all = [];
  if (!scan.complete) all.push([h("strong", {}, "The scan was ended early. "), "What it did not reach is shown as could not be read."]);
  for (const u of scan.unreached) all.push([h("strong", {}, `${u.provider} was not scanned: `), u.why]);
  if (scan.counts.UNKNOWN) all.push([h("strong", {}, `${plural(scan.counts.UNKNOWN, "verdict")} could not be reached. `), "Nothing there has passed. ", h("a", { href: "#coverage" }, "What could not be read")]);
  if (scan.counts.ERROR) all.push([h("strong", {}, `${plural(scan.counts.ERROR, "verdict")} ended in a broken check. `), h("a", { href: route("findings", { status: "ERROR" }) }, "Show them")]);
  if (scan.leftOut) all.push([h("strong", {}, `${plural(scan.leftOut, "finding")} left out of this page. `), "It holds the failures and what could not be read; the JSON format holds everything."]);
  return all.length > 0 && h("ul", { class: "warnings" }, all.map((w) => h("li", {}, sign("!"), h("span", {}, w))));
}

export const tiles = (scan) => h("ul", { class: "tiles", "aria-label": "Findings by status" }, statusOrder.filter((s) => scan.counts[s] || s === "FAIL" || s === "UNKNOWN" || s === "PASS").map((s) =>
  h("li", {}, h("a", { class: "tile tone-" + statuses[s].tone, href: route("findings", { status: s }) },
    h("span", { class: "big" }, sign(statuses[s].sign), number(scan.counts[s] || 0)), " ", h("span", { class: "word" }, statuses[s].word), " ", s === "FAIL" && bySeverity(scan)))));

function bySeverity(scan) {
  const n = {};
  for (const f of scan.findings) if (f.status === "FAIL") n[f.severity] = (n[f.severity] || 0) + 1;
  return h("span", { class: "sub" }, severityOrder.filter((s) => n[s]).map((s) => `${number(n[s])} ${s}`).join(" · "));
}

// first lists what to fix first.
export function first(scan, most = 10) {
  const all = priorities(scan);
  if (!all.length) return section("Fix these first", {}, h("p", { class: "muted" }, scan.counts.UNKNOWN ? "Nothing failed of what could be read." : "Nothing failed."));
  const items = all.slice(0, most).map((p) => h("li", {}, riskMark(p.worst),
    h("div", { class: "what" }, h("a", { href: checkRoute(p.check.id) }, p.check.title),
      h("p", {}, severityMark(p.check.severity), h("span", {}, `clears ${plural(p.findings.length, "failure")} in ${plural(p.accounts.size, "account")}`), p.because.map((b) => h("span", { class: "chip" }, b))),
      h("p", { class: "names" }, p.findings.slice(0, 3).map((f, i) => [i > 0 && ", ", h("a", { href: findingRoute(f) }, f.resource.name)]), p.findings.length > 3 && ` and ${p.findings.length - 3} more`))));
  return section("Fix these first", { class: "first" }, h("p", { class: "muted" }, "By risk: how severe, how exposed, how sensitive, what privileges stand behind it. One change each."), h("ol", {}, items),
    all.length > most && h("p", {}, h("a", { href: route("checks", { verdict: "FAIL", sort: "failed" }) }, `all ${number(all.length)} checks with failures`)));
}

// matrix is the shared-responsibility matrix as a heat map.
export function matrix(scan) {
  const worst = cellSeverities(scan);
  const heads = scan.matrix.columns.map((c) => h("th", { scope: "col" }, modelNames[c.model] || c.model, c.inUse !== "yes" && h("small", {}, c.inUse === "no" ? "not in use" : "use unknown")));
  const own = (row) => row.cells.some((c) => c.owner !== "provider" || c.state !== "inherited");
  const rows = scan.matrix.rows.map((row) => h("tr", { class: own(row) ? "" : "slim" },
    h("th", { scope: "row", title: row.duties }, row.title), row.cells.map((c) => cell(row, c, worst.get(row.area + " " + c.model)))));
  return section("Shared-responsibility matrix", { class: "matrix" },
    h("div", { class: "scroll", role: "group", "aria-label": "Matrix", tabindex: "0" }, h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Area"), heads)), h("tbody", {}, rows))),
    legend());
}

function cell(row, c, severities) {
  const s = cellStates[c.state] || { sign: "?", word: c.state, tone: "unknown" };
  const n = s.count && c.counts[s.count];
  const heat = c.state === "failed" ? " heat-" + (worstOf(severities) || "low") : "";
  const main = h("span", { class: "top" }, sign(s.sign), " ", n ? h("b", {}, number(n)) : null, " ", h("span", { class: "w" }, s.word), " ");
  const grave = severityOrder.slice(0, 2).filter((w) => severities?.[w]).map((w) => `${number(severities[w])} ${w}`);
  const rest = ["ERROR", "UNKNOWN", "MANUAL", "SUPPRESSED", "ATTESTED", "PASS"].filter((v) => c.counts[v] && v !== s.count)
    .map((v) => h("span", { title: statuses[v].word }, sign(statuses[v].sign), number(c.counts[v]), h("span", { class: "offscreen" }, ` ${statuses[v].word} `)));
  const inner = [main, grave.length > 0 && h("span", { class: "sub" }, grave.join(" · "), " "), rest.length > 0 && h("span", { class: "sub rest" }, rest), c.owner === "shared" && h("span", { class: "shared" }, "shared")];
  const any = Object.values(c.counts).some((v) => v);
  return h("td", { class: "tone-" + s.tone + heat },
    any ? h("a", { class: "cellbox", href: route("findings", { area: row.area, model: c.model }) }, inner) : h("span", { class: "cellbox" }, inner));
}

const legend = () => h("p", { class: "legend" }, "The worst there is decides. ", Object.entries(cellStates).map(([state, s]) =>
  h("span", { class: "mark tone-" + s.tone }, sign(s.sign), { inherited: "the provider’s own", "nothing looks at it": "nothing looks at it" }[state] || s.word)), h("span", { class: "mark" }, h("span", { class: "shared" }, "shared"), "with the provider"));

// accounts lists what was scanned.
export function accounts(scan, all) {
  const counts = byScope(scan);
  const rows = scan.scopes.map((s) => {
    const n = counts.get(s.provider + " " + s.account) || {};
    const link = (status) => (n[status] ? h("a", { href: route("findings", { account: s.account, status }), "aria-label": `${n[status]} ${statuses[status].word} in ${s.name || s.account}` }, sign(statuses[status].sign), number(n[status])) : h("span", { class: "muted" }, "0"));
    return h("tr", {}, h("td", {}, s.provider), h("td", {}, h("a", { href: route("findings", { account: s.account }) }, s.name || s.account), s.name && h("small", {}, s.account)),
      h("td", { class: "num tone-fail" }, link("FAIL")), h("td", { class: "num tone-unknown" }, link("UNKNOWN")), h("td", { class: "num tone-pass" }, link("PASS")),
      h("td", { class: "num" }, number(Object.values(s.resources).reduce((a, b) => a + b, 0))), h("td", {}, regions(s)), h("td", { class: "caller" }, s.caller || ""));
  });
  const most = 12;
  const body = h("tbody", {}, all ? rows : rows.slice(0, most));
  const more = !all && rows.length > most && h("button", { type: "button", on: { click: () => { body.replaceChildren(...rows); more.remove(); } } }, `show all ${rows.length} accounts`);
  return section("Accounts", {}, h("div", { class: "scroll", role: "group", "aria-label": "Accounts scanned", tabindex: "0" }, h("table", { class: "accounts" },
    h("thead", {}, h("tr", {}, ["Provider", "Account", "Failed", "Unread", "Passed", "Resources", "Regions", "Scanned as"].map((t) => h("th", { scope: "col" }, t)))), body)), more);
}

const regions = (s) => [s.regions.length > 6 ? `${s.regions.length} regions: ${s.regions.slice(0, 6).join(", ")} …` : s.regions.join(", ") || "global",
  s.leftOut.length > 0 && h("small", {}, "left out: " + s.leftOut.map((l) => l.region).join(", "))];

export function duties(scan) {
  const open = openDuties(scan);
  return open.length > 0 && section("Duties that nothing looks at", {}, h("p", { class: "muted" }, "Yours in the matrix; no check of this scan looks at them and no person answers."),
    h("ul", { class: "duties" }, open.map((d) => h("li", {}, h("strong", {}, d.title), ": ", d.duties.join("; ")))));
}
