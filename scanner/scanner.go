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
}

// A UsageError is the user's to mend in the command line: an unknown region, a
// subscription that cannot be read.
type UsageError string

func (e UsageError) Error() string { return string(e) }

// An Account is one unit of a scan: planned, collected, evaluated and released.
type Account struct {
	inventory.Target
	Caller string                // who the scan is made as
	Left   []LeftOut             // regions that are not scanned, with the reason
	Calls  func() map[string]int // those of the account; of the first account, where several share a session

	// Unread is what could not be read before there was anything to collect: the
	// list of regions, say. Coverage names it.
	Unread []inventory.Gap

	by Provider
}

// Config says what to scan and how hard. Zero numbers have good defaults.
type Config struct {
	Providers   []Provider
	Unreached   []Unreached // clouds whose login failed; the others are scanned all the same
	Checks      []*checks.Check
	Controls    []*checks.Control        // listed as MANUAL, once for each account
	Evidence    []*checks.EvidenceSource // what the providers say of their half
	Params      checks.Params
	Concurrency int // calls in flight, over all accounts; 64 where zero
	InFlight    int // accounts in flight; 4 where zero
	Now         time.Time
	ScanID      string
	Version     string
	Log         zerolog.Logger
	Watch       *inventory.Watch
	Snapshot    *inventory.SnapshotWriter // nil: none is written; the caller closes it and hears of errors

	// Review are the decisions of people on findings: suppressions and
	// attestations. Each is called with every finding, before it is counted.
	Review []func(*Finding)
	Duties []AttestedDuty // attested, where no control answers them

	// Registry is every check that there is. A service model is known to be
	// unused where none of the workloads that any of them looks at exists, so
	// a scan for some checks alone cannot tell. Checks alone count where it is nil.
	Registry []*checks.Check
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
	accounts, err := r.accounts(ctx)
	if err != nil {
		return nil, err
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

// accounts lists the accounts of all providers. Where there are several, one
// that cannot list its own is noted and left; where all fail, so does the scan.
func (r *run) accounts(ctx context.Context) (all []Account, err error) {
	var errs []error
	for _, p := range r.c.Providers {
		list, err := p.Accounts(ctx)
		if err != nil {
			errs = append(errs, fmt.Errorf("listing the accounts of %s: %w", p.Name(), err))
			r.scan.summary.Unreached = append(r.scan.summary.Unreached, Unreached{p.Name(), "its accounts could not be listed"})
			r.c.Log.Error().Str("provider", p.Name()).Err(err).Msg("could not be reached")
			continue
		}
		for _, a := range list {
			a.by = p
			all = append(all, a)
		}
	}
	if len(errs) == len(r.c.Providers) {
		return nil, errors.Join(errs...)
	}
	return all, nil
}

// run is a scan in the making.
type run struct {
	c    Config
	scan *Scan

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
		s := summaryOf(ck, c.Params)
		r.tally[ck.ID] = &s
	}
	for _, m := range c.Controls {
		s := summaryOfControl(m)
		r.tally[m.ID] = &s
	}
	r.scan.summary = Summary{
		Schema: SchemaVersion, Tool: "demarc", Version: c.Version, ScanID: c.ScanID, Start: c.Now.UTC(),
		Unreached: orEmpty(c.Unreached), Duties: c.Duties, Scopes: []Scope{}, Evidence: []Said{}, Counts: Counts{}, Coverage: Coverage{Operations: map[string]int{}},
	}
	return r, nil
}

// account does one account, from the first call to its findings in the spool.
func (r *run) account(ctx context.Context, a Account, slots chan struct{}) {
	log := r.c.Log.With().Str("account", a.Account).Logger()
	log.Info().Int("scopes", len(a.Scopes)).Msg("collecting")
	if a.Calls != nil && r.c.Watch != nil {
		r.c.Watch.CallsOf(a.Calls)
	}
	inv := inventory.Collect(ctx, a.Target, r.needs(a.Target.Provider), inventory.Options{
		Concurrency: cap(slots), Slots: slots, Now: r.c.Now, Watch: r.c.Watch,
		Classify: a.by.Classify, Scrub: inventory.Scrub,
		Log: func(source string, s inventory.Scope, err error) {
			log.Debug().Str("source", source).Str("scope", s.String()).Err(err).Msg("could not be read")
		},
	})
	m := meta{Caller: a.Caller, LeftOut: orEmpty(a.Left), Unread: a.Unread}
	if a.Calls != nil {
		m.Calls = a.Calls()
	}
	r.judge(inv, m)
}

// checksOf are those of one provider: the first word of a check's id.
func checksOf(all []*checks.Check, provider string) (own []*checks.Check) {
	for _, c := range all {
		if strings.HasPrefix(c.ID, provider+"-") {
			own = append(own, c)
		}
	}
	return own
}

func sourcesOf(chosen []*checks.Check, provider string) (all []inventory.Source) {
	for _, c := range checksOf(chosen, provider) {
		all = append(all, c.Needs...)
	}
	return all
}

func (r *run) checks(provider string) []*checks.Check { return checksOf(r.c.Checks, provider) }

func (r *run) needs(provider string) []inventory.Source {
	all := sourcesOf(r.c.Checks, provider)
	for _, e := range r.c.Evidence {
		if strings.HasPrefix(e.ID, provider+"-") {
			all = append(all, e.Needs...)
		}
	}
	return all
}

// said reads the evidence that one account's inventory holds.
func (r *run) said(inv *inventory.Inventory) (all []Said) {
	for _, e := range r.c.Evidence {
		if !strings.HasPrefix(e.ID, inv.Provider+"-") || !slices.ContainsFunc(e.Needs, inv.Asked) {
			continue
		}
		s := Said{Source: e.ID, Kind: e.Kind, Provider: inv.Provider, Account: inv.Account, Read: inv.Now, Items: []checks.Evidence{}}
		var gaps inventory.Gaps
		e.Read(inv, &gaps, func(item checks.Evidence) { s.Items = append(s.Items, item) })
		slices.SortFunc(s.Items, func(a, b checks.Evidence) int {
			return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Region, b.Region))
		})
		s.Gaps = orEmpty(gaps)
		all = append(all, s)
	}
	return all
}

