"""The action, the examples for CI and the archives of a release: before judges
that others wrote, and run."""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile

import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

import laboratory

ROOT = laboratory.ROOT
ACTION = ROOT / "action.yml"
NIGHTLY = ROOT / "examples" / "ci" / "github-nightly.yml"
GITLAB = ROOT / "examples" / "ci" / "gitlab.yml"
SCRIPTS = ROOT / ".ci" / "action"
ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"
SCHEMAS = {ACTION: "vendor.github-actions", NIGHTLY: "vendor.github-workflows", GITLAB: "vendor.gitlab-ci"}
# The judges of scripts are programs of the same environment as Python.
JUDGES = pathlib.Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "PATH": f"{JUDGES}:{os.environ['PATH']}"}


def judge(*command, **more):
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=300, **more)


def actionlint(path):
    return judge("go", "run", ACTIONLINT, "-shellcheck", JUDGES / "shellcheck", path, cwd=ROOT)


def zizmor(*paths):
    return judge(JUDGES / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", *paths)


def schema(name, path):
    return judge(JUDGES / "check-jsonschema", "--builtin-schema", name, path)


# The files before their judges


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda p: p.name)
def test_the_schema_takes_it(path):
    run = schema(SCHEMAS[path], path)
    assert run.returncode == 0, run.stdout + run.stderr


def test_actionlint_takes_the_workflow():
    run = actionlint(NIGHTLY)
    assert run.returncode == 0, run.stdout + run.stderr


def test_zizmor_takes_the_action_and_the_workflow():
    run = zizmor(ACTION, NIGHTLY)
    assert run.returncode == 0, run.stdout + run.stderr


def test_shellcheck_takes_the_scripts():
    texts = {p.name: p.read_text() for p in SCRIPTS.iterdir()}
    for i, step in enumerate(yaml.safe_load(ACTION.read_text())["runs"]["steps"]):
        if "run" in step:
            texts[f"step {i}"] = "#!/bin/bash\nset -e -o pipefail\n" + step["run"]  # as the runner does
    texts["gitlab"] = "#!/bin/sh\n" + gitlab_script().replace("$SCAN_CLOUDS", '"$SCAN_CLOUDS"')  # split on purpose
    for name, text in texts.items():
        run = judge(JUDGES / "shellcheck", "-", input=text)
        assert run.returncode == 0, name + run.stdout


def test_every_action_is_pinned():
    uses = [s["uses"] for s in yaml.safe_load(ACTION.read_text())["runs"]["steps"] if "uses" in s]
    uses += [s["uses"] for s in yaml.safe_load(NIGHTLY.read_text())["jobs"]["scan"]["steps"] if "uses" in s]
    of = {}
    for use in uses:
        if use == "./.demarc":
            continue
        name, commit = use.split("@")
        assert len(commit) == 40 and int(commit, 16), use
        owner = "/".join(name.split("/")[:2])
        assert of.setdefault(owner, commit) == commit, f"{owner} is pinned to two commits"
    assert len(of) == 8


def test_the_judges_judge(tmp_path):
    workflow, bad = NIGHTLY.read_text(), tmp_path / "bad.yml"
    for name, (old, new) in {
        "no such runner": ("ubuntu-24.04", "ubuntu-1.0"), "no such context": ("vars.GCP_PROJECT", "var.GCP_PROJECT"), "no such hour": ("17 2 * * *", "17 25 * * *"),
    }.items():
        assert old in workflow
        bad.write_text(workflow.replace(old, new))
        assert actionlint(bad).returncode == 1, name
    bad.write_text(workflow.replace("@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7"))
    assert "unpinned-uses" in zizmor(bad).stdout
    bad.write_text(GITLAB.read_text().replace("when: always", "when: never-ever"))
    assert schema("vendor.gitlab-ci", bad).returncode == 1
    bad.write_text(ACTION.read_text().replace("using: composite", "using: magic"))
    assert schema("vendor.github-actions", bad).returncode == 1
    bad.write_text(workflow.replace("runs-on:", "runs-at:"))
    assert schema("vendor.github-workflows", bad).returncode == 1


# The action's scripts, run as the runner runs them


