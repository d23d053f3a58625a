package demo_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/rs/zerolog"

	"demarc/checks/all"
	"demarc/examples/demo"
	"demarc/report"
	"demarc/report/matrix"
	"demarc/scanner"
)

// whole is the demo estate with all its clouds, checks and controls.
func whole(t testing.TB) *scanner.Scan {
	t.Helper()
	p, err := demo.Providers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s, err := scanner.Run(context.Background(), scanner.Config{
		Providers: p, Checks: all.Checks, Controls: all.Controls, Evidence: all.Evidence, Registry: all.Checks, Now: demo.Now, ScanID: "test", Version: "test", Log: zerolog.Nop(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The whole matrix of the demo, as people see it, is testdata/matrix.golden.
func TestMatrix(t *testing.T) {
	s := whole(t)
	defer s.Close()
	var text strings.Builder
	if err := (report.Text{}).Matrix(&text, s); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/matrix.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(text.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || string(want) != text.String() {
		t.Errorf("the demo's matrix is no longer that of %s (%v):\n%s", golden, err, text.String())
	}
}

// Every cell has a state, and a reason for it that the legend explains; every
// duty is answered, open, or said not to be looked at.
func TestMatrixSaysWhy(t *testing.T) {
	s := whole(t)
	defer s.Close()
	m, err := matrix.Build(s)
	if err != nil {
		t.Fatal(err)
	}
	duties := 0
	for _, row := range m.Rows {
		for i, c := range row.Cells {
			if c.State == "" || c.Owner == "" {
				t.Errorf("%s in %s: %+v", row.Area, c.Model, c)
			}
			if m.Columns[i].InUse == "unknown" {
				t.Errorf("whether %s is in use is unknown in an estate that can be read", c.Model)
			}
		}
		for _, d := range row.DutyStates {
			duties++
			switch d.State {
			case matrix.Checked, matrix.Attested:
			case matrix.OpenDuty:
				if len(d.Open) == 0 {
					t.Errorf("%s is open, and nobody is asked", d.ID)
				}
			case matrix.NotLookedAt:
				if len(d.Checks) > 0 {
					t.Errorf("%s is looked at by %v", d.ID, d.Checks)
				}
			default:
				t.Errorf("%s is %q", d.ID, d.State)
			}
		}
	}
	if duties < 60 {
		t.Errorf("%d duties", duties)
	}
	if len(m.Assurance) != 3 {
		t.Errorf("%+v", m.Assurance)
	}
}
