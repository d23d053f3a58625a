package inventory

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// A thing is a resource of a made-up cloud; a part hangs under it.
type thing struct {
	Resource
	Size  Known[int]
	Color Known[string] `fetch:"-"`
}

type part struct {
	Resource
	Of string
}

// cloud makes the Types of one test, which count what they are asked.
type cloud struct {
	mu     sync.Mutex
	asked  map[string]int
	things *Type[thing]
	parts  *Type[part]
	color  *Field[thing, string]
	batch  *Field[thing, string]
	shared *Call[int]

	failList, failFetch func(Scope, string) error
}

func newCloud() *cloud {
	c := &cloud{asked: map[string]int{}}
	c.shared = &Call[int]{Title: "shared", Actions: []string{"c:Shared"}, Do: func(_ context.Context, s Scope) (int, error) {
		c.ask("shared " + s.String())
		return 7, nil
	}}
	c.things = &Type[thing]{Kind: "c.Thing", Level: AtRegion, Model: IaaS, Workload: true, Actions: []string{"c:ListThings"}, Uses: []Source{c.shared},
		List: func(ctx context.Context, s Scope) iter.Seq2[*thing, error] {
			return func(yield func(*thing, error) bool) {
				c.ask("list " + s.Region)
				if n, err := c.shared.Get(ctx, s); n != 7 || err != nil {
					yield(nil, fmt.Errorf("the call answered %d, %w", n, err))
				}
				for i := range 3 {
					name := fmt.Sprintf("%s-%d", s.Region, i)
					if c.failList != nil {
						if err := c.failList(s, name); err != nil {
							yield(nil, err)
							return
						}
					}
					if !yield(&thing{Resource: Resource{ID: name, Full: "c:" + name, Account: s.Account, Region: s.Region}, Size: Of(i)}, nil) {
						return
					}
				}
				// One thing that both regions show.
				yield(&thing{Resource: Resource{ID: "both", Full: "c:both", Account: s.Account, Region: "r1"}, Size: Of(9)}, nil)
			}
		}}
	c.parts = &Type[part]{Kind: "c.Part", Level: AtRegion, Actions: []string{"c:ListParts"},
		Under: Under(c.things, func(_ context.Context, s Scope, t *thing) iter.Seq2[*part, error] {
			return func(yield func(*part, error) bool) {
				c.ask("parts " + t.ID)
				yield(&part{Resource: Resource{ID: t.ID + "/p", Full: t.Full + "/p", Region: t.Region, Account: t.Account}, Of: t.ID}, nil)
			}
		})}
	at := func(t *thing) *Known[string] { return &t.Color }
	c.color = &Field[thing, string]{Of: c.things, Column: "color", Actions: []string{"c:GetColor"}, At: at,
		Fetch: func(_ context.Context, s Scope, t *thing) (string, error) {
			c.ask("color " + t.ID)
			if c.failFetch != nil {
				if err := c.failFetch(s, t.ID); err != nil {
					return "", err
				}
			}
			return "red", nil
		}}
	c.batch = &Field[thing, string]{Of: c.things, Column: "color", Actions: []string{"c:GetColors"}, At: at, Batch: 2,
		FetchBatch: func(_ context.Context, s Scope, ts []*thing) (out []Known[string], err error) {
			c.ask(fmt.Sprintf("batch of %d", len(ts)))
			for _, t := range ts {
				out = append(out, Of("of "+t.ID))
			}
			return out, nil
		}}
	return c
}

func (c *cloud) ask(what string) {
	c.mu.Lock()
	c.asked[what]++
	c.mu.Unlock()
}

var target = Target{Provider: "c", Account: "a", Scopes: []Scope{
	{Level: AtAccount, Provider: "c", Account: "a"},
	{Level: AtRegion, Provider: "c", Account: "a", Region: "r1"},
	{Level: AtRegion, Provider: "c", Account: "a", Region: "r2"},
}}

func all[T any](t *testing.T, inv *Inventory, of *Type[T]) (rows []*T, gaps Gaps) {
	t.Helper()
	for r := range of.All(inv, &gaps) {
		rows = append(rows, r)
	}
	return rows, gaps
}

// Each thing is asked once, in the order of nothing, and comes out sorted.
func TestCollectAsksOnce(t *testing.T) {
	c := newCloud()
	inv := Collect(t.Context(), target, []Source{c.color, c.things, c.color, c.parts}, Options{})
	rows, gaps := all(t, inv, c.things)
	if len(rows) != 7 || len(gaps) != 0 {
		t.Fatalf("%d rows, %v", len(rows), gaps)
	}
	if !slices.IsSortedFunc(rows, func(a, b *thing) int { return strings.Compare(a.Region+a.Full, b.Region+b.Full) }) {
		t.Error("the rows are not sorted")
	}
	for _, r := range rows {
		if v, ok := r.Color.Peek(); !ok || v != "red" {
			t.Errorf("%s has colour %v", r.ID, r.Color)
		}
	}
	if parts, _ := all(t, inv, c.parts); len(parts) != 7 {
		t.Errorf("%d parts, want 7", len(parts))
	}
	for what, n := range c.asked {
		if n != 1 {
			t.Errorf("%s: asked %d times", what, n)
		}
	}
}

