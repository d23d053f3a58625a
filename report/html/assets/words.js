// The words and signs of the published form. A state is always shown by its
// sign and its word; colour comes on top.

export const statuses = {
  FAIL: { sign: "✗", word: "failed", tone: "fail" },
  ERROR: { sign: "!", word: "broken check", tone: "error" },
  UNKNOWN: { sign: "?", word: "could not be read", tone: "unknown" },
  MANUAL: { sign: "○", word: "for a person to answer", tone: "manual" },
  SUPPRESSED: { sign: "~", word: "accepted", tone: "suppressed" },
  ATTESTED: { sign: "●", word: "attested", tone: "attested" },
  PASS: { sign: "✓", word: "passed", tone: "pass" },
  NOT_APPLICABLE: { sign: "–", word: "not applicable", tone: "na" },
};

// The statuses from the one that needs most attention to the one that needs none.
export const statusOrder = Object.keys(statuses);

// Short words, for the rows of a list.
export const statusShort = {
  FAIL: "failed", ERROR: "error", UNKNOWN: "unknown", MANUAL: "open",
  SUPPRESSED: "accepted", ATTESTED: "attested", PASS: "passed", NOT_APPLICABLE: "n/a",
};

export const severityOrder = ["critical", "high", "medium", "low", "info"];

export const severitySign = { critical: "▲▲", high: "▲", medium: "◆", low: "▽", info: "·" };

export const modelNames = { iaas: "IaaS", paas: "PaaS", serverless: "Serverless", saas: "SaaS", account: "Account" };

export const riskBands = [
  { name: "75–100", from: 75 }, { name: "50–74", from: 50 }, { name: "25–49", from: 25 },
  { name: "1–24", from: 1 }, { name: "none", from: 0 },
];

// riskBand names the band of a score.
export const riskBand = (score) => riskBands.find((b) => score >= b.from).name;

// What a cell of the matrix says, by its state: the sign, the status whose
// count it shows, and the word.
export const cellStates = {
  failed: { sign: "✗", count: "FAIL", word: "failed", tone: "fail" },
  error: { sign: "!", count: "ERROR", word: "broken", tone: "error" },
  unknown: { sign: "?", count: "UNKNOWN", word: "unread", tone: "unknown" },
  open: { sign: "○", count: "MANUAL", word: "open", tone: "manual" },
  passed: { sign: "✓", count: "PASS", word: "passed", tone: "pass" },
  accepted: { sign: "~", count: "SUPPRESSED", word: "accepted", tone: "suppressed" },
  idle: { sign: "–", word: "nothing to judge", tone: "na" },
  inherited: { sign: "⌂", word: "provider", tone: "inherited" },
  "nothing looks at it": { sign: "∅", word: "no check", tone: "unchecked" },
  "not in use": { sign: "–", word: "unused", tone: "unused" },
};

export const plural = (n, one, many) => `${number(n)} ${n === 1 ? one : many || one + "s"}`;

// number writes a count with thin spaces between the thousands.
export const number = (n) => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");

// moment writes an instant of the published form as "2026-11-24 09:30 UTC".
export const moment = (iso) => (iso ? iso.slice(0, 16).replace("T", " ") + " UTC" : "");

// place is where a finding was made, in words.
export const place = (region) => region || "global";

// paramText writes a parameter's value with its unit.
export function paramText(p) {
  const v = Array.isArray(p.value) ? p.value.join(", ") : typeof p.value === "string" ? p.value : JSON.stringify(p.value);
  return (v || "(none)") + (p.unit ? " " + p.unit : "");
}

// expiry says how many days lie between today and the last day, and in words.
export function expiry(last, today) {
  const day = (d) => Date.parse(d + "T00:00:00Z") / 86400000;
  const days = day(last) - day(today);
  if (!Number.isFinite(days)) return { days: NaN, text: "no date", tone: "unknown" };
  if (days < 0) return { days, text: `expired ${plural(-days, "day")} ago`, tone: "fail" };
  const text = days === 0 ? "expires today" : `in ${plural(days, "day")}`;
  return { days, text, tone: days <= 30 ? "unknown" : "pass" };
}
