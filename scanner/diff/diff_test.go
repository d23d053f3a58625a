package diff_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"demarc/checks"
	"demarc/scanner"
	"demarc/scanner/diff"
)

// row makes a finding: "check account region resource STATUS"; a star after the
// status makes it stale.
func row(text string) diff.Row {
	f := strings.Fields(text)
	status, stale := strings.CutSuffix(f[4], "*")
	r := diff.Row{ID: strings.Join(f[:4], "/"), Check: f[0], Provider: "aws", Account: f[1], Region: strings.Trim(f[2], "-"), Status: checks.Verdict(status), Stale: stale, Severity: checks.High}
	r.Resource = diff.Resource{ID: f[3], FullID: "arn:" + f[3], Name: f[3], Type: "t"}
	if f[3] == "hidden" {
		r.Resource.ID = checks.NotListed
	}
	return r
}

// side is a scan of two checks in accounts 1 and 2, regions a and b.
func side(rows ...string) *diff.Side {
	s := &diff.Side{Summary: &scanner.Summary{
		Complete: true, Version: "1",
		Checks: []scanner.Check{{ID: "c1", Revision: 1, Ran: true}, {ID: "c2", Revision: 1, Ran: true, Params: []scanner.Param{{Name: "days", Value: 90}}}},
		Scopes: []scanner.Scope{{Provider: "aws", Account: "1", Regions: []string{"a", "b"}}, {Provider: "aws", Account: "2", Regions: []string{"a", "b"}}},
	}}
	for _, r := range rows {
		s.Rows = append(s.Rows, row(r))
	}
	return s
}

