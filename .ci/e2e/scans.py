"""Scans made of a scan: larger ones, and ones in which more went wrong. They
are of the published form, so that demarc report reads them."""

import collections
import copy
import hashlib
import json

HOSTILE = [
    "</script><img src=x onerror=alert(1)>", "<!--<script>", "\"><svg onload=alert(1)>", "javascript:alert(1)", "${7*7}{{7*7}}",
    "ü 日本 \u202e\u2028\u2029 \x1b[31m", "'; drop table--", "a" * 400, "-x y", "]]>&lt;b&gt;", "#overview?q=<b>", "__proto__", "constructor",
]


def fingerprint(f):
    r = f["resource"]
    return hashlib.sha256("\0".join([f["provider"], r["account"], r["region"], r["fullId"], f["check"]]).encode()).hexdigest()[:32]


def counted(document):
    """The document with the counts that its findings make."""
    every = collections.Counter(f["status"] for f in document["findings"])
    each = collections.defaultdict(collections.Counter)
    for f in document["findings"]:
        each[f["check"]][f["status"]] += 1
    document["counts"] = dict(every)
    for c in document["checks"]:
        c["counts"] = dict(each[c["id"]])
        c["whole"] = c["whole"] and not each[c["id"]]["UNKNOWN"]
    return document


def large(document, n):
    """The scan with its accounts over and over, until it has n findings."""
    made = {**document, "scopes": [], "findings": []}
    while len(made["findings"]) < n:
        k = len(made["scopes"])
        for scope in document["scopes"]:
            new = {**scope, "account": str(700000000000 + 7919 * k), "name": f"{scope.get('name', '')}-{k:03}"}
            made["scopes"].append(new)
            for f in document["findings"]:
                if f["account"] == scope["account"] and f["provider"] == scope["provider"]:
                    made["findings"].append(moved(f, new, k))
            k += 1
    del made["findings"][n:]
    return counted(made)


def moved(f, scope, k):
    """The finding in another account, of a resource with an id of its own."""
    own = hashlib.sha256(f"{k} {f['resource']['fullId']}".encode()).hexdigest()[:9]
    f = {**f, "account": scope["account"], "accountName": scope["name"], "resource": dict(f["resource"])}
    r = f["resource"]
    for key in ("id", "fullId", "name"):
        r[key] = f"{r[key].replace(r['account'], scope['account'])}-{own}"
    r["account"] = scope["account"]
    f["message"] = f["message"] and f"{f['message']} ({own[:4]})"
    f["id"] = fingerprint(f)
    return f


def eventful(document):
    """The scan with hostile names, and with all that can happen to one: ended
    early, a cloud that was not reached, refusals, a broken check, decisions."""
    d = copy.deepcopy(document)
    d["complete"] = False
    d["unreached"] = [{"provider": "gcp", "why": "no credentials were found </script>"}]
    failed = [f for f in d["findings"] if f["status"] == "FAIL"]
    for f, name in zip(failed[::7], HOSTILE * 3):
        f["resource"]["name"] = name
        f["resource"]["tags"] = {name: name, "__proto__": "x"}
        f["message"] = f"the name is {name}"
        f["evidence"] = {name: [name, {name: name}], "link": "javascript:alert(1)"}
    gaps = [{"reason": "denied", "call": "S3 GetBucketPolicy", "action": "s3:GetBucketPolicy", "cause": "service control policy", "where": "111122223333/eu-central-1"},
            {"reason": "throttled", "call": "IAM GetRole", "where": "444455556666"},
            {"reason": "denied", "call": "KMS GetKeyPolicy", "action": "kms:GetKeyPolicy", "where": HOSTILE[0]}]
    passed = [f for f in d["findings"] if f["status"] == "PASS"]
    for i, f in enumerate(passed[::9]):
        f.update(status="UNKNOWN", gaps=[gaps[i % 3]], message="could not be read", evidence={})
    d["coverage"]["gaps"] = [{"kind": "aws.s3.Bucket", "gap": g, "count": 7 + i} for i, g in enumerate(gaps)]
    passed[1].update(status="ERROR", message="the check reads what it does not declare")
    for i, f in enumerate(failed[3::19]):
        f.update(status="SUPPRESSED", risk={"score": 0, "because": []}, suppression={
            "id": f"lab-{i % 4}", "reason": "a laboratory without data " + HOSTILE[i % 3], "owner": "jonas@example.com", "approver": "ciso@example.com",
            "expires": ["2026-11-20", "2026-12-10", "2027-06-30", "2028-01-31"][i % 4]})
    for i, f in enumerate([f for f in d["findings"] if f["status"] == "MANUAL"][::6]):
        f.update(status="ATTESTED" if i % 3 else "MANUAL", attestation={
            "id": f"a-{i}", "statement": "Reviewed with the owners of the data.", "owner": "mara@example.com", "approver": "ciso@example.com", "date": "2026-06-01",
            "expires": ["2026-09-01", "2026-12-05", "2027-06-01"][i % 3], "evidence": ["https://wiki.example.com/review", "sha256:" + "ab" * 32, "javascript:alert(1)"][i % 3]})
    d["checks"][0]["link"] = "javascript:alert(1)"
    for f in d["findings"]:
        f["id"] = fingerprint(f)
    return counted(d)


def write(document, path):
    path.write_text(json.dumps(document))
    return path
