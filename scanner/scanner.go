package scanner

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/rs/zerolog"

	"demarc/checks"
	"demarc/providers/inventory"
)

// A Provider is a way into one cloud.
type Provider interface {
	Name() string
	// Accounts lists what is to be scanned. An error is for a scan that cannot
	// be done at all; an account that cannot be entered is listed, closed.
	Accounts(context.Context) ([]Account, error)
	Classify(err error, permissions []string) inventory.Gap
	Scrub(key, value string) string
}

// An Account is one unit of a scan: planned, collected, evaluated and released.
type Account struct {
	inventory.Target
	Caller string    // who the scan is made as
	Left   []LeftOut // regions that are not scanned, with the reason
	Calls  func() map[string]int
}

// Config says what to scan and how hard. Zero numbers have good defaults.
type Config struct {
	Provider    Provider
	Checks      []*checks.Check
	Controls    []*checks.Control // listed as MANUAL, once for each account
	Params      checks.Params
	Concurrency int // calls in flight, over all accounts; 64 where zero
	InFlight    int // accounts in flight; 4 where zero
	Now         time.Time
	ScanID      string
	Version     string
	Log         zerolog.Logger
	Watch       *inventory.Watch
	Snapshot    *inventory.SnapshotWriter // nil: none is written
}

// A Scan is everything that a report may show. It implements Reader.
type Scan struct {
	summary Summary
	spool   spool
}

// Summary implements Reader.
func (s *Scan) Summary() *Summary { return &s.summary }

// Findings implements Reader.
func (s *Scan) Findings() iter.Seq2[*Finding, error] { return s.spool.findings() }

// Close lets go of what the scan keeps on disk.
func (s *Scan) Close() error { return s.spool.close() }

// Run collects what the checks need, each call once, and evaluates them. A
// refused call is a finding, not an error: the error is for a scan that could
// not be done at all. When ctx ends, what was seen so far is evaluated, the
// rest is UNKNOWN, and the scan is marked as incomplete.
func Run(ctx context.Context, c Config) (*Scan, error) {
	r, err := newRun(c)
	if err != nil {
		return nil, err
	}
	accounts, err := c.Provider.Accounts(ctx)
	if err != nil {
		return nil, fmt.Errorf("listing the accounts of %s: %w", c.Provider.Name(), err)
	}
	slots := make(chan struct{}, cmp.Or(c.Concurrency, 64))
	inFlight := make(chan struct{}, cmp.Or(c.InFlight, 4))
	var wg sync.WaitGroup
	for _, a := range accounts {
		inFlight <- struct{}{}
		wg.Go(func() {
			defer func() { <-inFlight }()
			r.account(ctx, a, slots)
		})
	}
	wg.Wait()
	return r.finish(ctx.Err() == nil)
}

// run is a scan in the making.
type run struct {
	c     Config
	needs []inventory.Source
	scan  *Scan

	mu    sync.Mutex
	tally map[string]*Check
	gaps  gapCounts
	errs  []error
}

func newRun(c Config) (*run, error) {
	if err := checks.Validate(c.Checks); err != nil {
		return nil, err
	}
	if c.Now.IsZero() {
		c.Now = time.Now()
	}
	r := &run{c: c, tally: map[string]*Check{}, gaps: gapCounts{}, scan: &Scan{spool: spool{spill: spillAt}}}
	r.c.Checks = slices.SortedFunc(slices.Values(c.Checks), func(a, b *checks.Check) int { return strings.Compare(a.ID, b.ID) })
	for _, ck := range r.c.Checks {
		r.needs = append(r.needs, ck.Needs...)
		s := summaryOf(ck, c.Params)
		r.tally[ck.ID] = &s
	}
	for _, m := range c.Controls {
		s := summaryOfControl(m)
		r.tally[m.ID] = &s
	}
	r.scan.summary = Summary{
		Schema: SchemaVersion, Tool: "demarc", Version: c.Version, ScanID: c.ScanID, Start: c.Now.UTC(),
		Scopes: []Scope{}, Counts: Counts{}, Coverage: Coverage{Operations: map[string]int{}},
	}
	return r, nil
}

// account does one account, from the first call to its findings in the spool.
func (r *run) account(ctx context.Context, a Account, slots chan struct{}) {
	log := r.c.Log.With().Str("account", a.Account).Logger()
	log.Info().Int("scopes", len(a.Scopes)).Msg("collecting")
	inv := inventory.Collect(ctx, a.Target, r.needs, inventory.Options{
		Concurrency: cap(slots), Slots: slots, Now: r.c.Now, Watch: r.c.Watch,
		Classify: r.c.Provider.Classify, Scrub: r.c.Provider.Scrub,
		Log: func(source string, s inventory.Scope, err error) {
			log.Debug().Str("source", source).Str("scope", s.String()).Err(err).Msg("could not be read")
		},
	})
	m := meta{Caller: a.Caller, LeftOut: orEmpty(a.Left)}
	if a.Calls != nil {
		m.Calls = a.Calls()
	}
	r.judge(inv, m)
}

