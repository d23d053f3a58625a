// The page on paper: everything that a screen shows behind links and scrolling.
import { coverage } from "./coverage.js";
import { decisionsView } from "./decisions.js";
import { h, section, severityMark, statusMark, table } from "./dom.js";
import { overview } from "./overview.js";
import { number, place } from "./words.js";

const most = 2000; // findings on paper

// paper makes the printed form: the overview, the findings given, the rest.
export function paper(scan, findings, what, today) {
  const rows = findings.slice(0, most).map((f) => [statusMark(f.status), severityMark(f.severity), f.status === "FAIL" ? String(f.risk.score) : "",
    f.resource.name, [scan.check(f.check).title, h("small", {}, f.message)], f.accountName || f.account, place(f.region)]);
  return h("div", { id: "paper" }, h("p", { class: "brand" }, "demarc"), overview(scan, true),
    section("Findings: " + what, {}, table("Findings", ["Status", "Severity", "Risk", "Resource", "What was found", "Account", "Region"], rows),
      findings.length > most && h("p", {}, `${number(findings.length - most)} more are left out on paper: filter the list before printing.`)),
    coverage(scan), decisionsView(scan, today));
}
