package checks_test

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"

	"demarc/checks"
	"demarc/providers/inventory"
)

type box struct {
	inventory.Resource
	Open inventory.Known[bool]
}

var boxes = &inventory.Type[box]{
	Kind: "c.Box", Level: inventory.AtRegion, Model: inventory.IaaS,
	List: func(context.Context, inventory.Scope) iter.Seq2[*box, error] { return nil },
}

func check(run checks.Run, params ...*checks.Param) *checks.Check {
	return &checks.Check{ID: "c-box-closed", Severity: checks.Medium, Params: params, Needs: []inventory.Source{boxes}, Run: run}
}

func verdicts(c *checks.Check, inv *inventory.Inventory, params checks.Params) (all []checks.Result) {
	checks.Evaluate(c, inv, params, func(r checks.Result) { all = append(all, r) })
	return all
}

// What a run says, and what it amounts to.
func TestVerdicts(t *testing.T) {
	dark := inventory.Gap{Reason: inventory.Denied, Call: "C Op"}
	for _, tc := range []struct {
		name string
		look func(*checks.Probe)
		want checks.Verdict
		text string
	}{
		{"nothing", func(*checks.Probe) {}, checks.Pass, ""},
		{"seen", func(p *checks.Probe) { p.Evidence("a", 1); p.Failf("one"); p.Failf("two") }, checks.Fail, "one; two"},
		{"seen, though something was hidden", func(p *checks.Probe) { p.Missed(dark); p.Evidence("a", 1); p.Failf("one") }, checks.Fail, "one"},
		{"absent", func(p *checks.Probe) { p.Evidence("a", 1); p.Absentf("none") }, checks.Fail, "none"},
		{"absent, but something was hidden", func(p *checks.Probe) { p.Missed(dark); p.Evidence("a", 1); p.Absentf("none") }, checks.Unknown, "denied at C Op"},
		{"hidden", func(p *checks.Probe) { p.Missed(dark); p.Missed(dark) }, checks.Unknown, "denied at C Op"},
		{"skipped", func(p *checks.Probe) { p.Skipf("not for %s", "this") }, checks.NotApplicable, "not for this"},
		{"skipped, but something was hidden", func(p *checks.Probe) { p.Missed(dark); p.Skipf("not") }, checks.Unknown, "denied"},
		{"skipped without a reason", func(p *checks.Probe) { p.Skipf("%s", "") }, checks.NotApplicable, ""},
		{"skipped and seen", func(p *checks.Probe) { p.Evidence("a", 1); p.Failf("one"); p.Skipf("not") }, checks.Fail, "one"},
		{"without evidence", func(p *checks.Probe) { p.Failf("one") }, checks.Error, "without evidence"},
		{"undeclared", func(p *checks.Probe) { p.Missed(inventory.Gap{Where: "c.Other"}) }, checks.Error, "c.Other"},
		{"panics", func(*checks.Probe) { panic("broken") }, checks.Error, "broken"},
		{"undeclared parameter", func(p *checks.Probe) { p.Int(&checks.Param{Name: "n", Default: 1}) }, checks.Error, "the parameter n"},
	} {
		inv := inventory.Fixture(inventory.Rows(boxes, &box{Resource: inventory.Resource{ID: "b"}}))
		got := verdicts(check(checks.Each(boxes, func(p *checks.Probe, _ *box) { tc.look(p) })), inv, nil)
		if len(got) != 1 || got[0].Verdict != tc.want || !strings.Contains(got[0].Message, tc.text) {
			t.Errorf("%s: got %+v, want %s with %q", tc.name, got, tc.want, tc.text)
		}
	}
}

// A result may rank itself, unless the user has set the severity.
func TestRank(t *testing.T) {
	inv := inventory.Fixture(inventory.Rows(boxes, &box{Resource: inventory.Resource{ID: "b"}}))
	c := check(checks.Each(boxes, func(p *checks.Probe, _ *box) { p.Rank(checks.Critical) }))
	c.Severity = checks.Low
	for set, want := range map[bool]checks.Severity{false: checks.Critical, true: checks.Low} {
		c.SetByUser = set
		if got := verdicts(c, inv, nil); len(got) != 1 || got[0].Severity != want {
			t.Errorf("set by the user: %v: %+v, want %s", set, got, want)
		}
	}
}

// A scope that could not be listed gets a result of its own; rows of another
// account and of regions left out get none.
func TestEach(t *testing.T) {
	inv := inventory.Fixture(
		inventory.Rows(boxes, &box{Resource: inventory.Resource{ID: "own"}}, &box{Resource: inventory.Resource{ID: "theirs", Account: "9"}},
			&box{Resource: inventory.Resource{ID: "elsewhere", Region: "mars"}}),
		inventory.Unlisted(boxes, "eu-west-1", inventory.Gap{Reason: inventory.Denied, Where: "cloud/111122223333/eu-west-1"}),
		inventory.WithoutRegions("mars"),
	)
	c := check(checks.Each(boxes, func(*checks.Probe, *box) {}))
	var got []string
	tally := checks.Evaluate(c, inv, nil, func(r checks.Result) {
		got = append(got, fmt.Sprint(r.Resource.ID, " ", r.Resource.Region, " ", r.Verdict))
	})
	if s := strings.Join(got, ", "); s != "own us-east-1 PASS, (not listed) eu-west-1 UNKNOWN" {
		t.Error(s)
	}
	if tally.Resources != 1 || tally.Whole {
		t.Errorf("tally %+v", tally)
	}
	if c.Model() != inventory.IaaS || c.Over() != "c.Box" {
		t.Errorf("the check is about %s, %s", c.Model(), c.Over())
	}
}

