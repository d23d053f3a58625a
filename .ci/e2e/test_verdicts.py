"""What demarc says of resources that a moto server holds."""

import laboratory
import table


def test_verdicts_are_as_expected(estate):
    """Each verdict that the estate's module states, for the very resource."""
    wrong = []
    for check, resource, verdict in estate.expect:
        found = [f for f in estate.scan.findings if f["check"] == check and resource in (f["resource"]["id"], f["resource"]["name"], f["resource"]["fullId"])]
        if not found:
            there = [(f["resource"]["id"], f["status"]) for f in estate.scan.findings if f["check"] == check]
            wrong.append(f"{check} {resource}: no finding; there are {there}")
        for f in found:
            if f["status"] != verdict:
                wrong.append(f"{check} {resource} in {f['region']}: {f['status']}, want {verdict}: {f['message']} {f['evidence']} {f['gaps']}")
    assert not wrong, "\n".join(wrong[:20])


def test_nothing_broke(estate):
    """A scan of an estate that the double answers for whole has no ERROR, is
    complete, and has no gap but for what the double cannot answer."""
    assert estate.scan.document["complete"]
    broken = [(f["check"], f["resource"]["id"], f["message"]) for f in estate.scan.findings if f["status"] == "ERROR"]
    assert not broken
    judged = {c for c, _, v in estate.expect if v in ("PASS", "FAIL")} - {c for c, _, v in estate.expect if v == "UNKNOWN"}
    unread = [(f["check"], f["resource"]["id"], f["gaps"]) for f in estate.scan.findings if f["status"] == "UNKNOWN" and f["check"] in judged]
    assert not unread, "\n".join(map(str, unread))


def test_counts_agree_with_findings(estate):
    """The totals of the document are those of its findings."""
    counts = {}
    for f in estate.scan.findings:
        counts[f["status"]] = counts.get(f["status"], 0) + 1
    assert {k: v for k, v in estate.scan.document["counts"].items() if v} == counts
    for c in estate.scan.document["checks"]:
        if not c["manual"]:
            own = [f for f in estate.scan.findings if f["check"] == c["id"]]
            assert sum(c["counts"].values()) == len(own), c["id"]


def test_a_second_scan_says_the_same(lab, estate):
    """Same state, same findings: ids, verdicts, words and evidence."""
    lab.load(estate.name)
    again = lab.scan(check=estate.checks)
    assert again.findings == estate.scan.findings


def test_every_check_is_judged_or_listed(lab):
    """No check goes without a PASS or a FAIL against moto, unless its module
    says why moto cannot answer."""
    judged, excused, wrong = set(), {}, []
    for e in lab.all():
        judged |= {check for check, _, verdict in e.expect if verdict in ("PASS", "FAIL")}
        excused |= e.module.NOT_JUDGED
    wrong += [f"{c}: judged, and yet listed as not judged" for c in sorted(judged & set(excused))]
    wrong += [f"{c}: neither judged nor listed" for c in sorted(set(lab.registry) - judged - set(excused))]
    wrong += [f"{c}: there is no such check" for c in sorted(set(excused) - set(lab.registry))]
    assert not wrong, "\n".join(wrong[:20])


def test_the_table_of_unjudged_checks_is_current():
    assert table.FILE.read_text() == table.text(), f"docs/moto.md is stale: run {table.COMMAND}"


def test_many_kinds_of_resources(lab):
    """The estates hold resources of many kinds, so that the double is no token."""
    kinds = set()
    for e in lab.all():
        for scope in e.scan.document["scopes"]:
            kinds |= {kind for kind, n in scope["resources"].items() if n}
    assert len(kinds) >= min(40, len(lab.modules) * 2), sorted(kinds)
