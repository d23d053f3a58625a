package inventory

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
)

// The ways in which a gap could be lost, each of which would end in a verdict
// on what nobody saw.

// A Call that panics is an error for all that build on it, not for the first.
func TestCallPanics(t *testing.T) {
	c := newCloud()
	c.shared.Do = func(context.Context, Scope) (int, error) { panic("an answer that nobody foresaw") }
	uses := func(column string) *Field[thing, string] {
		return &Field[thing, string]{Of: c.things, Column: column, At: func(t *thing) *Known[string] { return &t.Color },
			Fetch: func(ctx context.Context, s Scope, _ *thing) (string, error) {
				_, err := c.shared.Get(ctx, s)
				return "", err
			}}
	}
	c.things.List = func(ctx context.Context, s Scope) iter.Seq2[*thing, error] {
		return func(yield func(*thing, error) bool) {
			for i := range 3 {
				name := fmt.Sprintf("%s-%d", s.Region, i)
				yield(&thing{Resource: Resource{ID: name, Full: "c:" + name, Account: s.Account, Region: s.Region}}, nil)
			}
		}
	}
	inv := Collect(t.Context(), target, []Source{uses("color")}, Options{})
	rows, _ := all(t, inv, c.things)
	for _, r := range rows {
		if v, known := r.Color.Peek(); known {
			t.Errorf("%s has colour %q by a call that panicked", r.ID, v)
		}
	}
	if len(rows) != 6 {
		t.Errorf("%d rows", len(rows))
	}
}

// What is listed under a row lies where the row does, whichever scope showed it.
func TestHiddenUnderRowOfAnotherRegion(t *testing.T) {
	c := newCloud()
	c.things.List = func(_ context.Context, s Scope) iter.Seq2[*thing, error] {
		return func(yield func(*thing, error) bool) {
			if s.Region == "r2" {
				yield(&thing{Resource: Resource{ID: "shown", Full: "c:shown", Account: s.Account, Region: "r1"}}, nil)
			}
		}
	}
	c.parts.Under = Under(c.things, func(context.Context, Scope, *thing) iter.Seq2[*part, error] {
		return func(yield func(*part, error) bool) { yield(nil, errors.New("no")) }
	})
	inv := Collect(t.Context(), target, []Source{c.parts}, Options{})
	for _, region := range []string{"r1", "r2"} {
		if _, known := c.parts.ByID(inv, region, "shown/p").Peek(); known {
			t.Errorf("a part that was not listed is known to be absent from %s", region)
		}
	}
}

// A row that turns out to be gone takes what was listed under it along, unless
// another row shows that too. A listing under a row may be what finds it gone.
func TestGoneWithItsParent(t *testing.T) {
	c := newCloud()
	c.failFetch = func(_ Scope, id string) error {
		if id == "r1-0" {
			return ErrGone
		}
		return nil
	}
	c.parts.Under = Under(c.things, func(_ context.Context, s Scope, th *thing) iter.Seq2[*part, error] {
		return func(yield func(*part, error) bool) {
			if th.ID == "r1-1" {
				yield(nil, fmt.Errorf("%w: deleted", ErrGone))
				return
			}
			for _, id := range []string{th.ID + "/p", "common"} {
				if !yield(&part{Resource: Resource{ID: id, Full: "c:" + id, Region: th.Region, Account: s.Account}, Of: th.ID}, nil) {
					return
				}
			}
		}
	})
	inv := Collect(t.Context(), target, []Source{c.color, c.parts}, Options{Concurrency: 1})
	things, _ := all(t, inv, c.things)
	parts, gaps := all(t, inv, c.parts)
	var ids []string
	for _, r := range things {
		ids = append(ids, r.ID)
	}
	for _, r := range parts {
		ids = append(ids, r.ID)
	}
	got := strings.Join(ids, " ")
	if strings.Contains(got, "r1-0") || strings.Contains(got, "r1-1") || !strings.Contains(got, "common") || len(parts) != 6 || len(gaps) != 0 {
		t.Errorf("left are %s, with %v", got, gaps)
	}
}

// Nothing is known of a level that has no scope: no region at all, above all.
func TestNoScopeOfALevel(t *testing.T) {
	c := newCloud()
	tg := target
	tg.Scopes = tg.Scopes[:1]
	inv := Collect(t.Context(), tg, []Source{c.things, c.parts}, Options{})
	for _, src := range []*Type[part]{c.parts} {
		if _, gaps := all(t, inv, src); len(gaps) == 0 {
			t.Error("parts are known to be absent though no region was asked")
		}
	}
	if _, gaps := all(t, inv, c.things); len(gaps) != 1 {
		t.Errorf("things are known to be absent though no region was asked: %v", gaps)
	}
	if _, hidden := inv.RegionsHidden(); !hidden {
		t.Error("an account without any region counts as whole")
	}
}

// Whoever asks for any region's rows is told of the regions that were left
// out; what is listed for the account as a whole is whole without them.
func TestLeftOutAnywhere(t *testing.T) {
	c := newCloud()
	tg := target
	tg.Scopes, tg.LeftOut = tg.Scopes[:2], []string{"r2"}
	global := &Type[part]{Kind: "c.Global", Level: AtAccount, List: func(_ context.Context, s Scope) iter.Seq2[*part, error] {
		return func(yield func(*part, error) bool) {
			yield(&part{Resource: Resource{ID: "g", Full: "c:g", Region: "r2", Account: s.Account}}, nil)
		}
	}}
	inv := Collect(t.Context(), tg, []Source{c.things, global}, Options{})
	if g, hidden := c.things.ByID(inv, "", "c:r2-0").Gap(); !hidden || g.Reason != LeftOut {
		t.Error("a thing of a region left out is known to be absent from everywhere")
	}
	byID := &Index[thing]{Of: c.things, Keys: func(_ Reader, row *thing) []string { return []string{row.ID} }}
	var gaps Gaps
	if byID.Get(inv, &gaps, "", "r2-0"); len(gaps) != 1 || gaps[0].Reason != LeftOut {
		t.Errorf("an index of all regions does not tell of the one left out: %v", gaps)
	}
	if v, known := global.ByID(inv, "r2", "none").Peek(); !known || v != nil {
		t.Error("what the account's listing does not hold is hidden by a region left out")
	}
}

