package inventory

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// Options say how a Collect works. The zero Options work.
type Options struct {
	Concurrency int           // tasks in flight for this account; 32 where zero
	Slots       chan struct{} // shared with other accounts' Collects; nil: none
	Now         time.Time     // the clock that the inventory gets; the time of the call where zero

	// Classify reads a provider's error: permissions are those that the
	// source declares, of which the Gap names the one that is missing.
	Classify func(err error, permissions []string) Gap
	// Log is told each error whole. It goes to the debug log and nowhere else.
	Log func(source string, s Scope, err error)
	// Scrub takes what may be a secret out of tags and names; nil: nothing is done.
	Scrub func(key, value string) string
	Watch *Watch
}

// Target is what one Collect reads: one account.
type Target struct {
	Provider, Account, AccountName string
	Scopes                         []Scope
	LeftOut                        []string // enabled regions that are not to be read, or Others
	Closed                         []Closed // parts that exist, or may exist, and cannot be entered
}

// Closed is a level of the tree below which something cannot be listed at all.
type Closed struct {
	Level  Level
	Region string // "" where it is not known which regions there are
	Gap    Gap
}

// Collect lists and fetches what needs name, each call once. A call that fails
// leaves a Gap; where ctx ends, everything that was still to be read is a Gap
// too. The inventory is whole in the sense that nothing is lost without a Gap.
func Collect(ctx context.Context, t Target, needs []Source, o Options) *Inventory {
	e := newEngine(ctx, t, o)
	plan := planOf(needs)
	for _, c := range t.Closed {
		if c.Level == AtRegion && c.Region == "" {
			e.inv.regions = &c.Gap
		}
	}
	for l := range plan {
		e.inv.tables[l] = &table{}
		for _, c := range t.Closed {
			if c.Level == l.level() {
				e.inv.tables[l].gaps = append(e.inv.tables[l].gaps, placed{c.Gap, c.Region})
			}
		}
	}
	hasAccount := slices.ContainsFunc(t.Scopes, func(s Scope) bool { return s.Level == AtAccount })
	for _, l := range sortedListers(plan) {
		if l.parent() != nil {
			continue
		}
		asked := false
		for _, s := range e.inv.Scopes {
			if s.Level == l.level() {
				asked = true
				e.push(&e.lists, task{l.Name(), s, func() { e.list(plan, l, s, nil) }})
			}
		}
		if !asked && l.level() == AtRegion && hasAccount {
			e.mu.Lock()
			e.hide(plan, l, placed{gap: e.regionless()})
			e.mu.Unlock()
		}
	}
	e.run()
	e.tagAll()
	e.run()
	e.freeze()
	return e.inv
}

// planOf groups the Fields that are needed under the Types that they are of,
// so that a Source is asked once however many checks need it.
func planOf(needs []Source) map[lister][]fetcher {
	plan := map[lister][]fetcher{}
	var add func(l lister)
	add = func(l lister) {
		if _, ok := plan[l]; ok {
			return
		}
		plan[l] = nil
		if p := l.parent(); p != nil {
			add(p)
		}
	}
	for _, n := range needs {
		l := n.root()
		if l == nil {
			continue
		}
		add(l)
		if f, ok := n.(fetcher); ok && !slices.Contains(plan[l], f) {
			plan[l] = append(plan[l], f)
		}
	}
	return plan
}

func sortedListers(plan map[lister][]fetcher) []lister {
	var all []lister
	for l := range plan {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b lister) int {
		if a.Name() < b.Name() {
			return -1
		}
		return 1
	})
	return all
}

// The engine is the one place with goroutines. Its tasks are listings, which
// lead to more, and fetches; listings go first since chains hang on them.
type engine struct {
	ctx  context.Context
	o    Options
	inv  *Inventory
	mu   sync.Mutex
	more *sync.Cond

	lists, fetches []task
	busy           int
	seen           map[lister]map[string]any // rows by their full id
	gone           map[any]bool
	above          map[any]any // the row that a row was listed under, where it was one alone
}

