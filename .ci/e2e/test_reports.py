"""The published formats before validators that others wrote."""

import csv
import json
import os
import pathlib
import subprocess
import sys

import pytest

import cloud
import laboratory

DOCS = laboratory.ROOT / "docs"
NODE = pathlib.Path(os.environ.get("VENV", laboratory.ROOT / ".venv")) / "node"
MULTITOOL = NODE / "node_modules" / "@microsoft" / "sarif-multitool-linux"
FORMATS = {"json": "scan.json", "jsonl": "scan.jsonl", "sarif": "scan.sarif", "markdown": "scan.md", "csv": "scan.csv", "text": "scan.txt"}


def written(run, folder):
    """All formats of one scan, written by run(*arguments)."""
    folder.mkdir(exist_ok=True)
    arguments = ["--quiet"]
    for name, file in FORMATS.items():
        arguments += ["--format", name, "--output", str(folder / file)]
    run(*arguments)
    return folder


@pytest.fixture(scope="module")
def folders(lab, tmp_path_factory):
    """Scans of an estate, of one that cannot be read, and of the demo estate;
    all checks."""
    base = tmp_path_factory.mktemp("reports")

    def aws(*arguments):
        command = [laboratory.DEMARC, "scan", "aws", "--region", cloud.REGIONS, *arguments]
        subprocess.run(command, env=lab.cloud.environment(), capture_output=True, text=True, timeout=300)

    def demo(*arguments):
        subprocess.run([laboratory.DEMARC, "scan", "demo", *arguments], capture_output=True, text=True, timeout=120)

    lab.load("vpc")
    found = [written(aws, base / "estate")]
    lab.cloud.witness.rule = lambda o: None if str(o) == "STS GetCallerIdentity" else cloud.denied(o)
    found.append(written(aws, base / "unreadable"))
    lab.cloud.witness.free()
    return found + [written(demo, base / "demo")]


