// What is concluded from a scan: pure functions over the published form.
import { severityOrder } from "./words.js";

const rank = (severity) => severityOrder.indexOf(severity);

// priorities lists what to fix first: a check and the failures that it clears.
// The highest risk leads; of equals, those that clear most.
export function priorities(scan) {
  const all = new Map();
  for (const f of scan.findings) {
    if (f.status !== "FAIL") continue;
    let p = all.get(f.check);
    if (!p) all.set(f.check, (p = { check: scan.check(f.check), worst: 0, total: 0, because: new Set(), accounts: new Set(), findings: [] }));
    p.findings.push(f);
    p.total += f.risk.score;
    p.worst = Math.max(p.worst, f.risk.score);
    p.accounts.add(f.provider + " " + f.account);
    f.risk.because.forEach((b) => p.because.add(b));
  }
  const list = [...all.values()].sort((a, b) => b.worst - a.worst || b.total - a.total || (a.check.id < b.check.id ? -1 : 1));
  for (const p of list) {
    p.findings.sort((a, b) => b.risk.score - a.risk.score);
    p.because = [...p.because].sort();
  }
  return list;
}

// cellSeverities counts the failures of each cell of the matrix by severity:
// "area model" to {critical: 2, …}.
export function cellSeverities(scan) {
  const cells = new Map();
  for (const f of scan.findings) {
    if (f.status !== "FAIL") continue;
    const key = f.area + " " + f.serviceModel;
    const n = cells.get(key) || {};
    n[f.severity] = (n[f.severity] || 0) + 1;
    cells.set(key, n);
  }
  return cells;
}

// worstOf names the gravest severity that is counted; undefined for none.
export const worstOf = (counts) => severityOrder.find((s) => counts && counts[s]);

// byScope counts the findings of each account: "provider account" to {FAIL: 3, …}.
export function byScope(scan) {
  const scopes = new Map();
  for (const f of scan.findings) {
    const key = f.provider + " " + f.account;
    const n = scopes.get(key) || {};
    n[f.status] = (n[f.status] || 0) + 1;
    scopes.set(key, n);
  }
  return scopes;
}

// gapsByReason groups what could not be read by why.
export function gapsByReason(scan) {
  const groups = new Map();
  for (const g of scan.coverage.gaps) {
    const group = groups.get(g.gap.reason) || { reason: g.gap.reason, count: 0, gaps: [] };
    group.count += g.count;
    group.gaps.push(g);
    groups.set(g.gap.reason, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

// missingPermissions lists the permissions that refused calls would have taken.
export function missingPermissions(scan) {
  const denied = scan.coverage.gaps.filter((g) => g.gap.reason === "denied" && g.gap.action);
  return [...new Set(denied.map((g) => g.gap.action))].sort();
}

// decisions gathers what people decided and what waits for them.
export function decisions(scan) {
  const open = new Map();
  const attested = [];
  const accepted = new Map();
  for (const f of scan.findings) {
    if (f.attestation) attested.push(f);
    if (f.status === "MANUAL") {
      const o = open.get(f.check) || { check: scan.check(f.check), findings: [] };
      o.findings.push(f);
      open.set(f.check, o);
    }
    if (f.suppression) {
      const key = JSON.stringify([f.suppression.id, f.suppression.reason, f.suppression.expires]);
      const s = accepted.get(key) || { suppression: f.suppression, findings: [] };
      s.findings.push(f);
      accepted.set(key, s);
    }
  }
  const bySeverity = (a, b) => rank(a.check.severity) - rank(b.check.severity) || (a.check.id < b.check.id ? -1 : 1);
  const byDate = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return {
    open: [...open.values()].sort(bySeverity),
    attested: attested.sort((a, b) => byDate(a.attestation.expires, b.attestation.expires)),
    accepted: [...accepted.values()].sort((a, b) => byDate(a.suppression.expires, b.suppression.expires)),
  };
}

// sameResource lists the other findings of a finding's resource, the riskiest first.
export function sameResource(scan, finding) {
  return scan.findings
    .filter((f) => f !== finding && f.resource.fullId === finding.resource.fullId && f.provider === finding.provider && f.status !== "NOT_APPLICABLE")
    .sort((a, b) => b.risk.score - a.risk.score);
}

// openDuties lists the customer's duties that no check looks at and no person answers.
export function openDuties(scan) {
  return scan.matrix.rows.filter((r) => r.notLookedAt.length).map((r) => ({ title: r.title, duties: r.notLookedAt }));
}
