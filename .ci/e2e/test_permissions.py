"""The permissions that demarc asks for are those that its calls take."""

import json
import subprocess

import pytest
from policy_sentry.querying.all import get_all_actions

import laboratory
import permissions


def declared(*args):
    out = subprocess.run([laboratory.DEMARC, "permissions", "aws", *args], check=True, capture_output=True, text=True).stdout
    policies = json.loads(out)
    if isinstance(policies, dict):
        policies = [policies]
    return {a for p in policies for s in p["Statement"] for a in s["Action"]}


@pytest.fixture(scope="session")
def published():
    return {a.lower() for a in get_all_actions()}


def test_declared_actions_are_published(published):
    """Every declared action is in the published list of IAM actions."""
    assert not sorted(a for a in declared() if a.lower() not in published)


def test_the_list_would_notice(published):
    assert "s3:getbucketencryption" not in published
    assert "s3:getencryptionconfiguration" in published


def test_calls_are_declared(lab, estate):
    """Every call of a scan takes actions that the policy for the same checks has."""
    have = declared("--check", ",".join(estate.checks))
    lacking = {(c.name, a) for c in estate.scan.calls for a in permissions.of(c.operation) if a not in have}
    assert not lacking


def test_calls_are_counted(lab, estate):
    """What demarc says it called is what the server saw, retries aside."""
    seen, said = {}, dict(estate.scan.document["coverage"]["operations"])
    for c in estate.scan.calls:
        seen[c.name] = seen.get(c.name, 0) + 1
    seen.pop("STS GetCallerIdentity", None)  # asked before the scan
    said.pop("STS GetCallerIdentity", None)
    said.pop("S3 ListDirectoryBuckets", None)  # the SDK does not send it to an endpoint of the user's own
    different = {n: (said.get(n), seen.get(n)) for n in said.keys() | seen.keys() if said.get(n, 0) > seen.get(n, 0) or n not in said}
    assert not different, "operations: (said, seen)"


def test_calls_are_only_reads(lab, estate):
    """Nothing that changes an account leaves demarc."""
    reads = ("Describe", "List", "Get", "Head", "Lookup", "Search", "BatchGet", "Check")
    writes = {c.name for c in estate.scan.calls if not c.operation.name.startswith(reads)} - {"IAM GenerateCredentialReport"}
    assert not writes


def test_calls_name_the_scan(lab, estate):
    """The User-Agent of every call holds the scan's id."""
    scan = estate.scan.document["scanId"]
    assert not {c.name for c in estate.scan.calls if f"demarc-{scan}" not in c.agent}


def test_declared_actions_are_used(lab):
    """Every declared action is of a call that was made, or listed with a reason."""
    used = {a for e in lab.all() for c in e.scan.calls for a in permissions.of(c.operation)}
    have = declared()
    wrong = [f"{a}: declared and never used" for a in sorted(have - used - set(permissions.UNCALLED))]
    wrong += [f"{a}: listed as not called, and called" for a in sorted(set(permissions.UNCALLED) & used)]
    wrong += [f"{a}: listed as not called, and not declared" for a in sorted(set(permissions.UNCALLED) - have)]
    assert not wrong, "\n".join(wrong[:20])