func TestClasses(t *testing.T) {
	checkGone := func(s *diff.Side) { s.Summary.Checks = s.Summary.Checks[1:] }
	revised := func(s *diff.Side) { s.Summary.Checks[0].Revision = 2 }
	param := func(s *diff.Side) { s.Summary.Checks[1].Params[0].Value = 45 }
	account := func(s *diff.Side) { s.Summary.Scopes = s.Summary.Scopes[1:] }
	region := func(s *diff.Side) {
		s.Summary.Scopes[0].Regions = []string{"b"}
		s.Summary.Scopes[0].LeftOut = []scanner.LeftOut{{Region: "a", Why: "not chosen"}}
	}
	early := func(s *diff.Side) { s.Summary.Complete = false }
	unreached := func(s *diff.Side) {
		s.Summary.Scopes, s.Summary.Unreached = nil, []scanner.Unreached{{Provider: "aws", Why: "no login"}}
	}
	type change func(*diff.Side)
	for _, tc := range []struct {
		name          string
		old, new      string
		before, after change
		want          diff.Class
		why           string
	}{
		{"same", "c1 1 a x FAIL", "c1 1 a x FAIL", nil, nil, diff.Unchanged, ""},
		{"same, of a check that changed", "c1 1 a x FAIL", "c1 1 a x FAIL", nil, revised, diff.Unchanged, ""},
		{"fails", "c1 1 a x PASS", "c1 1 a x FAIL", nil, nil, diff.New, ""},
		{"applies and fails", "c1 1 a x NOT_APPLICABLE", "c1 1 a x FAIL", nil, nil, diff.New, ""},
		{"mended", "c1 1 a x FAIL", "c1 1 a x PASS", nil, nil, diff.Fixed, ""},
		{"accepted and mended", "c1 1 a x SUPPRESSED", "c1 1 a x PASS", nil, nil, diff.Fixed, ""},
		{"no longer applies", "c1 1 a x FAIL", "c1 1 a x NOT_APPLICABLE", nil, nil, diff.Other, ""},
		{"hidden", "c1 1 a x FAIL", "c1 1 a x UNKNOWN", nil, nil, diff.Unreadable, ""},
		{"accepted and hidden", "c1 1 a x SUPPRESSED", "c1 1 a x UNKNOWN", nil, nil, diff.Unreadable, ""},
		{"passed and hidden", "c1 1 a x PASS", "c1 1 a x UNKNOWN", nil, nil, diff.Unreadable, ""},
		{"broken", "c1 1 a x FAIL", "c1 1 a x ERROR", nil, nil, diff.Unreadable, ""},
		{"hidden, of a check that changed", "c1 1 a x FAIL", "c1 1 a x UNKNOWN", nil, revised, diff.Unreadable, "revision 1 → 2"},
		{"mended and hidden", "c1 1 a x UNKNOWN", "c1 1 a x ERROR", nil, nil, diff.Other, ""},
		{"seen to fail", "c1 1 a x UNKNOWN", "c1 1 a x FAIL", nil, nil, diff.New, "could not be read before"},
		{"seen to fail again", "c1 1 a x UNKNOWN*", "c1 1 a x FAIL", nil, nil, diff.Other, "still does"},
		{"seen to pass", "c1 1 a x UNKNOWN", "c1 1 a x PASS", nil, nil, diff.Other, "can be read again"},
		{"seen to pass since", "c1 1 a x UNKNOWN*", "c1 1 a x PASS", nil, nil, diff.Other, "no longer does"},
		{"accepted", "c1 1 a x FAIL", "c1 1 a x SUPPRESSED", nil, nil, diff.Suppressed, ""},
		{"accepted, of a check that changed", "c1 1 a x FAIL", "c1 1 a x SUPPRESSED", nil, revised, diff.Suppressed, ""},
		{"fails and is accepted", "c1 1 a x PASS", "c1 1 a x SUPPRESSED", nil, nil, diff.Suppressed, "fails since"},
		{"seen, and accepted", "c1 1 a x UNKNOWN", "c1 1 a x SUPPRESSED", nil, nil, diff.Suppressed, ""},
		{"back", "c1 1 a x SUPPRESSED", "c1 1 a x FAIL", nil, nil, diff.Unsuppressed, ""},
		{"attested", "c1 1 a x MANUAL", "c1 1 a x ATTESTED", nil, nil, diff.Other, "attested since"},
		{"lapsed", "c1 1 a x ATTESTED", "c1 1 a x MANUAL", nil, nil, diff.Other, "no longer attested"},
		{"by another revision", "c1 1 a x PASS", "c1 1 a x FAIL", nil, revised, diff.ScanChanged, "the check changed: revision 1 → 2"},
		{"by another threshold", "c2 1 a x FAIL", "c2 1 a x PASS", nil, param, diff.ScanChanged, "the parameter days changed: 90 → 45"},
		{"another check's revision", "c2 1 a x FAIL", "c2 1 a x PASS", nil, revised, diff.Fixed, ""},

		{"a new resource fails", "", "c1 1 a x FAIL", nil, nil, diff.New, ""},
		{"a new resource is accepted", "", "c1 1 a x SUPPRESSED", nil, nil, diff.Suppressed, ""},
		{"a new resource passes", "", "c1 1 a x PASS", nil, nil, diff.Other, "first seen"},
		{"a new resource is hidden", "", "c1 1 a x UNKNOWN", nil, nil, diff.Unreadable, "first seen"},
		{"a new check", "", "c1 1 a x FAIL", checkGone, nil, diff.ScanChanged, "the check was not run before"},
		{"a new account", "", "c1 1 a x FAIL", account, nil, diff.ScanChanged, "the account was not scanned before"},
		{"a new cloud", "", "c1 1 a x FAIL", unreached, nil, diff.ScanChanged, "the account was not scanned before"},
		{"a new region", "", "c1 1 a x FAIL", region, nil, diff.ScanChanged, "the region was not scanned before"},
		{"was not listed", "c1 1 a hidden UNKNOWN", "c1 1 a hidden UNKNOWN; c1 1 a x FAIL", nil, nil, diff.New, "may not have been seen before"},
		{"was not reached", "", "c1 1 a x FAIL", early, nil, diff.New, "may not have been seen before"},
		{"a revision says more", "c2 1 a x PASS", "c2 1 a x PASS; c1 1 a x FAIL", nil, revised, diff.ScanChanged, "revision"},

		{"a resource is gone", "c1 1 a x FAIL", "", nil, nil, diff.Gone, "the resource is gone"},
		{"a hidden one is gone", "c1 1 a x UNKNOWN", "", nil, nil, diff.Gone, "the resource is gone"},
		{"a check says no more", "c2 1 a x PASS; c1 1 a x FAIL", "c2 1 a x PASS", nil, nil, diff.Gone, "still there"},
		{"an account is gone", "c1 1 a x FAIL", "", nil, account, diff.Gone, "the account was not scanned"},
		{"a region is gone", "c1 1 a x FAIL", "", nil, region, diff.Gone, "the region was not scanned"},
		{"no region of any list", "c1 1 eu x FAIL", "", nil, region, diff.Gone, "the resource is gone"},
		{"a check is gone", "c1 1 a x FAIL", "", nil, checkGone, diff.ScanChanged, "the check is no longer run"},
		{"a revision says less", "c1 1 a x FAIL", "", nil, revised, diff.ScanChanged, "revision"},
		{"a cloud cannot be entered", "c1 1 a x FAIL", "", nil, unreached, diff.Unreadable, "aws could not be entered"},
		{"ended early", "c1 1 a x FAIL", "", nil, early, diff.Unreadable, "the scan was ended early"},
		{"not listed in its region", "c1 1 a x FAIL", "c1 1 a hidden UNKNOWN", nil, nil, diff.Unreadable, "could not be listed"},
		{"not listed anywhere", "c1 1 a x FAIL", "c1 1 - hidden UNKNOWN", nil, nil, diff.Unreadable, "could not be listed"},
		{"not listed in another region", "c1 1 a x FAIL", "c1 1 b hidden UNKNOWN", nil, nil, diff.Gone, "the resource is gone"},
		{"listed again", "c1 1 a hidden UNKNOWN", "", nil, nil, diff.Gone, "could be listed this time"},
	} {
		split := func(s string) (all []string) {
			for _, r := range strings.Split(s, "; ") {
				if r != "" {
					all = append(all, r)
				}
			}
			return all
		}
		old, new := side(split(tc.old)...), side(split(tc.new)...)
		if tc.before != nil {
			tc.before(old)
		}
		if tc.after != nil {
			tc.after(new)
		}
		found := false
		for c := range diff.Changes(old, new) {
			if !strings.HasPrefix(c.ID, "c1/1/a/x") && c.Check != "c2" && !strings.HasPrefix(c.ID, "c1/1/eu/") && !(tc.name == "listed again") {
				continue
			}
			if c.Check == "c2" && (strings.Contains(tc.old, "c1") || strings.Contains(tc.new, "c1")) {
				continue
			}
			found = true
			if c.Class != tc.want || !strings.Contains(c.Why, tc.why) {
				t.Errorf("%s: %s, %q; want %s, %q", tc.name, c.Class, c.Why, tc.want, tc.why)
			}
		}
		if !found {
			t.Errorf("%s: nothing became of it", tc.name)
		}
	}
}

