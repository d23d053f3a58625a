"""Credentials that have run out, are wrong or may nothing; services that throttle."""

import subprocess

import cloud
import laboratory
import operations


def test_expired_credentials_at_the_start(lab):
    lab.load("s3")
    lab.cloud.witness.rule = lambda o: operations.error(o, "ExpiredToken", "The security token included in the request is expired")
    scan = lab.scan()
    assert scan.code == 1 and scan.document is None
    assert "expired" in scan.stderr and "sign" not in scan.stderr.split("expired")[0]
    assert len(scan.stderr.strip().splitlines()) == 1, scan.stderr


def test_unknown_key(lab):
    lab.load("s3")
    lab.cloud.witness.rule = lambda o: operations.error(o, "InvalidClientTokenId", "The security token included in the request is invalid.")
    scan = lab.scan()
    assert scan.code == 1 and scan.document is None
    assert "does not accept the credentials" in scan.stderr


def test_no_credentials(lab):
    scan = lab.scan(env={"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""})
    assert scan.code == 1 and scan.document is None
    assert "no AWS credentials were found" in scan.stderr


def test_nobody_listens(lab):
    scan = lab.scan(env={"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}, timeout=110)
    assert scan.code == 1 and scan.document is None


def test_credentials_that_expire_during_the_scan(lab):
    """What could not be read any more is UNKNOWN, and the report says why."""
    estate = lab.load("s3")
    lab.cloud.witness.rule = lambda o: None if str(o) in ("STS GetCallerIdentity", "EC2 DescribeRegions", "S3 ListBuckets") else operations.error(o, "ExpiredToken", "The provided token has expired.")
    scan = lab.scan(check=estate.checks)
    assert scan.code in (3, 4)
    assert any(g.get("cause") == "expired credentials" for g in scan.gaps()), scan.gaps()
    assert "PASS" not in {f["status"] for f in scan.findings if f["gaps"]}


def test_regions_that_are_mistyped(lab):
    lab.load("s3")
    run = subprocess.run([laboratory.DEMARC, "scan", "aws", "--region", "eu-wets-1"], env=lab.cloud.environment(), capture_output=True, text=True)
    assert run.returncode == 2 and "unknown region" in run.stderr and "eu-west-1" in run.stderr


def test_regions_that_cannot_be_listed(lab):
    """The named regions are scanned, and no verdict changes."""
    estate = lab.load("s3")
    lab.cloud.witness.rule = cloud.deny("EC2 DescribeRegions")
    scan = lab.scan(check=estate.checks)
    changed = {k: (v, estate.scan.verdicts().get(k)) for k, v in scan.verdicts().items() if v not in ("UNKNOWN", estate.scan.verdicts().get(k))}
    assert not changed
    assert "EC2 DescribeRegions" in {g.get("call") for g in scan.gaps()}


def test_throttling_changes_nothing(lab):
    """Calls that are throttled at first and tried again find the same."""
    estate = lab.load("s3")
    seen = {}

    def rule(o):
        seen[str(o)] = seen.get(str(o), 0) + 1
        if str(o) in ("S3 ListBuckets", "S3 GetBucketLogging", "S3 Control GetPublicAccessBlock", "Resource Groups Tagging API GetResources") and seen[str(o)] == 1:
            return operations.error(o, "Throttling", "Rate exceeded", 503)
        return None

    lab.cloud.witness.rule = rule
    scan = lab.scan(check=estate.checks)
    assert scan.findings == estate.scan.findings
    assert seen["S3 ListBuckets"] > 1