func TestCollectOnlyNeeds(t *testing.T) {
	c := newCloud()
	Collect(t.Context(), target, []Source{c.things}, Options{})
	for what := range c.asked {
		if strings.HasPrefix(what, "color") || strings.HasPrefix(what, "parts") {
			t.Errorf("%s was asked, which nobody needs", what)
		}
	}
}

func TestCollectBatches(t *testing.T) {
	c := newCloud()
	inv := Collect(t.Context(), target, []Source{c.batch}, Options{})
	rows, _ := all(t, inv, c.things)
	for _, r := range rows {
		if v, _ := r.Color.Peek(); v != "of "+r.ID {
			t.Errorf("%s has colour %q", r.ID, v)
		}
	}
	if c.asked["batch of 2"] == 0 || c.asked["batch of 2"]+c.asked["batch of 1"] > 5 {
		t.Errorf("asked %v", c.asked)
	}
}

// A listing that breaks off keeps what came before, and hides the rest of its
// scope alone, with what is listed under it.
func TestCollectGap(t *testing.T) {
	c := newCloud()
	c.failList = func(_ Scope, name string) error {
		if name == "r2-1" {
			return errors.New("no")
		}
		return nil
	}
	inv := Collect(t.Context(), target, []Source{c.things, c.parts}, Options{})
	rows, gaps := all(t, inv, c.things)
	if len(rows) != 5 || len(gaps) != 1 || gaps[0].Where != "c/a/r2" || gaps[0].Action != "c:ListThings" {
		t.Fatalf("%d rows, %v", len(rows), gaps)
	}
	if _, gaps := all(t, inv, c.parts); len(gaps) != 1 {
		t.Errorf("the parts of what was not listed are not a gap: %v", gaps)
	}
	if got, known := c.things.ByID(inv, "r1", "nope").Peek(); !known || got != nil {
		t.Error("what r1 does not have is not known to be absent though r1 was read")
	}
	if g, hidden := c.things.ByID(inv, "r2", "nope").Gap(); !hidden || g.Reason != Failed {
		t.Error("what r2 may have is known to be absent though r2 was not read")
	}
	if got, _ := c.things.ByID(inv, "r2", "r2-0").Peek(); got == nil {
		t.Error("what was listed before the gap is not found")
	}
}

func TestCollectGoneAndFailed(t *testing.T) {
	c := newCloud()
	c.failFetch = func(_ Scope, id string) error {
		switch id {
		case "r1-0":
			return fmt.Errorf("%w: deleted", ErrGone)
		case "r1-1":
			return errors.New("secret request id 123")
		case "r1-2":
			panic("an answer that nobody foresaw")
		}
		return nil
	}
	inv := Collect(t.Context(), target, []Source{c.color}, Options{})
	rows, _ := all(t, inv, c.things)
	if len(rows) != 6 || inv.Gone() != 1 {
		t.Errorf("%d rows, %d gone", len(rows), inv.Gone())
	}
	hidden := 0
	inv.Gaps(func(kind string, g Gap) {
		hidden++
		if strings.Contains(g.String(), "secret") {
			t.Errorf("the gap holds the error's text: %s", g)
		}
	})
	if hidden != 2 {
		t.Errorf("%d gaps, want 2", hidden)
	}
}

// A row that nobody can name breaks its listing rather than being lost.
func TestCollectRowWithoutID(t *testing.T) {
	ty := &Type[part]{Kind: "c.Nameless", Level: AtAccount, List: func(context.Context, Scope) iter.Seq2[*part, error] {
		return func(yield func(*part, error) bool) { yield(&part{}, nil) }
	}}
	inv := Collect(t.Context(), target, []Source{ty}, Options{})
	if rows, gaps := all(t, inv, ty); len(rows) != 0 || len(gaps) != 1 {
		t.Errorf("%v, %v", rows, gaps)
	}
}