// Where it is not known which regions were left out, all are that were not asked.
func TestOthersLeftOut(t *testing.T) {
	c := newCloud()
	tg := target
	tg.Scopes, tg.LeftOut = tg.Scopes[:2], []string{Others}
	inv := Collect(t.Context(), tg, []Source{c.things}, Options{})
	if _, known := c.things.ByID(inv, "r7", "x").Peek(); known {
		t.Error("a region that was not asked hides nothing")
	}
	if _, known := c.things.ByID(inv, "r1", "x").Peek(); !known {
		t.Error("the region that was asked is hidden")
	}
	var own Gaps
	for r := range c.things.Own(inv, &own) {
		if r.Region != "r1" {
			t.Errorf("%s is of a region that was not asked", r.ID)
		}
	}
	if _, gaps := all(t, inv, c.things); len(own) != 0 || len(gaps) != 1 {
		t.Errorf("own %v, all %v", own, gaps)
	}
}

// A short id may be another account's too: the account's own row is meant.
func TestShortIDIsOwn(t *testing.T) {
	ty := &Type[part]{Kind: "c.Named", Level: AtRegion, List: func(_ context.Context, s Scope) iter.Seq2[*part, error] {
		return func(yield func(*part, error) bool) {
			for _, account := range []string{"0", "a", "z"} {
				if !yield(&part{Resource: Resource{ID: "alerts", Full: "c:" + account + s.Region, Region: s.Region, Account: account}}, nil) {
					return
				}
			}
		}
	}}
	inv := Collect(t.Context(), target, []Source{ty}, Options{})
	if got, _ := ty.ByID(inv, "r1", "alerts").Peek(); got == nil || got.Account != "a" {
		t.Errorf("found %+v", got)
	}
}

// A batch that forgets a row has not answered for it.
func TestBatchForgets(t *testing.T) {
	c := newCloud()
	c.batch.FetchBatch = func(_ context.Context, _ Scope, ts []*thing) ([]Known[string], error) {
		return make([]Known[string], len(ts)), nil
	}
	inv := Collect(t.Context(), target, []Source{c.batch}, Options{})
	rows, _ := all(t, inv, c.things)
	for _, r := range rows {
		if g, hidden := r.Color.Gap(); !hidden || g.Reason != Failed || g.Where == "" {
			t.Errorf("%s: %+v", r.ID, g)
		}
	}
}

// A row that an older demarc wrote lacks the fields that it did not know.
func TestSnapshotOfOlderRow(t *testing.T) {
	c := newCloud()
	text := `{"format":"demarc-snapshot","version":1}` + "\n" + `{"account":{"id":"a","scopes":[]}}` + "\n" +
		`{"kind":"c.Thing","rows":[{"full":"c:x","Color":null}]}` + "\n" + `{"end":true,"accounts":1}`
	back, err := ReadSnapshot(bytes.NewReader(zipped(text)), []Source{c.color})
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := all(t, back[0].Inventory, c.things)
	size, _ := rows[0].Size.Gap()
	color, _ := rows[0].Color.Gap()
	want := Gap{Reason: NotInSnapshot, Where: "c.Thing.Size"}
	if size != want || color.Reason != NotInSnapshot || color.Where != "c.Thing.Color" {
		t.Errorf("size %+v, color %+v", size, color)
	}
}

// A snapshot whose bytes were changed is not one, even where it still reads.
func TestSnapshotChecksum(t *testing.T) {
	c := newCloud()
	whole := written(t, c, Collect(t.Context(), target, []Source{c.color}, Options{}))
	whole[len(whole)-6] ^= 1 // of the checksum at the end
	if _, err := ReadSnapshot(bytes.NewReader(whole), []Source{c.color}); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("got %v", err)
	}
}

// Two keys that are both taken for secrets come out the same in every scan.
func TestScrubIsSteady(t *testing.T) {
	scrub := func(_, v string) string {
		if strings.HasPrefix(v, "secret") {
			return "(redacted)"
		}
		return v
	}
	for range 50 {
		e := newEngine(t.Context(), target, Options{Scrub: scrub})
		r := Resource{Tags: Of(map[string]string{"secret1": "a", "secret2": "b", "secret3": "c"})}
		e.scrub(&r)
		if tags, _ := r.Tags.Peek(); tags["(redacted)"] != "c" {
			t.Fatalf("%v", tags)
		}
	}
}

type unkeptRow struct {
	Resource
	hidden bool
	Any    any
	ByName map[string]Known[bool]
	Nested Known[[]struct{ inner int }]
}

// What a snapshot would lose, or the blackout would not reach, is no row.
func TestMisfiledRows(t *testing.T) {
	_ = unkeptRow{}.hidden
	got := strings.Join(Misfiled([]Source{&Type[unkeptRow]{Kind: "c.Unkept"}}), "\n")
	for _, want := range []string{".hidden", ".Any", ".ByName", ".Nested[].inner"} {
		if !strings.Contains(got, "c.Unkept"+want+":") {
			t.Errorf("%s is not told of: %s", want, got)
		}
	}
}