// random makes a scan that any of the rules may meet.
func random(r *rand.Rand) *diff.Side {
	s := side()
	for _, c := range []string{"c1", "c2", "c3"} {
		for _, a := range []string{"1", "2"} {
			for _, g := range []string{"a", "b", "-"} {
				for _, x := range []string{"x", "y", "hidden"} {
					for range []int{0, 1, 1, 2}[r.IntN(4)] { // also twice
						v := checks.Verdicts[r.IntN(len(checks.Verdicts))]
						f := row(fmt.Sprint(c, " ", a, " ", g, " ", x, " ", v))
						f.Stale = v == checks.Unknown && r.IntN(2) == 0
						s.Rows = append(s.Rows, f)
					}
				}
			}
		}
	}
	r.Shuffle(len(s.Rows), func(i, j int) { s.Rows[i], s.Rows[j] = s.Rows[j], s.Rows[i] })
	sum := s.Summary
	sum.Complete = r.IntN(4) > 0
	sum.Checks[0].Revision = 1 + r.IntN(2)
	sum.Checks[1].Params[0].Value = 90 + r.IntN(2)
	sum.Checks = sum.Checks[r.IntN(2):]
	sum.Scopes = sum.Scopes[r.IntN(2):]
	sum.Scopes[0].Regions = sum.Scopes[0].Regions[r.IntN(2):]
	if r.IntN(4) == 0 {
		sum.Unreached = []scanner.Unreached{{Provider: "aws"}}
	}
	return s
}

func TestLaws(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		a, b := random(r), random(r)

		same := 0
		for c := range diff.Changes(a, a) {
			if c.Class != diff.Unchanged || c.Before != c.After {
				t.Fatalf("seed %d: a scan compared with itself: %+v", seed, c)
			}
			same++
		}
		if same != len(a.Rows) {
			t.Fatalf("seed %d: %d of %d findings", seed, same, len(a.Rows))
		}
		if d := diff.Compare(a, a); len(d.Changes) != 0 || len(d.Scan) != len(a.Summary.Unreached) {
			t.Fatalf("seed %d: %+v", seed, d)
		}

		before, after := map[string]int{}, map[string]int{}
		for c := range diff.Changes(a, b) {
			if c.Before != "" {
				before[c.ID+" "+string(c.Before)]++
			}
			if c.After != "" {
				after[c.ID+" "+string(c.After)]++
			}
			law(t, seed, c)
		}
		for side, want := range map[*diff.Side]map[string]int{a: before, b: after} {
			for _, f := range side.Rows {
				want[f.ID+" "+string(f.Status)]--
			}
			for id, n := range want {
				if n != 0 {
					t.Fatalf("seed %d: %s falls in %+d classes too many", seed, id, n)
				}
			}
		}
		d := diff.Compare(a, b)
		total := 0
		for class, n := range d.Counts {
			total += n
			if !slices.Contains(diff.Classes, class) || class.Title() == "" {
				t.Fatalf("seed %d: the class %q", seed, class)
			}
		}
		if total != d.Counts[diff.Unchanged]+len(d.Changes) {
			t.Fatalf("seed %d: %d counted, %d listed", seed, total, len(d.Changes))
		}
	}
}

