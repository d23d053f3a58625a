package scanner_test

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/rs/zerolog"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

type box struct {
	inventory.Resource
	Open  inventory.Known[bool]
	Color inventory.Known[string] `fetch:"-"`
}

// boxesOf makes a kind of workload that has some rows.
func boxesOf(kind string, m inventory.Model, n int) *inventory.Type[box] {
	return &inventory.Type[box]{
		Kind: kind, Level: inventory.AtRegion, Model: m, Workload: true, Actions: []string{"x:List"},
		List: func(_ context.Context, s inventory.Scope) iter.Seq2[*box, error] {
			return func(yield func(*box, error) bool) {
				for i := range n {
					id := string(rune('a' + i))
					r := inventory.Resource{ID: id, Full: kind + id, Account: s.Account, Region: s.Region}
					if !yield(&box{Resource: r, Open: inventory.Of(false)}, nil) {
						return
					}
				}
			}
		},
	}
}

func checkOf(id string, t *inventory.Type[box], more ...inventory.Source) *checks.Check {
	return &checks.Check{
		ID: id, Title: "t", Why: "w", Fix: checks.Fix{Console: "c", CLI: "c", Terraform: "t"}, Severity: checks.High, Area: checks.Data,
		Link: "https://example.com", Needs: append([]inventory.Source{t}, more...),
		Run: checks.Each(t, func(p *checks.Probe, b *box) {
			if v, ok := b.Open.Get(p); ok && v {
				p.Evidence("open", v)
				p.Failf("is open")
			}
			if len(more) > 0 {
				b.Color.Get(p)
			}
		}),
	}
}

// one is a provider of one account with one region.
type one struct{}

func (one) Name() string { return "aws" }
func (one) Classify(error, []string) inventory.Gap {
	return inventory.Gap{Reason: inventory.Failed}
}
func (one) Accounts(context.Context) ([]scanner.Account, error) {
	var a scanner.Account
	a.Provider, a.Account = "aws", "1"
	a.Scopes = []inventory.Scope{{Level: inventory.AtAccount, Provider: "aws", Account: "1"}, {Level: inventory.AtRegion, Provider: "aws", Account: "1", Region: "r"}}
	return []scanner.Account{a}, nil
}

func run(t *testing.T, c scanner.Config) *scanner.Scan {
	t.Helper()
	c.Providers, c.Log = []scanner.Provider{one{}}, zerolog.Nop()
	s, err := scanner.Run(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var (
	hosts = boxesOf("aws.ec2.Box", inventory.IaaS, 2)
	bases = boxesOf("aws.rds.Box", inventory.PaaS, 0)
	color = &inventory.Field[box, string]{Of: hosts, Column: "color", Actions: []string{"x:Color"},
		At:    func(b *box) *inventory.Known[string] { return &b.Color },
		Fetch: func(context.Context, inventory.Scope, *box) (string, error) { return "red", nil }}
	closed  = checkOf("aws-ec2-closed", hosts)
	painted = checkOf("aws-ec2-painted", hosts, color)
	based   = checkOf("aws-rds-closed", bases)
	every   = []*checks.Check{closed, painted, based}
)

// A scan for some checks does not know of what it did not look for.
func TestModelsNobodyLookedAt(t *testing.T) {
	for _, tc := range []struct {
		name           string
		chosen         []*checks.Check
		registry       []*checks.Check
		iaas, paas, sl string
	}{
		{"all", every, every, "yes", "no", ""},
		{"some", []*checks.Check{closed}, every, "yes", "unknown", ""},
		{"others", []*checks.Check{based}, every, "unknown", "no", ""},
		{"alone", []*checks.Check{based}, nil, "", "no", ""},
	} {
		m := run(t, scanner.Config{Checks: tc.chosen, Registry: tc.registry}).Summary().Scopes[0].Models
		if m[inventory.IaaS] != tc.iaas || m[inventory.PaaS] != tc.paas || m[inventory.Serverless] != tc.sl {
			t.Errorf("%s: %v", tc.name, m)
		}
	}
}

// full is a disk with room for the first bytes alone.
type full struct{ room int }

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errors.New("the disk is full")
	}
	return len(b), nil
}

// A snapshot that cannot be written loses nothing but itself.
func TestSnapshotOnFullDisk(t *testing.T) {
	w, err := inventory.NewSnapshotWriter(&full{16})
	if err != nil {
		t.Fatal(err)
	}
	s := run(t, scanner.Config{Checks: every, Snapshot: w})
	if s.Summary().Counts[checks.Pass] == 0 {
		t.Errorf("%v", s.Summary().Counts)
	}
	if err := w.Close(); err == nil {
		t.Error("nobody hears that the snapshot was not written")
	}
}

// A field that the snapshot was not taken for is UNKNOWN, and coverage names it;
// one that no chosen check asks for is not told of.
func TestReplayOfOtherChecks(t *testing.T) {
	var b bytes.Buffer
	w, err := inventory.NewSnapshotWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	run(t, scanner.Config{Checks: []*checks.Check{closed}, Snapshot: w})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	kept := b.Bytes()
	for _, tc := range []struct {
		chosen        *checks.Check
		pass, unknown int
		gaps          int
	}{{closed, 2, 0, 0}, {painted, 0, 2, 1}, {based, 0, 1, 1}} {
		s, err := scanner.Replay(bytes.NewReader(kept), every, scanner.Config{Checks: []*checks.Check{tc.chosen}, Log: zerolog.Nop()})
		if err != nil {
			t.Fatal(err)
		}
		n, gaps := s.Summary().Counts, s.Summary().Coverage.Gaps
		if n[checks.Pass] != tc.pass || n[checks.Unknown] != tc.unknown || n[checks.Error] != 0 || len(gaps) != tc.gaps {
			t.Errorf("%s: %v, gaps %v", tc.chosen.ID, n, gaps)
		}
		for _, g := range gaps {
			if g.Gap.Reason != inventory.NotInSnapshot || g.Gap.Where == "" {
				t.Errorf("%s: %+v", tc.chosen.ID, g)
			}
		}
	}
}
