package inventory

import (
	"encoding/json"
	"testing"
)

// Kleene's tables: what one operand decides, no other can hide.
func TestKleene(t *testing.T) {
	yes, no, dark := Of(true), Of(false), Missing[bool](Gap{Reason: Denied})
	for _, tc := range []struct {
		name string
		got  Known[bool]
		want string
	}{
		{"or decided", Or(dark, yes), "true"}, {"or open", Or(dark, no), "?"}, {"or false", Or(no, no), "false"}, {"or of none", Or(), "false"},
		{"and decided", And(dark, no), "false"}, {"and open", And(dark, yes), "?"}, {"and true", And(yes, yes), "true"}, {"and of none", And(), "true"},
		{"not", Not(no), "true"}, {"not dark", Not(dark), "?"},
		{"then", Then(yes, func(bool) Known[bool] { return dark }), "?"},
	} {
		got := "?"
		if v, ok := tc.got.Peek(); ok {
			got = map[bool]string{true: "true", false: "false"}[v]
		}
		if got != tc.want {
			t.Errorf("%s: got %s, want %s", tc.name, got, tc.want)
		}
	}
}

func TestGetTells(t *testing.T) {
	var gaps Gaps
	var never Known[int]
	if _, ok := never.Get(&gaps); ok || gaps[0].Reason != Undeclared {
		t.Errorf("a value that nobody looked for reads as known: %v", gaps)
	}
	if v, ok := FromPtr(nil, Of(3)).Get(&gaps); !ok || v != 3 {
		t.Errorf("got %d, %v", v, ok)
	}
	if v, ok := FromPtr(new(4), Of(3)).Get(&gaps); !ok || v != 4 {
		t.Errorf("got %d, %v", v, ok)
	}
	if _, ok := FromPtr[int](nil, Unanswered[int]("C Op", "Size")).Get(&gaps); ok || len(gaps) != 2 {
		t.Errorf("an absent value reads as known: %v", gaps)
	}
}

func TestKnownJSON(t *testing.T) {
	type nest struct{ In Known[string] }
	for _, k := range []Known[[]nest]{Of([]nest{{Of("x")}, {Missing[string](Gap{Reason: Throttled, Call: "C Op", Where: "c/a"})}}), Of[[]nest](nil), Missing[[]nest](Gap{Reason: Denied})} {
		b, err := json.Marshal(k)
		if err != nil {
			t.Fatal(err)
		}
		var back Known[[]nest]
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatalf("%s: %v", b, err)
		}
		again, _ := json.Marshal(back)
		if string(again) != string(b) {
			t.Errorf("%s came back as %s", b, again)
		}
	}
	var k Known[int]
	if err := json.Unmarshal([]byte("null"), &k); err != nil {
		t.Fatal(err)
	}
	if g, hidden := k.Gap(); !hidden || g.Reason != NotInSnapshot {
		t.Errorf("null reads as %v", k)
	}
	if err := json.Unmarshal([]byte("{}"), &k); err == nil {
		t.Error("neither a value nor a gap is accepted")
	}
}

func TestReasonWords(t *testing.T) {
	for r := Undeclared; r <= Failed; r++ {
		b, _ := r.MarshalText()
		var back Reason
		if err := back.UnmarshalText(b); err != nil || back != r {
			t.Errorf("%s came back as %s, %v", r, back, err)
		}
	}
	var r Reason
	if r.UnmarshalText([]byte("bored")) == nil {
		t.Error("an unknown reason is accepted")
	}
}
