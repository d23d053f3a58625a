"""The HTML report in a real browser, which has no network: how fast it is, that
axe-core finds no fault in it, that it can be used with a keyboard alone, and
that hostile names are text."""

import json
import os
import subprocess

import pytest

import laboratory
import scans
from test_reports import NODE


def page_of(document, folder, name):
    """The page that demarc report makes of a document."""
    kept = scans.write(document, folder / f"{name}.json")
    page = folder / f"{name}.html"
    subprocess.run([laboratory.DEMARC, "report", "--from", kept, "--format", "html", "--output", page], check=True, capture_output=True, timeout=120)
    return page


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    kept = tmp_path_factory.mktemp("html") / "demo.json"
    subprocess.run([laboratory.DEMARC, "scan", "demo", "--fail-on", "none", "--quiet", "--format", "json", "--output", kept], capture_output=True, timeout=120)
    return json.loads(kept.read_text())


@pytest.fixture(scope="module")
def eventful(demo):
    return scans.eventful(demo)


@pytest.fixture(scope="module")
def page(eventful, tmp_path_factory):
    return page_of(eventful, tmp_path_factory.mktemp("eventful"), "scan")


def browse(page, command):
    """What html-page.js measured. The page complains of nothing and asks no
    server for anything, whatever is done with it."""
    run = subprocess.run(["node", laboratory.HERE / "html-page.js", page, command], capture_output=True, text=True, timeout=420,
                         env=os.environ | {"NODE_PATH": str((NODE / "node_modules").resolve())})
    assert run.returncode == 0, run.stderr[-4000:]
    out = json.loads(run.stdout)
    assert out["complaints"] == [] and out["requests"] == []
    return out


def number(text):
    return int("".join(c for c in text if c.isdigit()))


def test_twenty_thousand_findings(demo, tmp_path):
    page = page_of(scans.large(demo, 20_000), tmp_path, "large")
    assert page.stat().st_size < 1_000_000
    # A busy machine makes a page look slow: the best of three counts.
    runs = [browse(page, "speed") for _ in range(3)]
    assert runs[0]["rows"] == "20001" and runs[0]["drawn"] < 80
    assert min(r["open"] for r in runs) < 2000
    assert min(max(r["filters"]) for r in runs) < 200
    assert min(r["frames"][len(r["frames"]) // 2] for r in runs) < 50, "scrolling is not fluid"


def test_axe_finds_nothing(page):
    out = browse(page, "axe")
    assert out["judged"] > 1000 and out["noticed"] == ["button-name"]
    assert out["found"] == [], json.dumps(out["found"], indent=1)[:6000]


def test_keyboard(page):
    out = browse(page, "keyboard")
    assert out["skip"] == "Skip to the content" and out["afterSkip"] == "Overview"
    assert out["heading"] == "Findings" and out["search"] == "Search findings"
    assert (out["first"], out["third"]) == ("2", "4")
    assert out["last"][0] == out["last"][1] == str(number(out["count"].split(" of ")[0]) + 1)
    assert out["seen"], "the focused row is out of sight"
    assert out["hash"] == "#finding/" and out["inDialog"]
    assert out["back"] == [out["name"], "#findings?q=public"], "the focus is lost when a finding is closed"
    assert out["slash"] == "Search findings"


def test_hostile_names(page):
    out = browse(page, "hostile")
    assert out["ran"] == 0 and out["elements"] == 0 and out["links"] == []
    assert all(n == 1 for n in out["rows"].values()), out["rows"]
    shown = [name for name in scans.HOSTILE if name in out["names"]]
    assert len(shown) > 8, out["names"]
    assert set(out["blocked"]["refused"]) == {"script text", "html", "fetch"} and out["blocked"]["ran"] == 0


def test_the_page_says_what_the_scan_says(page, eventful):
    out = browse(page, "content")
    assert {number(t) for t in out["tiles"]} == set(eventful["counts"].values())
    warned = " ".join(out["warnings"])
    assert "ended early" in warned and "gcp was not scanned" in warned and "could not be reached" in warned
    assert out["cells"] == sum(len(r["cells"]) for r in eventful["matrix"]["rows"])
    assert out["accounts"] == len(eventful["scopes"])
    # What to fix first is the check with the highest risk.
    failed = [f for f in eventful["findings"] if f["status"] == "FAIL"]
    titles = {c["id"]: c["title"] for c in eventful["checks"]}
    highest = max(f["risk"]["score"] for f in failed)
    assert out["first"][0] in {titles[f["check"]] for f in failed if f["risk"]["score"] == highest}
    # The first cell with findings opens the same number of them.
    assert out["cell"][1] == "#findings?area=data&model=iaas"
    there = [f for f in eventful["findings"] if f["area"] == "data" and f["serviceModel"] == "iaas"]
    assert number(out["cellCount"].split(" of ")[0]) == len(there)
    assert f"{sum(f['status'] == 'FAIL' for f in there)} failed" in out["cell"][0]
    assert "Missing permissions" in out["coverage"] and any(h.startswith("throttled") for h in out["coverage"])
    assert any("expired" in e for e in out["expired"])
    check = next(c for c in eventful["checks"] if c["id"] == "aws-cloudtrail-cloudwatch-logs")
    assert out["check"][0] == check["title"] and "Frameworks" in out["check"]
    assert out["copied"] == check["fix"]["cli"]
    # A link to a finding opens it, over its check.
    opened, behind, title, where = out["deep"]
    assert opened and behind == title and where.startswith("#finding/")
    assert where.removeprefix("#finding/") in {f["id"] for f in failed}, "the page makes another fingerprint than the scan"
    assert out["print"][0] > len(failed[:2000]) and out["print"][1] == 0
    assert out["theme"] == ["dark", "rgb(227, 230, 234)", "dark"]
