// What the scan asked, and what it could not read.
import { checkRoute, copyButton, h, route, section, sign, statusMark, table } from "./dom.js";
import { gapsByReason, missingPermissions } from "./facts.js";
import { warnings } from "./overview.js";
import { number, plural } from "./words.js";

export function coverage(scan) {
  const groups = gapsByReason(scan);
  const unwhole = scan.checks.filter((c) => c.ran && !c.whole);
  return h("div", { class: "view" }, h("h1", { tabindex: "-1" }, "Coverage"), warnings(scan),
    h("p", {}, `${plural(scan.coverage.calls, "call")} of ${plural(Object.keys(scan.coverage.operations).length, "operation")}, reading only. `,
      scan.coverage.gone > 0 && `${plural(scan.coverage.gone, "resource")} ceased to exist meanwhile. `,
      groups.length === 0 && h("span", { class: "mark tone-pass" }, sign("✓"), "Everything that was asked for was read.")),
    permissions(scan), groups.map(group), leftOut(scan),
    unwhole.length > 0 && section("Checks that could not see everything", {}, h("ul", { class: "rowlist" }, unwhole.map((c) => h("li", {}, statusMark("UNKNOWN"), h("a", { href: checkRoute(c.id) }, c.title), h("span", { class: "muted" }, `${number(c.counts.UNKNOWN || 0)} unread`))))),
    idle(scan), said(scan), calls(scan));
}

// permissions lists what to grant, so that the next scan sees it.
function permissions(scan) {
  const all = missingPermissions(scan);
  return all.length > 0 && section("Missing permissions", {}, h("p", { class: "muted" }, "With these the next scan would see more. Where a policy of the organization or of the resource refuses, a permission does not help: see the gaps."),
    h("div", { class: "fix" }, h("div", { class: "fixhead" }, h("span", {}, plural(all.length, "permission")), copyButton("the missing permissions", () => all.join("\n"))),
      h("pre", { tabindex: "0", role: "group", "aria-label": "Missing permissions" }, h("code", {}, all.join("\n")))));
}

const reasons = {
  denied: "The credentials may not make the call.", throttled: "The provider’s limit outlasted the retries.", unsupported: "The provider does not offer it there: nothing to mend.",
  unlicensed: "The tenant lacks the licence.", disabled: "The API, the service or the region is switched off.", "other account": "The fact lies in an account that this scan does not read.",
  "left out": "The region or account was left out of the scan.", failed: "Time-outs, server errors, broken answers.", cancelled: "The scan was ended before the answer came.",
  "not in snapshot": "The snapshot was not taken for it.", undeclared: "A check reads what it does not declare: a fault of the check.",
};

const most = 500; // rows of one reason

function group(g) {
  const rows = g.gaps.slice(0, most).map((x) => [x.kind, x.gap.call || "", x.gap.action ? h("code", {}, x.gap.action) : "", x.gap.cause || "", x.gap.where || "", number(x.count)]);
  return section(`${g.reason}: ${plural(g.count, "time")}`, { class: "gapgroup" }, h("p", { class: "muted" }, reasons[g.reason]),
    table("Gaps: " + g.reason, ["What", "Call", "Permission", "Refused by", "Where", "Times"], rows),
    g.gaps.length > most && h("p", { class: "muted" }, `${number(g.gaps.length - most)} more kinds of gaps are in the JSON format.`));
}

function leftOut(scan) {
  const rows = scan.scopes.flatMap((s) => s.leftOut.map((l) => [`${s.provider} ${s.name || s.account}`, l.region, l.why]));
  return rows.length > 0 && section("Regions left out", {}, table("Regions left out", ["Account", "Region", "Why"], rows));
}

function idle(scan) {
  const none = scan.checks.filter((c) => c.ran && c.whole && !c.resources).length;
  const off = scan.checks.filter((c) => !c.ran && !c.manual).length;
  return (none > 0 || off > 0) && section("Checks without a verdict", {}, h("ul", {},
    none > 0 && h("li", {}, h("a", { href: route("checks", { verdict: "none" }) }, plural(none, "check")), " ran and found none of what they look at."),
    off > 0 && h("li", {}, h("a", { href: route("checks", { verdict: "did not run" }) }, plural(off, "check")), " did not run.")));
}

// said shows what the providers say of their half; what could not be read of
// it is a row of its own.
function said(scan) {
  const title = (i) => (/^https:/.test(i.link) ? h("a", { href: i.link }, i.title || i.id) : i.title || i.id);
  const rows = scan.evidence.flatMap((s) => {
    const where = `${s.provider} ${s.account}`;
    return [
      ...s.gaps.map((g) => [s.kind, statusMark("UNKNOWN", true), where, "", "", [g.reason, g.action && h("small", {}, g.action)], ""]),
      ...s.items.map((i) => [s.kind, title(i), where, i.date.slice(0, 10), i.until.slice(0, 10), i.state, [i.service, i.region].filter((w) => w).join(", ")]),
      ...(s.gaps.length || s.items.length ? [] : [[s.kind, h("span", { class: "muted" }, `${s.source}: read, and there is none`), where, "", "", "", ""]]),
    ];
  });
  return rows.length > 0 && section("What the providers say of their half", {}, table("What the providers say of their half", ["Kind", "What", "Account", "From", "Until", "State", "Where"], rows));
}

function calls(scan) {
  const all = Object.entries(scan.coverage.operations).sort((a, b) => b[1] - a[1]);
  return all.length > 0 && section("Calls made", {}, h("details", {}, h("summary", {}, "by operation"), table("Calls by operation", ["Operation", "Calls"], all.map(([name, n]) => [name, number(n)]))));
}
