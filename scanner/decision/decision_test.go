package decision_test

import (
	"path"
	"strings"
	"testing"
	"testing/quick"

	"demarc/scanner/decision"
)

func TestMatch(t *testing.T) {
	for _, tc := range []struct {
		pattern, text string
		want          bool
	}{
		{"", "", true}, {"*", "", true}, {"*", "a/b:c", true}, {"a*c", "abbc", true}, {"a*c", "abbcd", false}, {"*logs*", "my-logs-1", true},
		{"a?c", "abc", true}, {"a?c", "ac", false}, {"[a]", "[a]", true}, {"[a]", "a", false}, {"*a*b*c", "xaxbxxc", true}, {"a", "ab", false},
		{"?", "é", true}, {"**", "x", true}, {"*x", "", false},
	} {
		if got := decision.Match(tc.pattern, tc.text); got != tc.want {
			t.Errorf("Match(%q, %q) is %v", tc.pattern, tc.text, got)
		}
	}
	// Where the two agree on what is special, so do they on the answer.
	agree := func(p, s []byte) bool {
		for _, b := range [][]byte{p, s} {
			for i := range b {
				b[i] = "ab*?"[b[i]%4]
			}
		}
		text := strings.NewReplacer("*", "a", "?", "b").Replace(string(s))
		want, err := path.Match(string(p), text)
		return err == nil && decision.Match(string(p), text) == want
	}
	if err := quick.Check(agree, nil); err != nil {
		t.Error(err)
	}
}

func TestMatchAnyFoldsIdsInLowerCase(t *testing.T) {
	for _, tc := range []struct {
		pattern, text string
		want          bool
	}{
		{"/Subscriptions/1/*", "/subscriptions/1/a", true}, {"Role", "role", true}, {"role", "Role", false}, {"R*", "Role", true},
	} {
		if got := decision.MatchAny([]string{tc.pattern}, tc.text); got != tc.want {
			t.Errorf("%q, %q: %v", tc.pattern, tc.text, got)
		}
	}
	if !decision.MatchAny(nil, "x") {
		t.Error("no pattern is to match everything")
	}
}

func TestErrorsHavePlaces(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"", "f.yaml:1:1: the file is empty"},
		{"# only a comment\n", "f.yaml:1:1: the file is empty"},
		{"- a\n", "f.yaml:1:1: fields are expected here, not a list"},
		{"things: 1\n", "f.yaml:1:9: a list is expected here, not a number"},
		{"other: []\n", `f.yaml:1:1: unknown field "other": the file holds "things" alone`},
		{"things:\n  - a\n", "f.yaml:2:5: fields are expected here, not text"},
		{"things:\n  - owner: a\n    colour: red\n", `f.yaml:3:5: unknown field "colour"`},
		{"things:\n  - owner: a\n    owner: b\n", `f.yaml:3:5: mapping key "owner" already defined`},
		{"things: []\n---\nthings: []\n", "f.yaml:3:1: a second document"},
		{"things:\n  - owner: [a\n", "f.yaml:2:12: "},
		{"things:\n  - &x {owner: a}\n  - *x\n", "fields are expected here, not an anchor or an alias"},
		{"\xff\xfe", "f.yaml:1:1: it is not UTF-8"},
		{"things:\n  - owner: 5\n    approver: b\n", "f.yaml:2:12: text is expected here, not a number: put it in quotes"},
		{"things:\n  - owner: yes\n    approver: YES\n", "f.yaml:3:15: approver: it is the owner"},
		{"things:\n  - owner: null\n    approver: b\n", "f.yaml:2:5: text is expected here, not nothing"},
		{"things:\n  - owner: \"\"\n    approver: b\n", "f.yaml:2:12: owner: it is empty"},
		{"things:\n  - owner: TODO\n    approver: b\n", "owner: it is not filled in"},
		{"things:\n  - approver: b\n", `f.yaml:2:5: the field "owner" is missing`},
		{"things:\n  - owner: a\n    approver: A\n", "f.yaml:3:15: approver: it is the owner"},
		{"things:\n  - owner: a\n    approver: b\n    day: 2027-1-1\n", `f.yaml:4:10: day: "2027-1-1" is no date`},
		{"things:\n  - owner: a\n    approver: b\n    where: []\n", "f.yaml:4:12: the list is empty"},
		{"things:\n  - owner: a\n    approver: b\n    where: [1.5]\n", "f.yaml:4:13: text is expected here, not a number"},
	} {
		var p decision.Problems
		for _, e := range decision.Entries("f.yaml", []byte(tc.in), "things", &p, "owner", "approver", "day", "where") {
			e.Signed()
			e.Patterns("where")
			if e.Has("day") {
				e.Day("day")
			}
		}
		if err := p.Err(); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%q: %v, want %s", tc.in, err, tc.want)
		}
	}
}

