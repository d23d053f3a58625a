// The one place that knows how a scan reaches the page. Everything else works
// on the published form (docs/scan.schema.json).
import { sha256 } from "./sha256.js";

// read decodes the block of a report: gzip, in base64, of what pack.go wrote.
export async function read(base64) {
  const bytes = Uint8Array.from(atob(base64.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return unpack(JSON.parse(await new Response(stream).text()));
}

// A Finding has the fields of the published form. Its fingerprint is made when
// it is asked for: twenty thousand of them would be half of the page.
class Finding {
  constructor([, status, severity, , , message, evidence, , score, because], id, check, scope, resource, gaps) {
    this.check = id;
    this.aliases = check.aliases || [];
    this.status = status;
    this.severity = severity;
    this.area = check.area;
    this.serviceModel = check.serviceModel;
    this.owner = "customer";
    this.provider = scope.provider;
    this.account = scope.account;
    this.accountName = scope.accountName;
    this.region = resource.region;
    this.resource = resource;
    this.message = message;
    this.evidence = evidence || {};
    this.gaps = gaps;
    this.risk = { score, because };
    this.suppression = null;
    this.attestation = null;
  }

  get id() {
    const r = this.resource;
    this.print ||= sha256([this.provider, r.account, r.region, r.fullId, this.check].join("\0")).slice(0, 32);
    return this.print;
  }
}

// unpack turns the packed scan into the published form.
export function unpack(doc) {
  const checks = new Map(doc.scan.checks.map((c) => [c.id, c]));
  const ofRow = (row) => {
    const [check, , , scope, resource, , , gaps, , , more] = row;
    const id = doc.ids[check];
    const f = new Finding(row, id, checks.get(id) || {}, doc.scopes[scope], doc.resources[resource], gaps.map((g) => doc.gaps[g]));
    if (!more) return f;
    const { id: print, ...rest } = more;
    return Object.assign(f, rest, print ? { print } : {});
  };
  return scanOf({ ...doc.scan, findings: doc.rows.map(ofRow) }, doc.leftOut);
}

// scanOf adds to a published scan what the components look up.
export function scanOf(published, leftOut = 0) {
  const checks = new Map(published.checks.map((c) => [c.id, c]));
  const titles = new Map(published.matrix.rows.map((r) => [r.area, r.title]));
  return {
    ...published,
    leftOut,
    // check returns the summary of a check; a bare one where the scan has none.
    check: (id) => checks.get(id) || bare(id),
    areaTitle: (area) => titles.get(area) || area,
  };
}

const bare = (id) => ({
  id, title: id, why: "", fix: { console: "", cli: "", terraform: "" }, severity: "info", area: "", serviceModel: "",
  service: "", controls: {}, aliases: [], link: "", params: [], revision: 0, manual: false, ran: false, resources: 0,
  whole: false, counts: {},
});
