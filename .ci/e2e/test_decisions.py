"""The files of people's decisions, and the comparison, before a validator that
others wrote, and Prowler's documented example of a mute list."""

import subprocess
import sys

import pytest

import laboratory

DOCS = laboratory.ROOT / "docs"

MUTELIST = """
Mutelist:
  Accounts:
    "123456789012":
      Checks:
        "iam_user_hardware_mfa_enabled":
          Regions: ["us-east-1"]
          Resources: ["user-1", "user-2"]
        "ec2_*":
          Regions: ["*"]
          Resources: ["*"]
        "*":
          Regions: ["*"]
          Resources: ["test"]
          Tags: ["test=test", "project=test|project=stage"]
    "*":
      Checks:
        "s3_bucket_object_versioning":
          Regions: ["eu-west-1", "us-east-1"]
          Resources: ["ci-logs", "logs", ".+-logs"]
        "ecs_task_definitions_no_environment_secrets":
          Regions: ["*"]
          Resources: ["*"]
          Exceptions:
            Accounts: ["0123456789012"]
            Regions: ["eu-west-1", "eu-south-2"]
        "*":
          Regions: ["*"]
          Resources: ["*"]
          Tags: ["environment=dev"]
"""


def demarc(*arguments, folder=None):
    return subprocess.run([laboratory.DEMARC, *map(str, arguments)], capture_output=True, text=True, timeout=120, cwd=folder)


def valid(schema, *files):
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", DOCS / f"{schema}.schema.json", *files]
    run = subprocess.run(command, capture_output=True, text=True)
    return run.returncode == 0, run.stdout + run.stderr


SIGNED = ["--owner", "jane", "--approver", "joe"]


def test_what_attest_new_writes_is_valid(tmp_path):
    file = tmp_path / "attestations.yaml"
    evidence = tmp_path / "plan: #1.txt"
    evidence.write_text("the plan")
    ids = [line.split("│")[1].strip() for line in demarc("attest", "list").stdout.splitlines() if "-manual-" in line]
    assert len(ids) > 20
    for i, one in enumerate(ids):
        rest = ["--account", "012345678901", "--evidence", evidence.name] if i % 2 else ["--evidence", "https://wiki.example/a#b"]
        run = demarc("attest", "new", one, *SIGNED, "--statement", 'true: "it" is # so', *rest, "--append", file.name, folder=tmp_path)
        assert run.returncode == 0, run.stderr
    run = demarc("attest", "check", file)
    assert run.returncode == 0 and f"{len(ids)} attestations" in run.stdout, run.stdout + run.stderr
    ok, said = valid("attestations", file)
    assert ok, said


def test_a_skeleton_is_not_valid_until_it_is_filled_in(tmp_path):
    file = tmp_path / "attestations.yaml"
    assert demarc("attest", "new", "incident-plan", "--append", file).returncode == 0
    assert demarc("attest", "check", file).returncode == 2
    ok, said = valid("attestations", file)
    assert not ok and "TODO" in said


def test_prowlers_own_example(tmp_path):
    mutelist, file = tmp_path / "mutelist.yaml", tmp_path / "suppressions.yaml"
    mutelist.write_text(MUTELIST)
    run = demarc("suppress", "import", "--from", "prowler", mutelist, *SIGNED, "--expires", "2099-12-31")
    assert run.returncode == 4
    assert run.stderr.count("left out") == 1 and "ecs_task_definitions_no_environment_secrets" in run.stderr
    file.write_text(run.stdout)
    # No descriptions, so that the reasons are left to fill in.
    assert demarc("suppress", "check", file).returncode == 2
    file.write_text(run.stdout.replace('"TODO why it is accepted"', "a reason").replace("TODO why it is accepted", "a reason"))
    assert demarc("suppress", "check", file).returncode == 0, demarc("suppress", "check", file).stderr
    ok, said = valid("suppressions", file)
    assert ok, said
    assert run.stdout.count("- id: ") == 6  # the rule with bars between its tags makes two


@pytest.fixture(scope="module")
def scans(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scans")
    suppressions = folder / "suppressions.yaml"
    suppressions.write_text(
        "suppressions:\n  - {id: all, check: 'aws-s3-*', reason: r, owner: jane, approver: joe, expires: 2099-01-01}\n"
        "  - {id: old, check: 'aws-ec2-*', reason: r, owner: jane, approver: joe, expires: 2020-01-01}\n"
    )
    attestations = folder / "attestations.yaml"
    attestations.write_text(
        "attestations:\n  - {id: incident-plan, statement: s, owner: jane, approver: joe, date: 2026-11-01, expires: 2027-11-01, evidence: {link: 'https://x.example'}}\n"
        "  - {id: train, statement: s, owner: jane, approver: joe, date: 2025-01-01, expires: 2025-11-01, evidence: {link: 'https://x.example'}}\n"
    )
    old, new = folder / "old.json", folder / "new.jsonl"
    demarc("scan", "demo", "--format", "json", "--output", old, "--quiet")
    run = demarc("scan", "demo", "--suppressions", suppressions, "--attestations", attestations, "--baseline", old, "--format", "jsonl", "--output", new, "--quiet")
    assert "the suppression old expired on 2020-01-01" in run.stderr
    return folder, old, new


def test_scans_with_decisions_follow_their_schemas(scans):
    folder, _, new = scans
    document = folder / "again.json"
    run = demarc("report", "--from", new, "--format", "json", "--output", document)
    assert run.returncode == 0, run.stderr
    for word in ('"SUPPRESSED"', '"ATTESTED"', "expired on 2025-11-01"):
        assert word in document.read_text()
    ok, said = valid("scan", document)
    assert ok, said


def test_the_comparison_follows_its_schema(scans):
    folder, old, new = scans
    for a, b in ((old, new), (new, old), (old, old)):
        out = folder / "diff.json"
        out.write_text(demarc("diff", a, b, "--format", "json").stdout)
        ok, said = valid("diff", out)
        assert ok, said