// law holds for every change, whatever the scans are.
func law(t *testing.T, seed uint64, c diff.Change) {
	t.Helper()
	hidden := func(v checks.Verdict) bool { return v == checks.Unknown || v == checks.Error || v == "" }
	switch {
	case c.Class == diff.Fixed && (hidden(c.Before) || c.After != checks.Pass):
		t.Fatalf("seed %d: fixed: %+v", seed, c)
	case c.Class == diff.New && c.After != checks.Fail:
		t.Fatalf("seed %d: new: %+v", seed, c)
	case c.Class == diff.Gone && c.After != "":
		t.Fatalf("seed %d: gone: %+v", seed, c)
	case c.Class == diff.ScanChanged && c.Why == "":
		t.Fatalf("seed %d: changed with the scan, and how is not said: %+v", seed, c)
	case c.Before == checks.Fail && c.After == checks.Unknown && c.Class != diff.Unreadable:
		t.Fatalf("seed %d: a failure that cannot be read is %s", seed, c.Class)
	}
}

// The order of the findings in the files means nothing.
func TestOrderMeansNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	a, b := side("c1 1 a x FAIL", "c1 1 a y PASS", "c2 2 b z UNKNOWN"), side("c1 1 a y FAIL", "c2 2 b z FAIL", "c2 1 a w PASS")
	want := fmt.Sprint(diff.Compare(a, b).Changes)
	for range 10 {
		for _, s := range []*diff.Side{a, b} {
			r.Shuffle(len(s.Rows), func(i, j int) { s.Rows[i], s.Rows[j] = s.Rows[j], s.Rows[i] })
		}
		if got := fmt.Sprint(diff.Compare(a, b).Changes); got != want {
			t.Fatalf("%s\nwant\n%s", got, want)
		}
	}
}

