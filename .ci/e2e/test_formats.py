"""The formats of other tools before judges that others wrote: OCSF, ASFF,
JUnit, OpenMetrics, the whole SARIF."""

import collections
import copy
import csv
import json
import os
import re
import subprocess

import botocore.session
import botocore.validate
import jsonschema
import pytest
from lxml import etree
from ocsf_json_schema import OcsfJsonSchemaEmbedded, get_ocsf_schema
from prometheus_client import parser as prometheus
from prometheus_client.openmetrics import parser as openmetrics

import laboratory
import scans
import test_reports

FILES = {"json": "scan.json", "ocsf": "scan.ocsf.jsonl", "junit": "scan.xml", "openmetrics": "scan.prom", "sarif": "scan.sarif",
         "sarif-full": "full.sarif", "asff": "hub/", "csv": "scan.csv", "markdown": "scan.md", "markdown-comment": "comment.md"}
GITHUB_COMMENT, GITHUB_SUMMARY = 65_536, 1 << 20


def outputs(folder):
    arguments = ["--quiet"]
    for name, file in FILES.items():
        arguments += ["--format", name, "--output", f"{folder}/{file}"]
    return arguments


@pytest.fixture(scope="module")
def folders(lab, tmp_path_factory):
    """The demo estate, the same with all that can go wrong and hostile names, a
    large one, and an account that nothing could be read of."""
    base = tmp_path_factory.mktemp("formats")
    for name in ("demo", "eventful", "large", "unreadable"):
        (base / name).mkdir()
    subprocess.run([laboratory.DEMARC, "scan", "demo", *outputs(base / "demo")], capture_output=True, text=True, timeout=300)
    document = json.loads((base / "demo" / "scan.json").read_text())
    eventful = scans.eventful(document)
    unknown = [f for f in eventful["findings"] if f["status"] == "UNKNOWN"]
    unknown[0]["stale"] = unknown[-1]["stale"] = True
    for name, made in {"eventful": eventful, "large": scans.large(document, 60_000)}.items():
        kept = scans.write(made, base / name / "kept.json")
        run = subprocess.run([laboratory.DEMARC, "report", "--from", kept, *outputs(base / name)[1:]], capture_output=True, text=True, timeout=600)
        assert run.returncode == 0, run.stderr
        (base / name / "said").write_text(run.stderr)
    lab.load("vpc")
    lab.cloud.witness.rule = lambda o: None if str(o) == "STS GetCallerIdentity" else test_reports.cloud.denied(o)
    subprocess.run([laboratory.DEMARC, "scan", "aws", "--region", test_reports.cloud.REGIONS, *outputs(base / "unreadable")],
                   env=lab.cloud.environment(), capture_output=True, text=True, timeout=300)
    lab.cloud.witness.free()
    return [base / name for name in ("demo", "eventful", "large", "unreadable")]


def findings(folder):
    return json.loads((folder / "scan.json").read_text())["findings"]


# OCSF


@pytest.fixture(scope="module")
def ocsf():
    schema = OcsfJsonSchemaEmbedded(get_ocsf_schema(version="1.8.0")).get_class_schema("compliance_finding", ["cloud"])
    return jsonschema.Draft202012Validator(schema)


def test_the_committed_ocsf_schema_is_the_published_one(ocsf):
    committed = laboratory.ROOT / "report" / "ocsf" / "testdata" / "compliance_finding.schema.json"
    assert json.loads(committed.read_text()) == ocsf.schema


def events(folder):
    return [json.loads(line) for line in (folder / "scan.ocsf.jsonl").read_text().splitlines()]


