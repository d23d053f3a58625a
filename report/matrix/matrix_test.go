package matrix_test

import (
	"iter"
	"math/rand/v2"
	"testing"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/report/matrix"
	"demarc/scanner"
)

// made is a scan of findings at random.
type made struct {
	summary  scanner.Summary
	findings []*scanner.Finding
}

func (m *made) Summary() *scanner.Summary { return &m.summary }

func (m *made) Findings() iter.Seq2[*scanner.Finding, error] {
	return func(yield func(*scanner.Finding, error) bool) {
		for _, f := range m.findings {
			if !yield(f, nil) {
				return
			}
		}
	}
}

func random(r *rand.Rand) *made {
	m := &made{}
	use := []string{"yes", "no", "unknown"}
	models := map[inventory.Model]string{inventory.Account: "yes"}
	for _, model := range inventory.Models[:4] {
		models[model] = use[r.IntN(3)]
	}
	m.summary.Scopes = []scanner.Scope{{Models: models}}
	for range r.IntN(12) {
		c := scanner.Check{
			ID: "x", Area: checks.Areas[r.IntN(len(checks.Areas))], ServiceModel: inventory.Models[r.IntN(len(inventory.Models))],
			Ran: true, Manual: r.IntN(4) == 0, Counts: scanner.Counts{},
		}
		for range r.IntN(4) {
			v := checks.Verdicts[r.IntN(len(checks.Verdicts))]
			c.Counts[v]++
			m.findings = append(m.findings, &scanner.Finding{Check: c.ID, Area: c.Area, ServiceModel: c.ServiceModel, Status: v})
		}
		m.summary.Checks = append(m.summary.Checks, c)
	}
	return m
}

// The counts in the cells sum to the findings; a cell is green only where
// something passed or was attested and nothing failed, was unreadable, broken
// or open; no cell is without a state.
func TestLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 9))
	for range 5000 {
		scan := random(r)
		m, err := matrix.Build(scan)
		if err != nil {
			t.Fatal(err)
		}
		counts := scanner.Counts{}
		for _, row := range m.Rows {
			for _, c := range row.Cells {
				for v, n := range c.Counts {
					counts[v] += n
				}
				if c.State == "" || c.Owner == "" {
					t.Fatalf("%s in %s: %+v", row.Area, c.Model, c)
				}
				good := c.Counts[checks.Pass]+c.Counts[checks.Attested] > 0
				bad := c.Counts[checks.Fail]+c.Counts[checks.Unknown]+c.Counts[checks.Manual]+c.Counts[checks.Error] > 0
				if (c.State == matrix.Passed) != (good && !bad) {
					t.Fatalf("%s in %s is %s with %v", row.Area, c.Model, c.State, c.Counts)
				}
				if c.State == matrix.Inherited && c.Owner != checks.Provider {
					t.Fatalf("%s in %s is inherited, and the %s's", row.Area, c.Model, c.Owner)
				}
			}
			for _, d := range row.DutyStates {
				if d.Area != row.Area || d.State == "" {
					t.Fatalf("%+v", d)
				}
			}
		}
		want := scanner.Counts{}
		for _, f := range scan.findings {
			want[f.Status]++
		}
		for _, v := range checks.Verdicts {
			if counts[v] != want[v] {
				t.Fatalf("%d of %s in the cells, %d findings", counts[v], v, want[v])
			}
		}
	}
}

// How a duty stands: open while a person has to answer, even where checks look.
func TestDutyStates(t *testing.T) {
	find := func(all ...scanner.Check) map[string]matrix.Answer {
		m, err := matrix.Build(&made{summary: scanner.Summary{Checks: all}})
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]matrix.Answer{}
		for _, row := range m.Rows {
			for _, d := range row.DutyStates {
				out[d.ID] = d.State
			}
		}
		return out
	}
	check := scanner.Check{ID: "aws-kms-key-unused", Ran: true}
	open := scanner.Check{ID: "aws-manual-leavers", Manual: true, Counts: scanner.Counts{checks.Manual: 1}}
	signed := scanner.Check{ID: "aws-manual-leavers", Manual: true, Counts: scanner.Counts{checks.Attested: 1}}
	training := scanner.Check{ID: "aws-manual-training", Manual: true, Counts: scanner.Counts{checks.Attested: 1}}
	got := find(check, open)
	if got["remove-unused"] != matrix.OpenDuty || got["train"] != matrix.NotLookedAt || got["own-the-keys"] != matrix.Checked {
		t.Error(got)
	}
	got = find(check, signed, training)
	if got["remove-unused"] != matrix.Checked || got["train"] != matrix.Attested {
		t.Error(got)
	}
}