func TestNumbersOfAccountsStayAsTheyAreWritten(t *testing.T) {
	var p decision.Problems
	in := "things:\n  - where: 012345678901\n  - where: [123456789012, '000000000001', \"a*\"]\n"
	var got []string
	for _, e := range decision.Entries("f", []byte(in), "things", &p, "where") {
		got = append(got, e.Patterns("where")...)
	}
	if s := strings.Join(got, " "); p.Err() != nil || s != "012345678901 123456789012 000000000001 a*" {
		t.Errorf("%s, %v", s, p.Err())
	}
}

func TestProblemsAreBounded(t *testing.T) {
	var p decision.Problems
	decision.Entries("f", []byte("things:\n"+strings.Repeat("  - 1\n", 100)), "things", &p)
	if lines := strings.Split(p.Err().Error(), "\n"); len(lines) != 21 || lines[20] != "f: and 80 more" {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}

// What Quote writes is read back as it was.
func TestQuote(t *testing.T) {
	back := func(s string) bool {
		s = strings.TrimSpace(strings.ToValidUTF8(s, ""))
		if s == "" || strings.HasPrefix(s, decision.Todo) {
			return true
		}
		var p decision.Problems
		all := decision.Entries("f", []byte("things:\n  - owner: "+decision.Quote(s)+"\n"), "things", &p, "owner")
		return p.Err() == nil && len(all) == 1 && all[0].Text("owner") == s
	}
	for _, s := range []string{"a", "null", "yes", "a: b", "a #b", "#", "- a", "*x", "&x", "12", "1.5", "https://x.example/a?b=c#d", "\"", "\\", "a\nb", "\x1b[31m", "ü 日本", "a:", "TRUE", "~", "2026-01-01", "{a}", "\u2028", "\u0085", "<b>"} {
		if !back(s) {
			t.Errorf("%q is not read back from %s", s, decision.Quote(s))
		}
	}
	if err := quick.Check(back, &quick.Config{MaxCount: 2000}); err != nil {
		t.Error(err)
	}
}

func FuzzEntries(f *testing.F) {
	f.Add([]byte("things:\n  - owner: a\n    approver: b\n    day: 2027-01-01\n    where: [a, 1]\n"))
	f.Add([]byte("things: [{owner: >-\n x}]\n? a\n: b"))
	f.Fuzz(func(t *testing.T, in []byte) {
		var p decision.Problems
		for _, e := range decision.Entries("f", in, "things", &p, "owner", "approver", "day", "where") {
			e.Signed()
			e.Patterns("where")
			e.Day("day")
		}
		_ = p.Err()
	})
}

// What is no entry at all is said once, and not of each field that it lacks.
func TestOneErrorForNoEntry(t *testing.T) {
	var p decision.Problems
	for _, e := range decision.Entries("f", []byte("things: [text]\n"), "things", &p, "owner", "approver") {
		e.Signed()
	}
	if err := p.Err(); err == nil || err.Error() != "f:1:10: fields are expected here, not text" {
		t.Error(err)
	}
}
