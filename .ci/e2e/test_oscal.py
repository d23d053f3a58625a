"""OSCAL before compliance-trestle, a validator that others wrote, and the
customer responsibility matrix and the compliance pages beside the scan."""

import csv
import html.parser
import json
import subprocess
import sys

import pytest

import cloud
import laboratory

KINDS = {"oscal": "assessment-results", "oscal-component": "component-definition"}
FILES = {"json": "scan.json", "crm": "crm.csv", "oscal": "oscal.json", "oscal-component": "oscal-component.json"}


@pytest.fixture(scope="module")
def folders(lab, tmp_path_factory):
    """Scans of an estate, of one that cannot be read, and of the demo estate."""
    base = tmp_path_factory.mktemp("oscal")

    def scan(name, *arguments, env=None):
        folder = base / name
        folder.mkdir()
        command = [laboratory.DEMARC, "scan", *arguments, "--quiet"]
        for form, file in FILES.items():
            command += ["--format", form, "--output", folder / file]
        run = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300)
        assert run.returncode in (0, 3, 4), run.stderr
        return folder

    lab.load("vpc")
    found = [scan("estate", "aws", "--region", cloud.REGIONS, env=lab.cloud.environment())]
    lab.cloud.witness.rule = lambda o: None if str(o) == "STS GetCallerIdentity" else cloud.denied(o)
    found.append(scan("unreadable", "aws", "--region", cloud.REGIONS, env=lab.cloud.environment()))
    lab.cloud.witness.free()
    return found + [scan("demo", "demo")]


def trestle(folder, *arguments):
    run = subprocess.run([sys.executable, "-m", "trestle", *arguments], cwd=folder, capture_output=True, text=True, timeout=300)
    return run.returncode, run.stdout + run.stderr


def judged(workspace, file, kind, name):
    """What trestle says of a file: that it is valid, or what is wrong."""
    code, said = trestle(workspace, "import", "-f", str(file), "-o", name)
    if code == 0:
        code, said = trestle(workspace, "validate", "-t", kind, "-n", name)
    return code == 0 and "VALID" in said, said


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trestle")
    code, said = trestle(folder, "init", "--local")
    assert code == 0, said
    return folder


def test_oscal_satisfies_trestle(folders, workspace):
    for folder in folders:
        for form, kind in KINDS.items():
            valid, said = judged(workspace, folder / FILES[form], kind, f"{folder.name}-{form}")
            assert valid, (folder.name, form, said[-4000:])


def test_trestle_notices(folders, workspace, tmp_path):
    """It does judge: each of these mistakes is an error."""
    good = json.loads((folders[0] / "oscal.json").read_text())
    for name, spoil in {
        "state": lambda r: r["findings"][0]["target"]["status"].update(state="fine"),
        "field": lambda r: r.update(extra=1),
        "uuid": lambda r: r["observations"][0].update(uuid="x"),
        "twice": lambda r: r["observations"][0].update(uuid=r["observations"][1]["uuid"]),
    }.items():
        document = json.loads(json.dumps(good))
        spoil(document["assessment-results"]["results"][0])
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(document))
        assert not judged(workspace, file, "assessment-results", f"bad-{name}")[0], name


def test_oscal_tells_what_the_scan_says(folders):
    """Each finding is an observation; a check is satisfied only where it passed
    and nothing speaks against it."""
    for folder in folders:
        findings = json.loads((folder / "scan.json").read_text())["findings"]
        results = json.loads((folder / "oscal.json").read_text())["assessment-results"]["results"]
        prints = [p["value"] for r in results for o in r.get("observations", []) for p in o["props"] if p["name"] == "fingerprint"]
        assert sorted(prints) == sorted(f["id"] for f in findings)
        for r in results:
            account = next(p["value"] for p in r["props"] if p["name"] == "account")
            for f in r.get("findings", []):
                check = next(p["value"] for p in f["props"] if p["name"] == "check")
                seen = {x["status"] for x in findings if x["account"] == account and x["check"] == check}
                if f["target"]["status"]["state"] == "satisfied":
                    assert seen <= {"PASS", "ATTESTED", "NOT_APPLICABLE"}, (account, check, seen)


def test_the_matrix_has_a_row_for_each_check(folders):
    for folder in folders:
        document = json.loads((folder / "scan.json").read_text())
        rows = {r["id"]: r for r in csv.DictReader((folder / "crm.csv").open(newline=""))}
        assert {c["id"] for c in document["checks"] if c["counts"]} <= set(rows)
        assert any(r["implementation status"] == "inherited" for r in rows.values())
        for c in document["checks"]:
            if c["counts"].get("UNKNOWN") and not c["counts"].get("FAIL"):
                assert rows[c["id"]]["implementation status"] == "could not be read", c["id"]


def compliance(scan, *arguments):
    run = subprocess.run([laboratory.DEMARC, "compliance", *arguments, "--from", scan], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_nothing_unread_is_met(folders):
    """An estate that cannot be read meets no requirement of any framework."""
    unreadable = next(f for f in folders if f.name == "unreadable") / "scan.json"
    for framework in json.loads(compliance(unreadable, "--format", "json")):
        assert framework["totals"].get("met", 0) == 0, framework["framework"]
        assert sum(framework["totals"].values()) == len(framework["requirements"])


def test_pages_are_html(folders):
    for arguments in (["--format", "html"], ["cis-aws-7", "--format", "html"]):
        page = compliance(folders[-1] / "scan.json", *arguments)
        seen = []

        class Reader(html.parser.HTMLParser):
            def handle_starttag(self, tag, attrs):
                seen.append(tag)

        Reader().feed(page)
        assert "table" in seen and "script" not in seen and "img" not in seen