def check_jsonschema(schema, *files):
    run = subprocess.run([sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *files], capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


def test_the_schemas_are_schemas():
    for schema in DOCS.glob("*.schema.json"):
        run = subprocess.run([sys.executable, "-m", "check_jsonschema", "--check-metaschema", schema], capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr


def test_json_is_valid(folders):
    for folder in folders:
        code, said = check_jsonschema(DOCS / "scan.schema.json", folder / "scan.json")
        assert code == 0, said[:4000]


def test_every_line_of_jsonl_is_valid(folders, tmp_path):
    for folder in folders:
        lines = (folder / "scan.jsonl").read_text().splitlines()
        assert len(lines) >= 3
        files = []
        for i, line in enumerate(lines):
            if i % max(1, len(lines) // 400) and i < len(lines) - 3:
                continue  # each line is alike; one in so many is judged
            files.append(tmp_path / f"{folder.name}-{i}.json")
            files[-1].write_text(line)
        code, said = check_jsonschema(DOCS / "scan-line.schema.json", *files)
        assert code == 0, said[:4000]


def test_a_broken_document_is_refused(folders, tmp_path):
    """The judge judges: each of these mistakes is noticed."""
    good = json.loads((folders[0] / "scan.json").read_text())
    for name, spoil in {
        "status": lambda d: d["findings"][0].update(status="OK"),
        "field": lambda d: d["findings"][0].update(extra=1),
        "missing": lambda d: d.pop("coverage"),
        "id": lambda d: d["findings"][0].update(id="x"),
        "type": lambda d: d["coverage"].update(calls="7"),
    }.items():
        document = json.loads(json.dumps(good))
        spoil(document)
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(document))
        assert check_jsonschema(DOCS / "scan.schema.json", file)[0] != 0, name


def test_sarif_is_valid_by_its_schema(folders):
    files = [folder / "scan.sarif" for folder in folders]
    run = subprocess.run(["node", laboratory.HERE / "validate-sarif.js", MULTITOOL / "sarif-2.1.0.json", *files],
                         env=os.environ | {"NODE_PATH": str((NODE / "node_modules").resolve())}, capture_output=True, text=True)
    assert run.returncode == 0, (run.stdout + run.stderr)[:4000]
    assert f"{len(files)} files, 0 errors" in run.stdout


def multitool(file, out):
    """What Sarif.Multitool finds, by level. Its exit code says nothing."""
    subprocess.run([MULTITOOL / "Sarif.Multitool", "validate", file, "--rule-kind", "Sarif;Ghas", "--output", out,
                    "--log", "ForceOverwrite", "--level", "Error;Warning"], capture_output=True, text=True, timeout=300,
                   env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
    log = json.loads(out.read_text(encoding="utf-8-sig"))
    assert log["runs"], "nothing was analysed"
    found = {"error": [], "warning": []}
    for run in log["runs"]:
        for r in run.get("results", []):
            found[r.get("level", "warning")].append(f"{r['ruleId']}: {r['message'].get('text') or r['message'].get('arguments')}")
        for i in run.get("invocations", []):
            for n in i.get("toolConfigurationNotifications", []) + i.get("toolExecutionNotifications", []):
                if n.get("level") == "error":
                    found["error"].append(n["message"]["text"])
    return found


def without_links(file, out):
    """The same file without the links of its rules: the tool would follow each
    on the network, and the schema has judged their form."""
    log = json.loads(file.read_text())
    for run in log["runs"]:
        for rule in run["tool"]["driver"]["rules"]:
            del rule["helpUri"]
    out.write_text(json.dumps(log))
    return out


def test_sarif_satisfies_multitool(folders, tmp_path):
    for folder in folders:
        found = multitool(without_links(folder / "scan.sarif", tmp_path / f"{folder.name}.sarif"), tmp_path / f"{folder.name}.out.sarif")
        assert not found["error"], "\n".join(found["error"][:20])


def test_multitool_notices(folders, tmp_path):
    """It does judge: a result without a message and a place is an error."""
    log = json.loads((folders[0] / "scan.sarif").read_text())
    assert log["runs"][0]["results"], "an estate without a failure"
    log["runs"][0]["results"][0]["locations"] = []
    log["runs"][0]["results"][0]["message"] = {"text": ""}
    file = tmp_path / "bad.sarif"
    file.write_text(json.dumps(log))
    file = without_links(file, tmp_path / "thin.sarif")
    assert multitool(file, tmp_path / "out.sarif")["error"]


def test_formats_tell_the_same(folders):
    """The verdicts of the formats are those of the JSON document."""
    for folder in folders:
        document = json.loads((folder / "scan.json").read_text())
        findings = document["findings"]
        lines = [json.loads(l) for l in (folder / "scan.jsonl").read_text().splitlines()]
        assert [l["finding"] for l in lines if l["type"] == "finding"] == findings
        rows = list(csv.DictReader((folder / "scan.csv").open(newline="")))
        assert len(rows) == len(findings)
        failed = [f for f in findings if f["status"] == "FAIL"]
        results = [r for run in json.loads((folder / "scan.sarif").read_text())["runs"] for r in run["results"]]
        assert sorted(r["partialFingerprints"]["primaryLocationLineHash"] for r in results) == sorted(f["id"] + ":1" for f in failed)
        assert len({f["id"] for f in findings}) == len(findings), "fingerprints that are not unique"


def test_reports_are_made_again_from_a_kept_scan(folders, tmp_path):
    """demarc report writes from JSON and from JSON lines what the scan wrote."""
    for folder in folders:
        for kept in ("scan.json", "scan.jsonl"):
            def report(*arguments):
                subprocess.run([laboratory.DEMARC, "report", "--from", folder / kept, *[a for a in arguments if a != "--quiet"]], check=True, capture_output=True)
            again = written(report, tmp_path / (folder.name + kept))
            for file in FORMATS.values():
                assert (again / file).read_bytes() == (folder / file).read_bytes(), (folder.name, kept, file)


def test_a_snapshot_gives_the_same_findings(lab, tmp_path):
    """What a snapshot is judged to be without a call is what the scan said."""
    lab.load("vpc")
    snapshot, out = tmp_path / "s.snapshot", tmp_path / "again.json"
    scan = lab.scan("--snapshot", str(snapshot))
    calls = len(lab.cloud.witness.calls)
    run = subprocess.run([laboratory.DEMARC, "scan", "--from", snapshot, "--quiet", "--format", "json", "--output", out], capture_output=True, text=True)
    assert run.returncode in (0, 3, 4), run.stderr
    assert json.loads(out.read_text())["findings"] == scan.findings
    assert len(lab.cloud.witness.calls) == calls
