"""Ctrl-C ends a scan soon, and what was seen is kept and said to be a part."""

import json
import signal
import subprocess
import time

import pytest

import cloud
import laboratory


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_scan_ends_when_it_is_told_to(lab, tmp_path, ending):
    lab.load("s3")
    whole = lab.scan()
    lab.cloud.witness.calls = []
    lab.cloud.witness.delay = 0.7
    out, snapshot = tmp_path / "scan.json", tmp_path / "s.snapshot"
    scan = subprocess.Popen([laboratory.DEMARC, "scan", "aws", "--region", cloud.REGIONS, "--quiet", "--format", "json", "--output", out,
                             "--snapshot", snapshot, "--concurrency", "4"],
                            env=lab.cloud.environment(), stderr=subprocess.PIPE, text=True)
    try:
        deadline = time.time() + 30
        while len(lab.cloud.witness.calls) < 8:  # well into the scan
            assert scan.poll() is None and time.time() < deadline, "the scan did not get going"
            time.sleep(0.02)
        scan.send_signal(ending)
        start = time.time()
        stderr = scan.communicate(timeout=20)[1]
        took = time.time() - start
    finally:
        scan.kill()
        lab.cloud.witness.ended.set()
    assert took < 2, f"it took {took:.1f} s"
    assert scan.returncode == 1, stderr
    assert "ended early" in stderr
    document = json.loads(out.read_text())
    assert document["complete"] is False
    assert any(g["gap"]["reason"] == "cancelled" for g in document["coverage"]["gaps"])
    was = whole.verdicts()
    now = {(f["check"], f["region"], f["resource"]["fullId"] or f["resource"]["id"]): f["status"] for f in document["findings"]}
    lies = [f"{k}: {v}, whole {was.get(k)}" for k, v in now.items() if v != "UNKNOWN" and v != was.get(k)]
    assert not lies, "\n".join(lies[:20])
    assert set(c for c, _, _ in was) <= {f["check"] for f in document["findings"]}, "checks without a finding"
    assert snapshot.exists()
