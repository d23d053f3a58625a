package inventory

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// A Watch lets others see how a Collect goes on. The zero Watch works; it may
// serve several Collects at once.
type Watch struct {
	Queued, Done, Rows, Regions atomic.Int64

	mu      sync.Mutex
	calls   []func() map[string]int
	running map[*Waiting]bool
}

// Waiting is a task that is under way.
type Waiting struct {
	Source, Where string
	Since         time.Time
}

func (w *Watch) queued(n int64) { w.Queued.Add(n) }
func (w *Watch) row()           { w.Rows.Add(1) }

// CallsOf has Calls count those that f counts, by operation.
func (w *Watch) CallsOf(f func() map[string]int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.calls = append(w.calls, f)
}

// Calls is how many calls were made so far.
func (w *Watch) Calls() (n int) {
	w.mu.Lock()
	counts := slices.Clone(w.calls)
	w.mu.Unlock()
	for _, f := range counts {
		for _, k := range f() {
			n += k
		}
	}
	return n
}

func (w *Watch) start(source string, s Scope) (done func()) {
	t := &Waiting{source, s.String(), time.Now()}
	w.mu.Lock()
	if w.running == nil {
		w.running = map[*Waiting]bool{}
	}
	w.running[t] = true
	w.mu.Unlock()
	return func() {
		w.mu.Lock()
		delete(w.running, t)
		w.mu.Unlock()
		w.Done.Add(1)
	}
}

// Slowest lists up to n tasks that are under way, the longest first.
func (w *Watch) Slowest(n int) []Waiting {
	w.mu.Lock()
	defer w.mu.Unlock()
	var all []Waiting
	for t := range w.running {
		all = append(all, *t)
	}
	slices.SortFunc(all, func(a, b Waiting) int { return a.Since.Compare(b.Since) })
	return all[:min(n, len(all))]
}
