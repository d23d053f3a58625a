// What waits for people, and what they decided, with how long it holds.
import { checkRoute, findingRoute, h, route, section, severityMark, sign, table } from "./dom.js";
import { decisions } from "./facts.js";
import { expiry, plural } from "./words.js";

export function decisionsView(scan, today) {
  const d = decisions(scan);
  return h("div", { class: "view" }, h("h1", { tabindex: "-1" }, "Decisions"),
    h("p", { class: "muted" }, "What no API can tell, what people signed for, and which failures they accepted. Nothing here counts as passed."),
    accepted(d.accepted, today), attested(d.attested, scan, today), open(d.open));
}

const until = (last, today) => {
  const e = expiry(last, today);
  return [h("time", { datetime: last }, last), " ", h("span", { class: "mark tone-" + e.tone }, sign(e.days < 0 ? "✗" : e.days <= 30 ? "!" : "✓"), e.text)];
};

function where(findings) {
  const names = findings.map((f) => f.accountName || f.account);
  return names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${plural(names.length - 3, "account")} more` : "");
}

function open(list) {
  return section("Manual controls that are open", {}, list.length === 0
    ? h("p", { class: "muted" }, "None is open.")
    : table("Manual controls that are open", ["Severity", "Control", "Waits in", "How to answer it"], list.map((o) => [
      severityMark(o.check.severity), h("a", { href: checkRoute(o.check.id) }, o.check.title),
      [where(o.findings), o.findings.some((f) => f.attestation) && h("small", {}, "an attestation has expired, or is dated ahead")], o.check.fix.console])));
}

function attested(list, scan, today) {
  return section("Attestations", {}, list.length === 0
    ? h("p", { class: "muted" }, "No control has been attested.")
    : table("Attestations", ["Holds until", "Control", "Account", "Statement", "Signed", "Evidence"], list.map((f) => {
      const a = f.attestation;
      return [until(a.expires, today), h("a", { href: findingRoute(f) }, scan.check(f.check).title), f.accountName || f.account, a.statement,
        [`${a.owner}, ${a.date}`, a.approver && h("small", {}, "approved by " + a.approver)],
        /^https:\/\//.test(a.evidence) ? h("a", { href: a.evidence }, "evidence") : a.evidence];
    })));
}

function accepted(list, today) {
  return section("Suppressions", {}, list.length === 0
    ? h("p", { class: "muted" }, "No failure has been accepted.")
    : table("Suppressions", ["Holds until", "Suppression", "Failures", "Reason", "Owner"], list.map((s) => [
      until(s.suppression.expires, today), h("code", {}, s.suppression.id),
      h("ul", { class: "plain" }, s.findings.slice(0, 3).map((f) => h("li", {}, h("a", { href: findingRoute(f) }, f.resource.name))), s.findings.length > 3 && h("li", {}, h("a", { href: route("findings", { status: "SUPPRESSED" }) }, `and ${s.findings.length - 3} more`))),
      s.suppression.reason, [s.suppression.owner, s.suppression.approver && h("small", {}, "approved by " + s.suppression.approver)]])));
}
