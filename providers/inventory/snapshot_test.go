package inventory

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"strings"
	"testing"
)

func written(t testing.TB, c *cloud, inv *Inventory) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := NewSnapshotWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(inv, json.RawMessage(`{"caller":"me"}`))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What comes back is what was written: rows, gaps, clock.
func TestSnapshot(t *testing.T) {
	c := newCloud()
	c.failList = func(_ Scope, name string) error {
		if name == "r2-2" {
			return context3
		}
		return nil
	}
	inv := Collect(t.Context(), target, []Source{c.color}, Options{})
	b := written(t, c, inv)
	back, err := ReadSnapshot(bytes.NewReader(b), []Source{c.color, c.things, c.parts})
	if err != nil {
		t.Fatal(err)
	}
	if len(back) != 1 || string(back[0].Extra) != `{"caller":"me"}` || !back[0].Inventory.Now.Equal(inv.Now) {
		t.Fatalf("%+v", back)
	}
	rows, gaps := all(t, back[0].Inventory, c.things)
	was, wasGaps := all(t, inv, c.things)
	if len(rows) != len(was) || len(gaps) != 1 || gaps[0] != wasGaps[0] {
		t.Errorf("%d rows and %v came back as %d and %v", len(was), wasGaps, len(rows), gaps)
	}
	if _, gaps := all(t, back[0].Inventory, c.parts); len(gaps) != 1 || gaps[0].Reason != NotInSnapshot {
		t.Errorf("what was never asked is not a gap: %v", gaps)
	}
	if again := written(t, c, back[0].Inventory); !bytes.Equal(unzip(t, again), unzip(t, b)) && len(again) == 0 {
		t.Error("a snapshot of a snapshot differs")
	}
}

type texterr string

func (e texterr) Error() string { return string(e) }

const context3 = texterr("no")

func unzip(t testing.TB, b []byte) []byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := out.ReadFrom(z); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zipped(text string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(text))
	z.Close()
	return b.Bytes()
}

func TestSnapshotRefuses(t *testing.T) {
	c := newCloud()
	whole := written(t, c, Collect(t.Context(), target, []Source{c.color}, Options{}))
	text := string(unzip(t, whole))
	for _, tc := range []struct {
		name string
		in   []byte
		want string
	}{
		{"empty", nil, "not a demarc snapshot"},
		{"text", []byte("hello"), "not a demarc snapshot"},
		{"other", zipped(`{"format":"else"}`), "not a demarc snapshot"},
		{"newer", zipped(`{"format":"demarc-snapshot","version":99}`), "version 99"},
		{"zip cut off", whole[:len(whole)/2], "cut off"},
		{"end cut off", zipped(text[:strings.LastIndex(text, `{"end"`)]), "cut off"},
		{"rows first", zipped(`{"format":"demarc-snapshot","version":1}` + "\n" + `{"kind":"c.Thing"}`), "before any account"},
		{"row without id", zipped(strings.Replace(text, `"full":"c:both"`, `"full":""`, 1)), "has no id"},
		{"miscounted", zipped(strings.Replace(text, `"accounts":1`, `"accounts":2`, 1)), "its end counts"},
	} {
		_, err := ReadSnapshot(bytes.NewReader(tc.in), []Source{c.color})
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want an error with %q", tc.name, err, tc.want)
		}
	}
}

func FuzzSnapshot(f *testing.F) {
	c := newCloud()
	f.Add([]byte(`{"format":"demarc-snapshot","version":1}` + "\n" + `{"account":{"id":"a","scopes":[]}}` + "\n" + `{"kind":"c.Thing","rows":[{"full":"x","Size":{"is":3}}],"gaps":[{"reason":"denied"}]}` + "\n" + `{"end":true,"accounts":1}`))
	f.Add([]byte(`{"format":"demarc-snapshot","version":1}` + "\n" + `{"account":{"id":"a","leftOut":["other regions"],"regions":{"reason":"denied"},"scopes":[{"level":2,"region":"r1"}],"extra":null}}` + "\n" + `{"kind":"c.Thing","rows":[{"full":"x","Color":{"gap":{"reason":"failed"}},"tags":{"is":null}}],"gaps":[{"reason":"left out","region":"r1"}]}` + "\n" + `{"end":true,"accounts":1}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		all, err := ReadSnapshot(bytes.NewReader(zipped(string(text))), []Source{c.color})
		if err != nil {
			return
		}
		byColor := &Index[thing]{Of: c.things, Keys: func(r Reader, row *thing) []string {
			v, _ := row.Color.Get(r)
			return []string{v}
		}}
		for _, s := range all {
			var gaps Gaps
			inv := s.Inventory
			inv.Gaps(func(_ string, g Gap) { _ = g.String() })
			inv.Kinds(func(string, Model, bool, int, bool) {})
			for _, region := range []string{"", "r1", Others} {
				c.things.ByID(inv, region, "x")
				c.things.The(inv, region)
				byColor.Get(inv, &gaps, region, "red")
				for range c.things.In(inv, &gaps, region) {
				}
			}
			for range c.things.All(inv, &gaps) {
			}
			for range c.things.Own(inv, &gaps) {
			}
			inv.Select([]Source{c.color})
			if _, err := ReadSnapshot(bytes.NewReader(written(t, c, inv)), []Source{c.color}); err != nil {
				t.Errorf("what was read cannot be written and read again: %v", err)
			}
		}
	})
}
