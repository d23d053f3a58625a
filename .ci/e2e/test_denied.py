"""What demarc says when calls are refused: no verdict lies, none is lost."""

import cloud
import operations

# Calls that no verdict hangs on, or whose refusal another call makes up for:
# the account's name, the tags (shown as unread), who else is in the organization,
# and the region of a bucket, which AWS gives with the listing and moto does not.
INCIDENTAL = {
    "Account GetAccountInformation", "Organizations ListAccounts", "Resource Groups Tagging API GetResources", "S3 GetBucketLocation",
}


def lies(before, after):
    """What became of verdicts that must have stayed or become UNKNOWN."""
    wrong = []
    was, now = before.verdicts(), after.verdicts()
    unlisted = {check for (check, _, _), status in now.items() if status == "UNKNOWN"}
    for key, status in now.items():
        if status != "UNKNOWN" and status != was.get(key):
            wrong.append(f"{key}: {status}, was {was.get(key, 'not there')}")
    for key, status in was.items():
        if key not in now and key[0] not in unlisted:
            wrong.append(f"{key}: {status} is gone, and nothing of its check is UNKNOWN")
    return wrong


def named(scan, names):
    """Calls among names that the scan made and that its coverage does not name."""
    made = {c.name for c in scan.calls} & set(names)
    said = {g.get("call") for g in scan.gaps() if g["reason"] == "denied"}
    return made - said - INCIDENTAL


def test_one_refused_operation(lab, estate):
    """Each operation of the estate's scan refused in a scan of its own."""
    lab.load(estate.name)
    wrong = []
    for name in sorted({c.name for c in estate.scan.calls} - {"STS GetCallerIdentity", "S3 GetBucketLocation"}):
        lab.cloud.witness.rule = cloud.deny(name)
        scan = lab.scan(check=estate.checks)
        wrong += [f"without {name}: {w}" for w in lies(estate.scan, scan)]
        wrong += [f"without {name}: its coverage does not name {n}" for n in named(scan, [name])]
        if scan.verdicts() == estate.scan.verdicts() and "UNKNOWN" not in scan.verdicts().values() and scan.code != estate.scan.code:
            wrong.append(f"without {name}: exit code {scan.code}, was {estate.scan.code}, with the same verdicts")
    assert not wrong, "\n".join(wrong[:20])


def test_a_service_refused_whole(lab, estate):
    """Each service of the estate's scan refused with all its operations."""
    lab.load(estate.name)
    wrong = []
    for service in sorted({c.operation.service.metadata["serviceId"] for c in estate.scan.calls} - {"STS"}):
        lab.cloud.witness.rule = lambda o: cloud.denied(o) if o.service.metadata["serviceId"] == service else None
        scan = lab.scan(check=estate.checks)
        wrong += [f"without {service}: {w}" for w in lies(estate.scan, scan)]
    assert not wrong, "\n".join(wrong[:20])


def test_everything_refused(lab, estate):
    """With nothing to see, nothing passes and nothing fails."""
    lab.load(estate.name)
    lab.cloud.witness.rule = lambda o: None if str(o) == "STS GetCallerIdentity" else cloud.denied(o)
    scan = lab.scan(check=estate.checks)
    wrong = lies(estate.scan, scan)
    silent = set(estate.checks) - {f["check"] for f in scan.findings}
    wrong += [f"{c}: no finding at all" for c in sorted(silent)]
    # By service: what only matters for rows that could not be listed is not told.
    said = {g["call"].rpartition(" ")[0] for g in scan.gaps() if g["reason"] == "denied"}
    made = {c.name.rpartition(" ")[0] for c in scan.calls if c.name not in INCIDENTAL} - {"STS"}
    wrong += [f"coverage does not name {n}" for n in sorted(made - said)]
    assert not wrong, "\n".join(wrong[:20])
    assert scan.code == (3 if "FAIL" in scan.verdicts().values() else 4)


def test_one_region_refused(lab, estate):
    """A service control policy that closes a region takes nothing from the other."""
    lab.load(estate.name)
    closed = "eu-west-1"
    lab.cloud.witness.rule = lambda o: cloud.denied(o) if o.region == closed else None
    scan = lab.scan(check=estate.checks)
    wrong = lies(estate.scan, scan)
    assert not wrong, "\n".join(wrong[:20])


def test_calls_that_fail(lab, estate):
    """An operation that fails for another reason than a refusal is a gap too."""
    lab.load(estate.name)
    lab.cloud.witness.rule = lambda o: None if str(o) in ("STS GetCallerIdentity", "EC2 DescribeRegions") else operations.error(o, "ValidationException", "no", 400)
    wrong = lies(estate.scan, lab.scan(check=estate.checks))
    assert not wrong, "\n".join(wrong[:20])


def test_web_pages_for_answers(lab, estate):
    """A page that a proxy on the way puts in place of an answer is no answer."""
    lab.load(estate.name)
    page = 200, {"Content-Type": "text/html"}, "<html><head><title>Sign in</title></head><body>Accept the terms of use</body></html>"
    lab.cloud.witness.rule = lambda o: None if str(o) in ("STS GetCallerIdentity", "EC2 DescribeRegions") else page
    wrong = lies(estate.scan, lab.scan(check=estate.checks))
    assert not wrong, "\n".join(wrong[:20])