type task struct {
	name  string
	scope Scope
	do    func()
}

func newEngine(ctx context.Context, t Target, o Options) *engine {
	if o.Concurrency <= 0 {
		o.Concurrency = 32
	}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	if o.Classify == nil {
		o.Classify = func(error, []string) Gap { return Gap{Reason: Failed} }
	}
	if o.Watch == nil {
		o.Watch = &Watch{}
	}
	inv := &Inventory{
		Provider: t.Provider, Account: t.Account, AccountName: t.AccountName, Now: o.Now.UTC(),
		LeftOut: t.LeftOut, tables: map[lister]*table{},
	}
	for _, s := range t.Scopes {
		if s.calls == nil { // a root's are shared with the accounts below it
			s.calls = &memo{}
		}
		inv.Scopes = append(inv.Scopes, s)
		if s.Level == AtRegion {
			o.Watch.Regions.Add(1)
		}
	}
	e := &engine{ctx: ctx, o: o, inv: inv, seen: map[lister]map[string]any{}, gone: map[any]bool{}, above: map[any]any{}}
	e.more = sync.NewCond(&e.mu)
	return e
}

func (e *engine) push(q *[]task, t task) {
	e.mu.Lock()
	*q = append(*q, t)
	e.mu.Unlock()
	e.more.Signal()
	e.o.Watch.queued(1)
}

// run works until no task is left.
func (e *engine) run() {
	var wg sync.WaitGroup
	for range e.o.Concurrency {
		wg.Go(e.work)
	}
	wg.Wait()
}

func (e *engine) work() {
	for {
		t, ok := e.next()
		if !ok {
			return
		}
		if e.o.Slots != nil {
			e.o.Slots <- struct{}{}
		}
		done := e.o.Watch.start(t.name, t.scope)
		t.do()
		done()
		if e.o.Slots != nil {
			<-e.o.Slots
		}
		e.mu.Lock()
		e.busy--
		e.mu.Unlock()
		e.more.Broadcast()
	}
}

// next waits for a task; it returns false when there will be no more.
func (e *engine) next() (t task, ok bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for {
		for _, q := range []*[]task{&e.lists, &e.fetches} {
			if len(*q) > 0 {
				t, *q = (*q)[0], (*q)[1:]
				e.busy++
				return t, true
			}
		}
		if e.busy == 0 {
			return task{}, false
		}
		e.more.Wait()
	}
}

// gap makes the Gap of an error of source in s.
func (e *engine) gap(source Source, s Scope, err error) Gap {
	if e.o.Log != nil {
		e.o.Log(source.Name(), s, err)
	}
	var g Gap
	switch {
	case e.ctx.Err() != nil && (errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)):
		g = Gap{Reason: Cancelled}
	default:
		g = e.o.Classify(err, source.Permissions())
	}
	if g.Action == "" {
		if ps := source.Permissions(); len(ps) > 0 {
			g.Action = ps[0]
		}
	}
	if g.Where == "" {
		g.Where = s.String()
	}
	return g
}

var errPanic = errors.New("the collector panicked")

// guard turns a panic of a collector, on an answer that nobody foresaw, into
// an error: one broken answer must not end the scan.
func guard(f func() error) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("%w: %v", errPanic, x)
		}
	}()
	return f()
}

