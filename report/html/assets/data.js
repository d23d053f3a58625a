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
  constructor(fields, more) {
    Object.assign(this, fields);
    if (more) {
      const { id, ...rest } = more;
      Object.assign(this, rest);
      if (id) this.print = id;
    }
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
  const ofRow = ([check, status, severity, scope, resource, message, evidence, gaps, score, because, more]) => {
    const c = checks.get(doc.ids[check]) || {};
    const r = doc.resources[resource];
    return new Finding({
      check: doc.ids[check], aliases: c.aliases || [], status, severity, area: c.area, serviceModel: c.serviceModel,
      owner: "customer", ...doc.scopes[scope], region: r.region, resource: r, message, evidence: evidence || {},
      gaps: gaps.map((g) => doc.gaps[g]), risk: { score, because }, suppression: null, attestation: null,
    }, more);
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