// meta is what a scan knows of an account beside its inventory.
type meta struct {
	Caller  string          `json:"caller"`
	LeftOut []LeftOut       `json:"leftOut"`
	Unread  []inventory.Gap `json:"unread,omitempty"`
	Calls   map[string]int  `json:"calls"`
}

// judge evaluates all checks on one account's inventory.
func (r *run) judge(inv *inventory.Inventory, m meta) {
	var findings []*Finding
	counts := map[string]*Check{}
	for _, c := range r.checks(inv.Provider) {
		sum := &Check{Counts: Counts{}}
		counts[c.ID] = sum
		t := checks.Evaluate(c, inv, r.c.Params, func(res checks.Result) {
			f := r.review(newFinding(c, inv, res))
			findings = append(findings, f)
			sum.Counts[f.Status]++
		})
		sum.Resources, sum.Whole = t.Resources, t.Whole
	}
	for _, c := range r.c.Controls {
		above := slices.ContainsFunc(inv.Scopes, func(s inventory.Scope) bool { return s.Level == inventory.AtOrganization })
		if !strings.HasPrefix(c.ID, inv.Provider+"-") || c.Once != above {
			continue
		}
		f := r.review(openControl(c, inv))
		findings = append(findings, f)
		counts[c.ID] = &Check{Resources: 1, Whole: true, Counts: Counts{f.Status: 1}}
	}
	rank(findings)
	slices.SortFunc(findings, less)
	err := r.scan.spool.add(inv.Provider+"/"+inv.Account, findings)

	r.mu.Lock()
	defer r.mu.Unlock()
	if r.c.Snapshot != nil {
		extra, jsonErr := json.Marshal(m)
		err = errors.Join(err, jsonErr)
		r.c.Snapshot.Write(inv, extra)
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
	for _, g := range m.Unread {
		r.gaps[GapCount{Kind: inv.Provider + ".Account", Gap: g}]++
	}
	cov := &r.scan.summary.Coverage
	for op, n := range m.Calls {
		cov.Operations[op] += n
	}
	cov.Gone += inv.Gone()
	r.scan.summary.Scopes = append(r.scan.summary.Scopes, r.scopeOf(inv, m))
	r.scan.summary.Evidence = append(r.scan.summary.Evidence, r.said(inv)...)
}

// review lets people's decisions change a finding.
func (r *run) review(f *Finding) *Finding {
	for _, decide := range r.c.Review {
		decide(f)
	}
	return f
}

// openControl is the finding of a control that nobody has answered for.
func openControl(c *checks.Control, inv *inventory.Inventory) *Finding {
	full := inv.Provider + ":" + inv.Account
	return &Finding{
		ID: Fingerprint(inv.Provider, inv.Account, "", full, c.ID), Check: c.ID, Aliases: []string{}, Status: checks.Manual,
		Severity: c.Severity, Area: c.Area, ServiceModel: inventory.Account, Owner: checks.OwnerOf(c.Area, inventory.Account),
		Provider: inv.Provider, Account: inv.Account, AccountName: inv.AccountName, Message: "open: " + c.Reason,
		Resource: Resource{ID: inv.Account, FullID: full, Name: cmp.Or(inv.AccountName, inv.Account), Type: inv.Provider + ".Account", Account: inv.Account, Tags: map[string]string{}},
		Evidence: map[string]any{}, Gaps: []inventory.Gap{},
	}
}

func (r *run) scopeOf(inv *inventory.Inventory, m meta) Scope {
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
	for model, kinds := range inventory.Workloads(sourcesOf(r.c.Registry, inv.Provider)) {
		for _, kind := range kinds {
			if _, listed := s.Resources[kind]; !listed && s.Models[model] != "yes" {
				s.Models[model] = "unknown" // nobody looked
			}
		}
	}
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
	slices.SortFunc(s.Evidence, func(a, b Said) int {
		return cmp.Or(strings.Compare(a.Provider, b.Provider), strings.Compare(a.Account, b.Account), strings.Compare(a.Source, b.Source))
	})
	s.Coverage.Gaps = r.gaps.sorted()
	s.Coverage.Calls = total(s.Coverage.Operations)
	return r.scan, errors.Join(r.errs...)
}
