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
	Queued, Done, Rows atomic.Int64

	mu      sync.Mutex
	running map[*Waiting]bool
}

// Waiting is a task that is under way.
type Waiting struct {
	Source, Where string
	Since         time.Time
}

func (w *Watch) queued(n int64) { w.Queued.Add(n) }
func (w *Watch) row()           { w.Rows.Add(1) }

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
