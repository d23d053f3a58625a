package demo_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"demarc/checks"
	awschecks "demarc/checks/aws"
	"demarc/examples/demo"
	"demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/scanner"
)

// quick makes retries cost nothing and a lost answer little.
var quick = aws.Tuning{MaxAttempts: 2, MaxBackoff: time.Microsecond, MinRate: 100_000, Timeout: 50 * time.Millisecond}

func scan(t testing.TB, e *awsfake.Estate) *scanner.Scan {
	t.Helper()
	return scanFor(t, e, awschecks.All)
}

func scanFor(t testing.TB, e *awsfake.Estate, chosen []*checks.Check) *scanner.Scan {
	t.Helper()
	s, err := scanner.Run(context.Background(), scanner.Config{
		Providers: []scanner.Provider{demo.Over(e, quick)}, Checks: chosen, Controls: awschecks.Manual, Now: demo.Now,
		ScanID: "test", Version: "test", Log: zerolog.Nop(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func findings(t testing.TB, s *scanner.Scan) map[string]*scanner.Finding {
	t.Helper()
	all := map[string]*scanner.Finding{}
	for f, err := range s.Findings() {
		if err != nil {
			t.Fatal(err)
		}
		if all[f.ID] != nil {
			t.Errorf("two findings of %s for %s in %s", f.Check, f.Resource.FullID, f.Region)
		}
		all[f.ID] = f
	}
	return all
}

// faults are the ways in which a call goes wrong for good.
var faults = map[string]awsfake.Fault{
	"denied":    refuse(403, "AccessDenied"),
	"throttled": refuse(400, "ThrottlingException"),
	"500":       refuse(500, "InternalFailure"),
	"time-out": func(ctx context.Context, _ awsfake.Call) error {
		<-ctx.Done()
		return ctx.Err()
	},
	"cut off": awsfake.LaterPages(refuse(500, "InternalFailure")),
}

func refuse(status int, code string) awsfake.Fault {
	return func(context.Context, awsfake.Call) error { return awsfake.Error(status, code, "refused by the test") }
}

// turned says how a scan with a fault breaks the law against the clean one.
func turned(clean, faulty map[string]*scanner.Finding) (broken []string) {
	hidden := map[string]bool{} // checks, by account, some of whose resources are not listed
	for _, f := range faulty {
		if f.Status == checks.Unknown && f.Resource.ID == "(not listed)" {
			hidden[f.Account+" "+f.Check] = true
		}
	}
	for id, was := range clean {
		is := faulty[id]
		switch {
		case is == nil && !hidden[was.Account+" "+was.Check]:
			broken = append(broken, fmt.Sprintf("%s %s of %s is lost", was.Status, was.Check, was.Resource.ID))
		case is != nil && is.Status != was.Status && is.Status != checks.Unknown:
			broken = append(broken, fmt.Sprintf("%s of %s went from %s to %s: %s", was.Check, was.Resource.ID, was.Status, is.Status, is.Message))
		}
	}
	for id, is := range faulty {
		if clean[id] == nil && is.Status != checks.Unknown {
			broken = append(broken, fmt.Sprintf("%s %s of %s appeared: %s", is.Status, is.Check, is.Resource.ID, is.Message))
		}
	}
	slices.Sort(broken)
	return broken
}

// One fault on any single operation, and a sample of pairs: no verdict becomes
// PASS or FAIL that was not so without it, no finding is lost, and the fault
// is named in coverage.
func TestFaults(t *testing.T) {
	e := demo.Estate()
	cleanScan := scan(t, e)
	clean := findings(t, cleanScan)
	for _, f := range clean {
		if f.Status == checks.Error || f.Status == checks.Unknown {
			t.Errorf("%s %s of %s in the clean estate: %s", f.Status, f.Check, f.Resource.ID, f.Message)
		}
	}
	operations := slices.Sorted(maps.Keys(e.Calls()))
	users := usersOf(t)
	var wg sync.WaitGroup
	slots := make(chan struct{}, 4)
	walk := func(name string, kind string, ops ...string) {
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			e := demo.Estate()
			struck := map[string]bool{}
			var mu sync.Mutex
			for _, op := range ops {
				e.Fault(awsfake.Only(op, func(ctx context.Context, c awsfake.Call) error {
					err := faults[kind](ctx, c)
					if err != nil {
						mu.Lock()
						struck[op] = true
						mu.Unlock()
					}
					return err
				}))
			}
			chosen := users.of(ops)
			s := scanFor(t, e, chosen)
			for _, b := range turned(only(clean, chosen), findings(t, s)) {
				t.Errorf("%s: %s", name, b)
			}
			for op := range struck {
				if !named(s.Summary(), op) && !outside[op] {
					t.Errorf("%s: coverage does not name the fault at %s", name, op)
				}
			}
		})
	}
	kinds := slices.Sorted(maps.Keys(faults))
	for _, op := range operations {
		for _, kind := range kinds {
			walk(op+" "+kind, kind, op)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		a, b, kind := operations[r.IntN(len(operations))], operations[r.IntN(len(operations))], kinds[r.IntN(len(kinds))]
		walk(a+" and "+b+" "+kind, kind, a, b)
	}
	wg.Wait()
}

// users says which checks an operation is called for. A fault can reach no
// other check, so the walk need not scan for others.
type users map[string][]*checks.Check

func usersOf(t testing.TB) users {
	u := users{}
	for _, c := range awschecks.All {
		e := demo.Estate()
		scanFor(t, e, []*checks.Check{c})
		for op := range e.Calls() {
			u[op] = append(u[op], c)
		}
	}
	return u
}

// of lists the checks of some operations. What every check calls, such as the
// list of regions, is tried on all.
func (u users) of(ops []string) (chosen []*checks.Check) {
	for _, op := range ops {
		for _, c := range u[op] {
			if !slices.Contains(chosen, c) {
				chosen = append(chosen, c)
			}
		}
	}
	return chosen
}

// only keeps the findings of some checks, and those of the manual controls.
func only(all map[string]*scanner.Finding, chosen []*checks.Check) map[string]*scanner.Finding {
	ids := map[string]bool{}
	for _, c := range chosen {
		ids[c.ID] = true
	}
	kept := map[string]*scanner.Finding{}
	for id, f := range all {
		if ids[f.Check] || f.Status == checks.Manual {
			kept[id] = f
		}
	}
	return kept
}

// outside are the calls that no verdict hangs on: what the account is called.
var outside = map[string]bool{"Account GetAccountInformation": true}

func named(s *scanner.Summary, op string) bool {
	return slices.ContainsFunc(s.Coverage.Gaps, func(g scanner.GapCount) bool {
		return g.Gap.Call == op || strings.HasSuffix(g.Gap.Where, op)
	})
}

// The demo asks nothing twice.
func TestAsksOnce(t *testing.T) {
	e := demo.Estate()
	e.CountCalls()
	scan(t, e)
	for _, c := range e.Repeated() {
		t.Error(c)
	}
}