def test_ocsf_events_are_valid(folders, ocsf):
    for folder in folders:
        of, every = findings(folder), events(folder)
        assert [e["finding_info"]["uid"] for e in every] == [f["id"] for f in of]
        step = max(1, len(every) // 500)
        chosen = [e for i, (e, f) in enumerate(zip(every, of)) if not i % step or f.get("stale") or f["status"] in ("SUPPRESSED", "ATTESTED", "ERROR")]
        for e in chosen[:1500]:
            errors = [f"{'/'.join(map(str, x.path))}: {x.message[:200]}" for x in ocsf.iter_errors(e)]
            assert not errors, errors[:5]


def test_ocsf_never_calls_unread_a_pass(folders):
    means = {"PASS": {1}, "FAIL": {3}, "SUPPRESSED": {3}, "UNKNOWN": {2}}
    for folder in folders:
        for e, f in zip(events(folder), findings(folder)):
            assert e["compliance"]["status_id"] in means.get(f["status"], {99}), f
            assert e["type_uid"] == e["class_uid"] * 100 + e["activity_id"]


def test_the_ocsf_judge_judges(folders, ocsf):
    good = events(folders[0])[0]
    for name, spoil in {
        "unknown attribute": lambda e: e.update(extra=1), "no cloud": lambda e: e.pop("cloud"), "severity": lambda e: e.update(severity_id=42),
        "time": lambda e: e.update(time="now"), "no uid": lambda e: e["finding_info"].pop("uid"),
    }.items():
        bad = copy.deepcopy(good)
        spoil(bad)
        assert list(ocsf.iter_errors(bad)), name


# ASFF


def batches(folder):
    return {p: json.loads(p.read_text()) for p in sorted((folder / "hub").iterdir())}


def test_asff_has_the_shape_that_the_client_takes(folders):
    model = botocore.session.get_session().get_service_model("securityhub")
    shape = model.operation_model("BatchImportFindings").input_shape
    types = set(model.shape_for("ResourceDetails").members) | {"Other", "AwsAccount"}
    for folder in folders:
        for path, batch in batches(folder).items():
            report = botocore.validate.ParamValidator().validate({"Findings": batch}, shape)
            assert not report.has_errors(), report.generate_report()
            sent = len(json.dumps({"Findings": batch}).encode())
            assert len(batch) <= 100 and sent <= 6_000_000, path
            for f in batch:
                assert {r["Type"] for r in f["Resources"]} <= types, f["Resources"]
                assert len(json.dumps(f).encode()) <= 240_000 and len(f["Title"]) <= 256 and len(f["Description"]) <= 1024, f["Id"]
                assert path.name.startswith(f"asff_{f['AwsAccountId']}_{f['Region']}_") and f["RecordState"] == "ACTIVE"


def test_asff_holds_every_finding_of_aws(folders):
    for folder in folders:
        of = {f["id"]: f for f in findings(folder) if f["provider"] == "aws"}
        sent = {f["Id"].removeprefix("demarc/"): f for b in batches(folder).values() for f in b}
        assert sent.keys() == of.keys()
        for key, f in of.items():
            status = sent[key]["Compliance"]["Status"]
            assert (status == "PASSED") == (f["status"] in ("PASS", "ATTESTED")), f
            assert (status == "FAILED") == (f["status"] in ("FAIL", "SUPPRESSED")), f
            assert (sent[key].get("Workflow", {}).get("Status") == "SUPPRESSED") == (f["status"] == "SUPPRESSED")


def test_the_command_line_imports_the_batches(lab, folders):
    """The AWS command line takes each file as it is; a second scan updates."""
    environment = lab.cloud.environment()
    hub = batches(folders[1])
    wanted = collections.Counter()
    for turn in range(2):
        for path, batch in hub.items():
            _, account, region, _ = path.stem.split("_")
            if not turn:
                wanted[region] += len(batch)
            run = subprocess.run([test_reports.sys.executable, "-m", "awscli", "securityhub", "batch-import-findings", "--region", region,
                                  "--endpoint-url", lab.cloud.url, "--findings", f"file://{path}"], env=environment, capture_output=True, text=True, timeout=120)
            assert run.returncode == 0, run.stderr
            answer = json.loads(run.stdout)
            assert answer["FailedCount"] == 0 and answer["SuccessCount"] == len(batch)
    for region, n in wanted.items():
        pages = lab.cloud.client("securityhub", region).get_paginator("get_findings").paginate()
        assert sum(len(p["Findings"]) for p in pages) == n


# JUnit


def test_junit_is_valid(folders):
    schema = etree.XMLSchema(etree.parse(str(laboratory.HERE / "junit.xsd")))
    for folder in folders:
        tree = etree.parse(str(folder / "scan.xml"), etree.XMLParser(huge_tree=True))
        assert schema.validate(tree), schema.error_log
        of = collections.Counter(f["status"] for f in findings(folder))
        assert int(tree.getroot().get("failures")) == of["FAIL"] == len(tree.findall(".//failure"))
        assert int(tree.getroot().get("errors")) == of["UNKNOWN"] + of["ERROR"] == len(tree.findall(".//error"))
        assert len(tree.findall(".//testcase")) == sum(of.values())
    bad = etree.fromstring((folders[0] / "scan.xml").read_bytes())
    bad[0].set("nom", "x")
    assert not schema.validate(bad)


# OpenMetrics


def samples(families):
    every = [s for f in families for s in f.samples]
    names = [(s.name, tuple(sorted(s.labels.items()))) for s in every]
    assert len(names) == len(set(names)), "a series comes twice"
    return dict(zip(names, (s.value for s in every)))


def test_openmetrics_is_valid_in_both_formats(folders):
    for folder in folders:
        text = (folder / "scan.prom").read_text()
        strict = samples(openmetrics.text_string_to_metric_families(text))
        assert strict == samples(prometheus.text_string_to_metric_families(text))
        of = collections.Counter((f["provider"], f["account"], f["area"], f["severity"], f["status"]) for f in findings(folder))
        found = {tuple(dict(labels)[k] for k in ("provider", "account", "area", "severity", "status")): n
                 for (name, labels), n in strict.items() if name == "demarc_findings"}
        assert {k: n for k, n in found.items() if n} == dict(of)
        assert not any(f["resource"]["id"] in text for f in findings(folder)[:300] if len(f["resource"]["id"]) > 12 and not f["resource"]["id"].isdigit()
                       and f["resource"]["id"] != f["account"])
    with pytest.raises(ValueError):
        list(openmetrics.text_string_to_metric_families(text.replace("# EOF\n", "")))


# SARIF


def sarif_files(folder):
    return sorted([folder / "full.sarif", *folder.glob("scan*.sarif")])


def test_all_sarif_is_valid_by_its_schema(folders):
    files = [f for folder in folders for f in sarif_files(folder)]
    run = subprocess.run(["node", "--max-old-space-size=4096", laboratory.HERE / "validate-sarif.js", test_reports.MULTITOOL / "sarif-2.1.0.json", *files],
                         env=os.environ | {"NODE_PATH": str((test_reports.NODE / "node_modules").resolve())}, capture_output=True, text=True)
    assert f"{len(files)} files, 0 errors" in run.stdout, (run.stdout + run.stderr)[:4000]


def test_hostile_sarif_satisfies_multitool(folders, tmp_path):
    for file in (folders[1] / "scan.sarif", folders[3] / "scan.sarif"):
        found = test_reports.multitool(test_reports.without_links(file, tmp_path / f"{file.parent.name}.sarif"), tmp_path / "out.sarif")
        assert not found["error"], "\n".join(found["error"][:20])


def test_sarif_for_github_keeps_to_its_limits(folders):
    for folder in folders:
        document = json.loads((folder / "scan.json").read_text())
        categories = []
        for file in folder.glob("scan*.sarif"):
            runs = json.loads(file.read_text())["runs"]
            assert len(runs) <= 20
            for run in runs:
                categories.append(run["automationDetails"]["id"].rpartition("/")[0])
                assert len(run["results"]) <= 5000
                for r in run["results"]:
                    uri = r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                    assert re.fullmatch(r"cloud(/[A-Za-z0-9._~!$&'()*+,;=@%-]+)+", uri), uri
                    assert r["kind"] == "fail" if "kind" in r else True
                for rule in run["tool"]["driver"]["rules"]:
                    assert len(rule["properties"]["tags"]) <= 20 and len(rule["shortDescription"]["text"]) <= 1024 and len(rule["name"]) <= 255
                    assert 0 < float(rule["properties"].get("security-severity", "1")) <= 10
        assert sorted(categories) == sorted(f"demarc/{s['provider']}/{s['account']}" for s in document["scopes"])
    assert "left out" not in (folders[2] / "said").read_text().replace("asff: left out", "")


def test_the_full_sarif_tells_all(folders):
    for folder in folders:
        of = collections.Counter(f["status"] for f in findings(folder))
        results = [r for run in json.loads((folder / "full.sarif").read_text())["runs"] for r in run["results"]]
        assert collections.Counter(r["properties"]["status"] for r in results) == of
        assert sum("suppressions" in r for r in results) == of["SUPPRESSED"]
        assert all(r["kind"] != "pass" for r in results if r["properties"]["status"] == "UNKNOWN")


# Markdown and CSV


def test_markdown_fits(folders):
    for folder in folders:
        for file, most in {"comment.md": GITHUB_COMMENT, "scan.md": GITHUB_SUMMARY}.items():
            text = (folder / file).read_text()
            assert len(text) <= most and len(text.encode()) <= most
            failed = sum(f["status"] == "FAIL" for f in findings(folder))
            rows = len(re.findall(r"^\| (?:critical|high|medium|low|info) \|", text, re.M))
            left = re.search(r"^(\d+) more are left out", text, re.M)
            assert rows + (int(left[1]) if left else 0) == failed


def test_no_cell_of_csv_is_a_formula(folders):
    for folder in folders:
        with (folder / "scan.csv").open(newline="") as f:
            for row in csv.reader(f):
                for cell in row:
                    assert not re.match(r"[=+\-@\t\r]", cell) and not re.search(r"[;|\t\r\n][=+\-@]", cell), cell