// Several calls that fail in one place are one result, or two findings would
// have one id.
func TestNotListedOnce(t *testing.T) {
	where := "cloud/111122223333/eu-west-1"
	inv := inventory.Fixture(
		inventory.Unlisted(boxes, "eu-west-1", inventory.Gap{Reason: inventory.Denied, Call: "C One", Where: where}),
		inventory.Unlisted(boxes, "eu-west-1", inventory.Gap{Reason: inventory.Throttled, Call: "C Two", Where: where}),
	)
	got := verdicts(check(checks.Each(boxes, func(*checks.Probe, *box) {})), inv, nil)
	if len(got) != 1 || len(got[0].Gaps) != 2 || got[0].Resource.Region != "eu-west-1" {
		t.Errorf("%+v", got)
	}
}

func TestRegionsAndAccount(t *testing.T) {
	inv := inventory.Fixture(inventory.InRegions("b", "a"))
	var got []string
	for _, r := range verdicts(check(checks.Regions(func(p *checks.Probe) { p.Skipf("%s", p.Region) })), inv, nil) {
		got = append(got, r.Resource.Region+" "+r.Message)
	}
	if s := strings.Join(got, ", "); s != "a a, b b" {
		t.Error(s)
	}
	if r := verdicts(check(checks.Account(func(*checks.Probe) {})), inv, nil); len(r) != 1 || r[0].Resource.ID != inventory.FixtureAccount {
		t.Errorf("%+v", r)
	}
}

func TestParams(t *testing.T) {
	days := &checks.Param{Name: "days", Default: 90, Source: "s"}
	c := check(checks.Account(func(p *checks.Probe) { p.Skipf("%d", p.Int(days)) }), days)
	inv := inventory.Fixture()
	if r := verdicts(c, inv, nil); r[0].Message != "90" {
		t.Errorf("%+v", r)
	}
	if r := verdicts(c, inv, checks.Params{"c-box-closed.days": 7}); r[0].Message != "7" {
		t.Errorf("%+v", r)
	}
}

func TestEvidenceIsBounded(t *testing.T) {
	c := check(checks.Account(func(p *checks.Probe) {
		p.Evidence("long", strings.Repeat("x", 10_000))
		p.Evidence("list", make([]string, 1000))
		for i := range 100 {
			p.Evidence(fmt.Sprint(i), i)
		}
		p.Failf("f")
	}))
	e := verdicts(c, inventory.Fixture(), nil)[0].Evidence
	if len(e) > 16 || len(e["long"].(string)) > 210 || len(e["list"].([]string)) > 11 {
		t.Errorf("%d values, %d bytes, %d words", len(e), len(e["long"].(string)), len(e["list"].([]string)))
	}
}

func TestValidate(t *testing.T) {
	err := checks.Validate([]*checks.Check{
		{ID: "Bad ID", Title: "ends.", Aliases: []string{"bare"}, Params: []*checks.Param{{Name: "x", Default: 1.5}}},
		{ID: "a-b"}, {ID: "a-b"},
	})
	for _, want := range []string{"not a valid id", "full stop", "no why", "the fix lacks", "no severity", "no area", "no link", "no Run", "needs nothing", "declared twice", "does not name its tool", "neither a number", "its source"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not among the faults: %v", want, err)
		}
	}
}

func TestOwners(t *testing.T) {
	for _, tc := range []struct {
		area  checks.Area
		model inventory.Model
		want  checks.Owner
	}{
		{checks.OS, inventory.IaaS, checks.Customer}, {checks.OS, inventory.PaaS, checks.Provider},
		{checks.Network, inventory.PaaS, checks.Shared}, {checks.Network, inventory.SaaS, checks.Provider},
		{checks.Data, inventory.SaaS, checks.Customer}, {checks.Application, inventory.Serverless, checks.Customer},
		{checks.Application, inventory.PaaS, checks.Shared}, {checks.Hosts, inventory.IaaS, checks.Provider},
		{checks.Identity, inventory.Account, checks.Customer}, {checks.Directory, inventory.IaaS, checks.Customer},
	} {
		if got := checks.OwnerOf(tc.area, tc.model); got != tc.want {
			t.Errorf("%s in %s is the %s's, want the %s's", tc.area, tc.model, got, tc.want)
		}
	}
	for _, d := range checks.Duties() {
		if d.Area.Title() == "" || d.Text == "" {
			t.Errorf("%+v", d)
		}
	}
}