// Ctrl-C: what was not asked is Cancelled, and nothing is lost.
func TestCollectCancelled(t *testing.T) {
	c := newCloud()
	ctx, cancel := context.WithCancel(t.Context())
	c.failFetch = func(Scope, string) error { cancel(); return ctx.Err() }
	start := time.Now()
	inv := Collect(ctx, target, []Source{c.color, c.parts}, Options{Concurrency: 1})
	if d := time.Since(start); d > 2*time.Second {
		t.Errorf("took %s to end", d)
	}
	cancelled := 0
	inv.Gaps(func(_ string, g Gap) {
		if g.Reason == Cancelled {
			cancelled++
		}
	})
	if cancelled == 0 {
		t.Error("nothing is marked as cancelled")
	}
	rows, gaps := all(t, inv, c.things)
	for _, r := range rows {
		if _, known := r.Color.Peek(); !known {
			if g, _ := r.Color.Gap(); g.Reason != Cancelled {
				t.Errorf("%s: %v", r.ID, g)
			}
		}
	}
	if len(rows) < 7 && len(gaps) == 0 {
		t.Errorf("%d rows and no gap", len(rows))
	}
}

func TestCollectClosed(t *testing.T) {
	c := newCloud()
	tg := target
	tg.Closed = []Closed{{Level: AtRegion, Gap: Gap{Reason: Denied, Action: "c:ListRegions"}}}
	inv := Collect(t.Context(), tg, []Source{c.things}, Options{})
	if _, gaps := all(t, inv, c.things); len(gaps) != 1 {
		t.Errorf("regions that cannot be listed leave no gap: %v", gaps)
	}
	if _, hidden := inv.RegionsHidden(); !hidden {
		t.Error("the regions seem to be known")
	}
}

func TestLeftOut(t *testing.T) {
	c := newCloud()
	tg := target
	tg.Scopes, tg.LeftOut = tg.Scopes[:2], []string{"r2"}
	inv := Collect(t.Context(), tg, []Source{c.things}, Options{})
	if _, gaps := all(t, inv, c.things); len(gaps) != 1 || gaps[0].Reason != LeftOut {
		t.Errorf("whoever looks at all of the account is not told of the region left out: %v", gaps)
	}
	var own Gaps
	for range c.things.Own(inv, &own) {
	}
	if len(own) != 0 {
		t.Errorf("findings of the regions chosen are not to be UNKNOWN: %v", own)
	}
	if g, hidden := c.things.ByID(inv, "r2", "r2-0").Gap(); !hidden || g.Reason != LeftOut {
		t.Error("a look-up in a region left out is not a gap")
	}
}

func TestSlotsBoundCalls(t *testing.T) {
	c := newCloud()
	var now, most atomic.Int64
	c.failFetch = func(Scope, string) error {
		most.Store(max(most.Load(), now.Add(1)))
		time.Sleep(time.Millisecond)
		now.Add(-1)
		return nil
	}
	Collect(t.Context(), target, []Source{c.color}, Options{Concurrency: 16, Slots: make(chan struct{}, 2)})
	if most.Load() > 2 {
		t.Errorf("%d calls in flight with two slots", most.Load())
	}
}

func TestTags(t *testing.T) {
	c := newCloud()
	c.things.Tags = &Call[map[string]map[string]string]{Title: "tags", Actions: []string{"c:Tags"}, Do: func(_ context.Context, s Scope) (map[string]map[string]string, error) {
		c.ask("tags " + s.Region)
		if s.Region == "r2" {
			return nil, errors.New("no")
		}
		return map[string]map[string]string{"c:r1-0": {"key": "value"}}, nil
	}}
	inv := Collect(t.Context(), target, []Source{c.things}, Options{Scrub: func(_, v string) string { return strings.ToUpper(v) }})
	rows, _ := all(t, inv, c.things)
	for _, r := range rows {
		tags, known := r.Tags.Peek()
		switch {
		case r.Region == "r2" && known, r.Region == "r1" && !known:
			t.Errorf("%s: tags %v, known %v", r.ID, tags, known)
		case r.ID == "r1-0" && tags["KEY"] != "VALUE":
			t.Errorf("the tags were not scrubbed: %v", tags)
		}
	}
	if c.asked["tags r1"] != 1 {
		t.Errorf("asked %v", c.asked)
	}
}

func TestIndex(t *testing.T) {
	c := newCloud()
	inv := Collect(t.Context(), target, []Source{c.color}, Options{})
	byColor := &Index[thing]{Of: c.things, Keys: func(r Reader, row *thing) []string {
		if v, ok := row.Color.Get(r); ok {
			return []string{v}
		}
		return nil
	}}
	var gaps Gaps
	if got := byColor.Get(inv, &gaps, "r1", "red"); len(got) != 4 || len(gaps) != 0 {
		t.Errorf("%d red things, %v", len(got), gaps)
	}
	if got := byColor.Get(inv, &gaps, "", "blue"); len(got) != 0 || len(gaps) != 0 {
		t.Errorf("%d blue things, %v", len(got), gaps)
	}
	rows, _ := all(t, inv, c.things)
	rows[0].Color = Missing[string](Gap{Reason: Denied})
	inv.forget()
	if byColor.Get(inv, &gaps, "r1", "blue"); len(gaps) != 1 {
		t.Errorf("a thing of unknown colour may be blue: %v", gaps)
	}
}