// list runs one listing and queues what hangs on its rows.
func (e *engine) list(plan map[lister][]fetcher, l lister, s Scope, under any) {
	batches := map[fetcher][]any{}
	err := guard(func() error {
		for r, err := range l.list(e.ctx, s, under) {
			if err == nil {
				err = e.ctx.Err()
			}
			if err != nil {
				return err
			}
			if err := e.add(plan, l, s, under, r, batches); err != nil {
				return err
			}
		}
		return nil
	})
	for f, rows := range batches {
		e.fetch(l, s, f, rows)
	}
	if err == nil {
		return
	}
	if under != nil && errors.Is(err, ErrGone) {
		e.mu.Lock()
		e.gone[under] = true
		e.mu.Unlock()
		return
	}
	g := placed{e.gap(l, s, err), s.Region}
	if under != nil && ResourceOf(under).Region != s.Region {
		g.region = "" // of the row's region, or of the scope's
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.hide(plan, l, g)
}

// regionless is the Gap of an account without a single region. It is not known
// to have none: the answer that should have named them did not. (An account
// and what lies above it are asked by Collects of their own.)
func (e *engine) regionless() Gap {
	g := Gap{Reason: Failed, Where: e.inv.Provider + "/" + e.inv.Account + ", of which no region is known"}
	if e.inv.regions == nil {
		e.inv.regions = &g
	}
	return g
}

// hide records that rows of l, and so of what is listed under them, are not seen.
func (e *engine) hide(plan map[lister][]fetcher, l lister, g placed) {
	tb := e.inv.tables[l]
	if !slices.Contains(tb.gaps, g) {
		tb.gaps = append(tb.gaps, g)
	}
	for c := range plan {
		if c.parent() == l {
			e.hide(plan, c, g)
		}
	}
}

// add takes in one row, once, and queues its fetches and the listings under it.
func (e *engine) add(plan map[lister][]fetcher, l lister, s Scope, under, r any, batches map[fetcher][]any) error {
	res := ResourceOf(r)
	if res.Full == "" {
		return fmt.Errorf("%s: a row without an id", l.Name())
	}
	res.Kind = l.kind()
	e.scrub(res)
	e.mu.Lock()
	if e.seen[l] == nil {
		e.seen[l] = map[string]any{}
	}
	if was, ok := e.seen[l][res.Full]; ok { // seen from another scope, or listed twice
		if e.above[was] != under {
			delete(e.above, was)
		}
		e.mu.Unlock()
		return nil
	}
	e.seen[l][res.Full] = r
	e.inv.tables[l].rows = append(e.inv.tables[l].rows, r)
	if under != nil {
		e.above[r] = under
	}
	e.mu.Unlock()
	e.o.Watch.row()
	for _, f := range plan[l] {
		batches[f] = append(batches[f], r)
		if len(batches[f]) >= f.batch() {
			e.fetch(l, s, f, batches[f])
			delete(batches, f)
		}
	}
	for c := range plan {
		if c.parent() == l {
			e.push(&e.lists, task{c.Name(), s, func() { e.list(plan, c, s, r) }})
		}
	}
	return nil
}

func (e *engine) fetch(l lister, s Scope, f fetcher, rows []any) {
	e.push(&e.fetches, task{f.Name(), s, func() {
		gap := func(err error) Gap { return e.gap(f, s, err) }
		err := guard(func() error {
			if err := e.ctx.Err(); err != nil {
				return err
			}
			if gone := f.fetch(e.ctx, s, rows, gap); len(gone) > 0 {
				e.mu.Lock()
				for _, r := range gone {
					e.gone[r] = true
				}
				e.mu.Unlock()
			}
			return nil
		})
		if err != nil {
			for _, r := range rows {
				f.column(r).degrade(gap(err))
			}
		}
	}})
}

// isGone reports whether a row, or one that it was listed under, is gone.
func (e *engine) isGone(r any) bool {
	for ; r != nil; r = e.above[r] {
		if e.gone[r] {
			return true
		}
	}
	return false
}

// freeze takes out the rows that are gone and puts the rest in order.
func (e *engine) freeze() {
	for _, tb := range e.inv.tables {
		n := len(tb.rows)
		tb.rows = slices.DeleteFunc(tb.rows, e.isGone)
		e.inv.gone += n - len(tb.rows)
		tb.sort()
	}
	for i := range e.inv.Scopes {
		e.inv.Scopes[i].calls, e.inv.Scopes[i].Session, e.inv.Scopes[i].Up = nil, nil, nil
	}
}