class Runner:
    """What the action's scripts see of a runner, and what they leave there."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("temp", "home", "work"):
            (folder / name).mkdir()
        self.baseline = folder / "home" / ".cache" / "demarc" / "nightly.json"

    def run(self, script, program=laboratory.DEMARC, **inputs):
        out = self.folder / "output"
        out.write_text("")
        given = {"IN_CLOUDS": "demo", "IN_ARGS": "", "IN_FAIL_ON": "", "IN_FAIL_ON_NEW": "false", "IN_CONFIG": "", "IN_BASELINE": "nightly"}
        env = {"PATH": os.environ["PATH"], "HOME": str(self.folder / "home"), "RUNNER_TEMP": str(self.folder / "temp"), "GITHUB_OUTPUT": str(out),
               "GITHUB_ACTION_PATH": str(ROOT), "PROGRAM": str(program), **given, **inputs}
        run = subprocess.run(["bash", SCRIPTS / script], cwd=self.folder / "work", env=env, capture_output=True, text=True, timeout=300)
        run.outputs = dict(line.split("=", 1) for line in out.read_text().splitlines())
        return run


@pytest.fixture
def runner(tmp_path):
    return Runner(tmp_path)


def test_a_scan_leaves_its_reports_and_a_baseline(runner):
    run = runner.run("scan", IN_ARGS="--service=s3\r\n\n--format=csv\n--output=a b.csv\n")
    assert run.returncode == 3 and run.outputs["exit-code"] == "3", run.stderr
    document = json.loads(pathlib.Path(run.outputs["scan"]).read_text())
    assert {f["check"].split("-")[1] for f in document["findings"]} == {"s3"}
    assert json.loads(runner.baseline.read_text()) == document
    for file in pathlib.Path(run.outputs["sarif"]).iterdir():
        assert all(r["automationDetails"]["id"].startswith("demarc/") for r in json.loads(file.read_text())["runs"])
    assert pathlib.Path(run.outputs["summary"]).read_text().startswith("#")
    assert (runner.folder / "work" / "a b.csv").exists()
    again = runner.run("scan", IN_ARGS="--service=s3")
    assert again.outputs["scan"] != run.outputs["scan"], "a second scan of a job took the folder of the first"


def test_only_new_failures_fail_once_there_is_a_baseline(runner):
    first = runner.run("scan", IN_ARGS="--service=s3", IN_FAIL_ON_NEW="true")
    assert first.returncode == 3 and "no baseline" in first.stdout
    second = runner.run("scan", IN_ARGS="--service=s3", IN_FAIL_ON_NEW="true")
    assert second.returncode in (0, 4) and "no baseline" not in second.stdout, second.stderr
    kept = runner.run("scan", IN_ARGS="--service=s3", IN_FAIL_ON_NEW="true", IN_BASELINE="")
    assert kept.returncode == 3


def test_arguments_are_read_by_no_shell(runner):
    mark = runner.folder / "mark"
    run = runner.run("scan", IN_ARGS=f"--check=$(touch {mark})`touch {mark}`; touch {mark}")
    assert run.returncode == 2 and not mark.exists()
    run = runner.run("scan", IN_CLOUDS=f"demo;touch$IFS{mark} *")
    assert run.returncode == 2 and not mark.exists()


def test_a_scan_that_could_not_be_keeps_the_baseline(runner):
    runner.run("scan", IN_ARGS="--service=s3")
    before = runner.baseline.read_bytes()
    run = runner.run("scan", IN_ARGS="--no-such-flag")
    assert run.returncode == 2 and run.outputs == {"exit-code": "2"}, "there is nothing to upload"
    assert runner.baseline.read_bytes() == before


def test_a_scan_that_was_ended_early_closes_nothing(runner):
    """Without a baseline there is nothing to hold its alerts open."""
    ended = runner.folder / "ended"
    ended.write_text(f'#!/bin/sh\n{laboratory.DEMARC} "$@"\nexit 1\n')
    ended.chmod(0o755)
    run = runner.run("scan", ended, IN_ARGS="--service=s3")
    assert run.returncode == 1 and {"sarif", "baseline"}.isdisjoint(run.outputs) and run.outputs["summary"]
    assert not runner.baseline.exists() and "nothing is uploaded" in run.stdout
    runner.run("scan", IN_ARGS="--service=s3")
    run = runner.run("scan", ended, IN_ARGS="--service=s3")
    assert run.returncode == 1 and run.outputs["sarif"] and run.outputs["baseline"] == str(runner.baseline)


def test_prepare(runner):
    runner.baseline.parent.mkdir(parents=True)
    runner.baseline.write_text("{}")
    run = runner.run("prepare")
    assert run.returncode == 0 and "built" not in run.outputs and run.outputs["go"].startswith("1.")
    assert not runner.baseline.exists(), "the baseline of another job is left"
    program = pathlib.Path(run.outputs["demarc"])
    program.parent.mkdir(parents=True)
    shutil.copy(laboratory.DEMARC, program)
    assert runner.run("prepare").outputs["built"] == "true"
    for name in ("../x", "a b", "a=b"):
        assert runner.run("prepare", IN_BASELINE=name).returncode == 2, name


def test_the_action_gives_the_scripts_what_they_read():
    steps = {s.get("id"): s for s in yaml.safe_load(ACTION.read_text())["runs"]["steps"]}
    for script in ("prepare", "scan"):
        text = (SCRIPTS / script).read_text()
        given = steps[script]["env"]
        for name in ("PROGRAM", "IN_CLOUDS", "IN_ARGS", "IN_FAIL_ON", "IN_FAIL_ON_NEW", "IN_CONFIG", "IN_BASELINE"):
            assert ("$" + name in text) == (name in given), f"{script}: {name}"


# A release, of the binary that is there


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run = judge("go", "run", "-tags", "grpcnotrace", "./.ci/release", "-binary", laboratory.DEMARC, "-dist", folder, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    return folder


def test_the_checksums_hold(dist):
    assert judge("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=dist).returncode == 0
    assert len(list(dist.iterdir())) == 3


def test_the_archive_holds_the_binary(dist, tmp_path):
    [archive] = dist.glob("*.tar.gz")
    with tarfile.open(archive) as t:
        assert {(m.uid, m.gid, m.uname, m.mtime) for m in t} == {(0, 0, "", 315532800)}
        t.extractall(tmp_path, filter="data")
    name = archive.name.removesuffix(".tar.gz")
    out = judge(tmp_path / name / "demarc", "version").stdout
    assert name.startswith("-".join(out.split()) + "-")


def test_the_bill_is_valid_cyclonedx(dist):
    [path] = dist.glob("*.cdx.json")
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    fault = validator.validate_str(path.read_text())
    assert fault is None, str(fault)[:2000]
    bill = json.loads(path.read_text())
    digest = hashlib.sha256(laboratory.DEMARC.read_bytes()).hexdigest()
    assert bill["metadata"]["component"]["hashes"] == [{"alg": "SHA-256", "content": digest}]
    listed = {(c["name"], c["version"]) for c in bill["components"]}
    said = judge("go", "version", "-m", laboratory.DEMARC).stdout
    for line in said.splitlines():
        if line.startswith("\tdep\t"):
            assert tuple(line.split("\t")[2:4]) in listed, line
    for c in bill["components"]:
        purl = PackageURL.from_string(c["purl"])
        assert purl.type == "golang" and purl.version == c["version"], c
    for spoil in (lambda b: b.update(serialNumber="1"), lambda b: b["components"][0].pop("name"), lambda b: b.update(extra=1)):
        bad = json.loads(path.read_text())
        spoil(bad)
        assert validator.validate_str(json.dumps(bad)) is not None


# The template for GitLab, run


def gitlab_script():
    return "\n".join(yaml.safe_load(GITLAB.read_text())["demarc"]["script"]) + "\n"


@pytest.fixture
def gitlab(dist, tmp_path):
    """Runs the script of the template in an empty project."""
    [archive] = dist.glob("*.tar.gz")
    tools, project = tmp_path / "tools", tmp_path / "project"
    tools.mkdir()
    project.mkdir()
    (tools / "wget").write_text('#!/bin/sh\ncp "$4" "$3"\n')
    (tools / "wget").chmod(0o755)

    def run(**variables):
        env = {"PATH": f"{tools}:{os.environ['PATH']}", "TMPDIR": str(tmp_path), "SCAN_CLOUDS": "demo", "SCAN_ARCHIVE": str(archive),
               "SCAN_SHA256": next(line for line in dist.joinpath("SHA256SUMS").read_text().splitlines() if line.endswith(".tar.gz")),
               "AWS_ID_TOKEN": "proof-of-aws-0451", "AZURE_ID_TOKEN": "proof-of-azure-0451", "GCP_ID_TOKEN": "proof-of-gcp-0451", "GCP_PROVIDER": "projects/1/x", "GCP_SERVICE_ACCOUNT": "a@b",
               **variables}
        return subprocess.run(["sh", "-e", "-c", gitlab_script()], cwd=project, env=env, capture_output=True, text=True, timeout=300)

    run.project, run.folder = project, tmp_path
    return run


def test_the_template_scans(gitlab):
    first = gitlab()
    assert first.returncode == 3, first.stderr
    kept = yaml.safe_load(GITLAB.read_text())["demarc"]
    for name in kept["artifacts"]["paths"] + kept["cache"]["paths"] + [kept["artifacts"]["reports"]["junit"]]:
        assert (gitlab.project / name).stat().st_size, name
        assert b"-0451" not in (gitlab.project / name).read_bytes()
    [private] = gitlab.folder.glob("tmp.*")
    credential = json.loads((private / "gcp.json").read_text())
    assert credential["audience"] == "//iam.googleapis.com/projects/1/x"
    assert credential["service_account_impersonation_url"].endswith("/serviceAccounts/a@b:generateAccessToken")
    assert pathlib.Path(credential["credential_source"]["file"]).read_text() == "proof-of-gcp-0451"
    assert all((private / n).stat().st_mode & 0o077 == 0 for n in ("aws", "azure", "gcp", "gcp.json"))
    assert gitlab().returncode in (0, 4), "what the baseline has is not new"


def test_the_template_runs_no_other_archive(gitlab):
    run = gitlab(SCAN_SHA256="0" * 64)
    assert run.returncode == 1 and not list(gitlab.project.iterdir())