func TestScanChanges(t *testing.T) {
	a, b := side(), side()
	b.Summary.Version = "2"
	b.Summary.Checks = append(b.Summary.Checks[1:], scanner.Check{ID: "c3"})
	b.Summary.Checks[0].Revision, b.Summary.Checks[0].Params[0].Value = 3, 45
	b.Summary.Scopes[0].Regions = []string{"b", "c"}
	b.Summary.Scopes[1].Account = "3"
	b.Summary.Unreached = []scanner.Unreached{{Provider: "gcp", Why: "no login"}}
	var got []string
	for _, c := range diff.Compare(a, b).Scan {
		got = append(got, c.What+" "+c.Name+" "+c.How)
	}
	want := `account aws 2 is no longer scanned
account aws 3 was not scanned before
check c1 is no longer run
check c2 revision 1 → 3
check c3 was not run before
parameter c2.days 90 → 45
provider gcp could not be entered: no login
region aws 1 a is no longer scanned
region aws 1 c was not scanned before
version demarc 1 → 2`
	if strings.Join(got, "\n") != want {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

func TestBaseline(t *testing.T) {
	kept := side("c1 1 a fails FAIL", "c1 1 a accepted SUPPRESSED", "c1 1 a passes PASS", "c1 1 a stale UNKNOWN*", "c1 1 a hid UNKNOWN")
	b, err := diff.ReadBaseline(strings.NewReader(document(kept)))
	if err != nil {
		t.Fatal(err)
	}
	finding := func(text string) *scanner.Finding {
		r := row(text)
		return &scanner.Finding{ID: r.ID, Check: r.Check, Provider: r.Provider, Account: r.Account, Region: r.Region, Status: r.Status, Resource: scanner.Resource{ID: r.Resource.ID}}
	}
	for text, want := range map[string]bool{
		"c1 1 a fails UNKNOWN": true, "c1 1 a accepted UNKNOWN": true, "c1 1 a stale UNKNOWN": true, "c1 1 a passes UNKNOWN": false, "c1 1 a hid UNKNOWN": false, "c1 1 a other UNKNOWN": false,
		"c1 1 a fails FAIL": false, "c1 1 a fails PASS": false, "c1 1 a hidden UNKNOWN": true, "c1 1 - hidden UNKNOWN": true, "c1 1 b hidden UNKNOWN": false, "c2 1 a hidden UNKNOWN": false, "c1 2 a hidden UNKNOWN": false,
	} {
		f := finding(text)
		if b.Review(f); f.Stale != want || string(f.Status) != strings.Fields(text)[4] {
			t.Errorf("%s: stale %v, %s", text, f.Stale, f.Status)
		}
	}
	for text, want := range map[string]bool{"c1 1 a fails FAIL": true, "c1 1 a accepted FAIL": false, "c1 1 a passes FAIL": false, "c1 1 a stale FAIL": true, "c1 1 a hid FAIL": false, "c1 1 a other FAIL": false} {
		if got := b.Failed(finding(text)); got != want {
			t.Errorf("%s failed before: %v", text, got)
		}
	}
	for _, bad := range []string{"", "{}", `{"schema":1,"tool":"demarc","findings":[`, "not json"} {
		if _, err := diff.ReadBaseline(strings.NewReader(bad)); err == nil {
			t.Errorf("%q is a baseline", bad)
		}
		if _, err := diff.Read(strings.NewReader(bad)); err == nil {
			t.Errorf("%q is a scan", bad)
		}
	}
}

// document is a scan as a file of JSON.
func document(s *diff.Side) string {
	var b strings.Builder
	b.WriteString(`{"schema":1,"tool":"demarc","scanId":"x","complete":true,"findings":[`)
	for i, r := range s.Rows {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `{"id":%q,"check":%q,"aliases":["prowler:an_alias_of_the_check"],"status":%q,"severity":"high","provider":%q,"account":%q,"accountName":"a name","region":%q,`+
			`"resource":{"id":%q,"fullId":%q,"name":%q,"type":%q,"region":%q,"account":%q,"tags":{"env":"dev","owner":"someone@example.com"}},"message":%q,"evidence":{"Value":[1,2,3],"Other":"%s"},"gaps":[],"risk":{"score":1,"because":[]},"suppression":null,"attestation":null,"stale":%v}`,
			r.ID, r.Check, r.Status, r.Provider, r.Account, r.Region, r.Resource.ID, r.Resource.FullID, r.Resource.Name, r.Resource.Type, r.Region, r.Account, r.Message, strings.Repeat("e", 250), r.Stale)
	}
	b.WriteString("]}\n")
	return b.String()
}

// large is a scan of n findings, some of which differ by the seed.
func large(n int, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 1))
	s := &diff.Side{}
	for i := range n {
		v := checks.Verdicts[i%3]
		if r.IntN(20) == 0 {
			v = checks.Verdicts[r.IntN(3)]
		}
		id := fmt.Sprintf("arn:aws:ec2:eu-central-1:123456789012:instance/i-%017d", i)
		s.Rows = append(s.Rows, diff.Row{
			ID: fmt.Sprintf("%032x", i*7919), Check: fmt.Sprint("aws-ec2-instance-check-", i%300), Status: v, Severity: checks.High, Provider: "aws", Account: "123456789012", Region: "eu-central-1",
			Resource: diff.Resource{ID: fmt.Sprint("i-", i), FullID: id, Name: fmt.Sprint("instance ", i), Type: "aws.ec2.Instance"}, Message: "the instance has no profile, and its metadata service answers requests without a token",
		})
	}
	return document(s)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(document(side("c1 1 a x FAIL", "c1 1 a hidden UNKNOWN*"))))
	f.Add([]byte(`{"type":"header","schema":1,"tool":"demarc"}` + "\n" + `{"type":"finding","finding":{"id":"x"}}` + "\n" + `{"type":"summary","summary":{"checks":[{"id":"b"},{"id":"a","params":[{"value":{}}]}],"scopes":[{}]}}`))
	other := side("c1 1 a x PASS", "c2 1 a y FAIL")
	f.Fuzz(func(t *testing.T, in []byte) {
		s, err := diff.Read(bytes.NewReader(in))
		if err != nil {
			return
		}
		for _, pair := range [][2]*diff.Side{{s, other}, {other, s}} {
			for c := range diff.Changes(pair[0], pair[1]) {
				law(t, 0, c)
			}
		}
		for c := range diff.Changes(s, s) {
			if c.Class != diff.Unchanged {
				t.Errorf("%+v", c)
			}
		}
	})
}
