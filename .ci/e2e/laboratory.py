"""The estates: what each module of the folder moto builds, scanned."""

import importlib.util
import json
import os
import pathlib
import subprocess
import tempfile

import cloud

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
DEMARC = pathlib.Path(os.environ.get("DEMARC", ROOT / "bin" / "demarc"))


# The estates that refer to policies that AWS manages.
WITH_MANAGED_POLICIES = {"iam"}


def modules():
    """The modules of the folder moto by name. It is no package: its name would
    hide that of the server."""
    found = {}
    for path in sorted((HERE / "moto").glob("*.py")):
        spec = importlib.util.spec_from_file_location("estate_" + path.stem, path)
        m = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(m)
        found[path.stem] = m
    return found


def checks():
    """The checks of AWS by id, without the controls that a person answers."""
    out = subprocess.run([DEMARC, "checks", "list", "--format", "json"], check=True, capture_output=True, text=True).stdout
    return {c["id"]: c for c in json.loads(out) if not c["manual"] and c["id"].startswith("aws-")}


class Scan:
    """One finished run of demarc."""

    def __init__(self, code, stderr, document, calls):
        self.code, self.stderr, self.document, self.calls = code, stderr, document, calls

    @property
    def findings(self):
        return self.document["findings"]

    def verdicts(self):
        """Status by check and resource."""
        return {(f["check"], f["region"], f["resource"]["fullId"] or f["resource"]["id"]): f["status"] for f in self.findings}

    def gaps(self):
        return [g["gap"] for g in self.document["coverage"]["gaps"]]


class Estate:
    def __init__(self, name, module, expect, scan):
        self.name, self.module, self.expect, self.scan = name, module, expect, scan
        self.checks = chosen(module, expect)


def chosen(module, expect):
    """The ids of the checks that a module answers for."""
    return sorted({check for check, _, _ in expect} | set(module.NOT_JUDGED))


class Laboratory:
    def __init__(self):
        self.cloud = cloud.Cloud()
        self.modules = modules()
        self.registry = checks()
        self.loaded, self.estates = None, {}

    def scan(self, *args, check=(), regions=cloud.REGIONS, env=None, timeout=120):
        """Scan what is in the server now, and return what came of it."""
        self.cloud.witness.calls, self.cloud.witness.unknown = [], []
        with tempfile.TemporaryDirectory() as d:
            file = pathlib.Path(d) / "scan.json"
            command = [DEMARC, "scan", "aws", "--region", regions, "--quiet", "--format", "json", "--output", file, *args]
            if check:
                command += ["--check", ",".join(check)]
            run = subprocess.run(command, env=self.cloud.environment() | (env or {}), capture_output=True, text=True, timeout=timeout)
            document = json.loads(file.read_text()) if file.exists() else None
        assert not self.cloud.witness.unknown, f"calls that no model names: {self.cloud.witness.unknown}"
        assert run.returncode in (0, 1, 3, 4), run.stderr
        return Scan(run.returncode, run.stderr, document, list(self.cloud.witness.calls))

    def load(self, name):
        """Fill the server with what a module builds, and scan it."""
        if self.loaded != name:
            self.loaded = None
            self.cloud.reset(managed_policies=name in WITH_MANAGED_POLICIES)
            module = self.modules[name]
            expect = module.fill(self.cloud.client) or getattr(module, "EXPECT", [])
            estate = Estate(name, module, expect, None)
            unknown = [c for c in estate.checks if c not in self.registry]
            assert not unknown, f"{name} expects verdicts of checks that there are not: {unknown}"
            estate.scan = self.scan(check=estate.checks)
            assert estate.scan.code != 1, estate.scan.stderr
            self.estates[name], self.loaded = estate, name
        self.cloud.witness.free()
        return self.estates[name]

    def estate(self, name):
        """What a module builds and how it was judged; the server may have gone on."""
        return self.estates.get(name) or self.load(name)

    def all(self):
        return [self.estate(name) for name in self.modules]