// meta is what a scan knows of an account beside its inventory.
type meta struct {
	Caller  string         `json:"caller"`
	LeftOut []LeftOut      `json:"leftOut"`
	Calls   map[string]int `json:"calls"`
}

// judge evaluates all checks on one account's inventory.
func (r *run) judge(inv *inventory.Inventory, m meta) {
	var findings []*Finding
	counts := map[string]*Check{}
	for _, c := range r.c.Checks {
		sum := &Check{Counts: Counts{}}
		counts[c.ID] = sum
		t := checks.Evaluate(c, inv, r.c.Params, func(res checks.Result) {
			findings = append(findings, newFinding(c, inv, res))
			sum.Counts[res.Verdict]++
		})
		sum.Resources, sum.Whole = t.Resources, t.Whole
	}
	for _, c := range r.c.Controls {
		findings = append(findings, openControl(c, inv))
		counts[c.ID] = &Check{Resources: 1, Whole: true, Counts: Counts{checks.Manual: 1}}
	}
	slices.SortFunc(findings, less)
	err := r.scan.spool.add(inv.Provider+"/"+inv.Account, findings)

	r.mu.Lock()
	defer r.mu.Unlock()
	if r.c.Snapshot != nil {
		extra, jsonErr := json.Marshal(m)
		err = errors.Join(err, jsonErr, r.c.Snapshot.Write(inv, extra))
	}
	r.errs = append(r.errs, err)
	for id, sum := range counts {
		t := r.tally[id]
		t.Resources += sum.Resources
		t.Whole = t.Whole && sum.Whole
		t.Counts.add(sum.Counts)
		r.scan.summary.Counts.add(sum.Counts)
	}
	mattered := map[inventory.Gap]bool{}
	for _, f := range findings {
		for _, g := range f.Gaps {
			mattered[g] = true
		}
	}
	inv.Gaps(func(kind string, g inventory.Gap) {
		if mattered[g] || !g.Expected() && !g.Unanswered() && g.Reason != inventory.NotInSnapshot {
			r.gaps[GapCount{Kind: kind, Gap: g}]++
		}
	})
	cov := &r.scan.summary.Coverage
	for op, n := range m.Calls {
		cov.Operations[op] += n
	}
	cov.Gone += inv.Gone()
	r.scan.summary.Scopes = append(r.scan.summary.Scopes, scopeOf(inv, m))
}

// openControl is the finding of a control that nobody has answered for.
func openControl(c *checks.Control, inv *inventory.Inventory) *Finding {
	full := inv.Provider + ":" + inv.Account
	return &Finding{
		ID: Fingerprint(inv.Provider, inv.Account, "", full, c.ID), Check: c.ID, Aliases: []string{}, Status: checks.Manual,
		Severity: c.Severity, Area: c.Area, ServiceModel: inventory.Account, Owner: checks.OwnerOf(c.Area, inventory.Account),
		Provider: inv.Provider, Account: inv.Account, AccountName: inv.AccountName, Message: "open: " + c.Reason,
		Resource: Resource{ID: inv.Account, ARN: full, Name: cmp.Or(inv.AccountName, inv.Account), Type: inv.Provider + ".Account", Account: inv.Account, Tags: map[string]string{}},
		Evidence: map[string]any{}, Gaps: []inventory.Gap{},
	}
}

func scopeOf(inv *inventory.Inventory, m meta) Scope {
	s := Scope{
		Provider: inv.Provider, Account: inv.Account, Name: inv.AccountName, Caller: m.Caller,
		Regions: orEmpty(inv.Regions()), LeftOut: orEmpty(m.LeftOut),
		Models: map[inventory.Model]string{inventory.Account: "yes"}, Resources: map[string]int{},
	}
	rank := map[string]int{"": 0, "no": 1, "unknown": 2, "yes": 3}
	inv.Kinds(func(kind string, model inventory.Model, workload bool, own int, whole bool) {
		s.Resources[kind] = own
		use := "no"
		switch {
		case !workload:
			return
		case own > 0:
			use = "yes"
		case !whole:
			use = "unknown"
		}
		if rank[use] > rank[s.Models[model]] {
			s.Models[model] = use
		}
	})
	return s
}

// finish puts the summary in order.
func (r *run) finish(complete bool) (*Scan, error) {
	s := &r.scan.summary
	for g := range r.gaps {
		complete = complete && g.Gap.Reason != inventory.Cancelled // also of a scan that a snapshot was taken of
	}
	s.End, s.Complete = time.Now().UTC(), complete
	if s.End.Before(s.Start) {
		s.End = s.Start
	}
	for _, id := range slices.Sorted(maps.Keys(r.tally)) {
		s.Checks = append(s.Checks, *r.tally[id])
	}
	slices.SortFunc(s.Scopes, func(a, b Scope) int {
		return cmp.Or(strings.Compare(a.Provider, b.Provider), strings.Compare(a.Account, b.Account))
	})
	s.Coverage.Gaps = r.gaps.sorted()
	s.Coverage.Calls = total(s.Coverage.Operations)
	return r.scan, errors.Join(r.errs...)
}
