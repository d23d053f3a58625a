package suppress_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"demarc/checks"
	"demarc/scanner"
	"demarc/scanner/suppress"
)

var known = []*checks.Check{
	{ID: "aws-s3-public", Aliases: []string{"prowler:s3_public", "securityhub:S3.8"}},
	{ID: "aws-s3-logging", Aliases: []string{"prowler:s3_logging"}},
	{ID: "aws-ec2-open", Aliases: []string{"securityhub:S3.8"}},
}

var today = time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC)

// entry is a good one with some fields changed; an empty value takes a field out.
func entry(change map[string]string) string {
	f := map[string]string{"id": "one", "check": "aws-s3-public", "reason": "a public site", "owner": "jane", "approver": "joe", "expires": "2027-01-31"}
	maps.Copy(f, change)
	text, sep := "", "  - "
	for _, k := range slices.Sorted(maps.Keys(f)) {
		if f[k] != "" {
			text += sep + k + ": " + f[k] + "\n"
			sep = "    "
		}
	}
	return text
}

func book(t testing.TB, entries ...map[string]string) *suppress.Book {
	t.Helper()
	text := "suppressions:\n"
	for i, e := range entries {
		e = maps.Clone(e)
		if e == nil {
			e = map[string]string{}
		}
		if e["id"] == "" {
			e["id"] = fmt.Sprint("s", i)
		}
		text += entry(e)
	}
	b, err := suppress.Parse("s.yaml", []byte(text), known)
	if err != nil {
		t.Fatalf("%s\n%s", err, text)
	}
	return b
}

// What the code takes, the published schema takes, and the other way round; but
// for what no schema can say.
func TestSchemaAgrees(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change map[string]string
		want   string
		schema bool
	}{
		{"good", nil, "", true},
		{"everything", map[string]string{"resource": "[a, 'b*']", "account": "123456789012", "region": "eu-*", "tag": "[env=dev, team]", "check": "['aws-s3-*', S3.8x, securityhub:S3.8]"}, `no check is called "S3.8x"`, true},
		{"a list", map[string]string{"check": "[aws-s3-public, prowler:s3_logging]", "tag": "env"}, "", true},
		{"no id", map[string]string{"id": ""}, `"id" is missing`, false},
		{"no check", map[string]string{"check": ""}, `"check" is missing`, false},
		{"no reason", map[string]string{"reason": ""}, `"reason" is missing`, false},
		{"no owner", map[string]string{"owner": ""}, `"owner" is missing`, false},
		{"no approver", map[string]string{"approver": ""}, `"approver" is missing`, false},
		{"no expires", map[string]string{"expires": ""}, `"expires" is missing`, false},
		{"never expires", map[string]string{"expires": "never"}, "is no date", false},
		{"todo", map[string]string{"reason": "TODO"}, "not filled in", false},
		{"todo check", map[string]string{"check": "TODO"}, "not filled in", false},
		{"unknown field", map[string]string{"severity": "high"}, "unknown field", false},
		{"empty list", map[string]string{"resource": "[]"}, "the list is empty", false},
		{"empty", map[string]string{"resource": "''"}, "it is empty", false},
		{"fields", map[string]string{"tag": "{env: dev}"}, "text is expected", false},
		{"one person", map[string]string{"approver": "JANE"}, "someone else has to approve", true},
		{"everything there is", map[string]string{"check": "'*'"}, "would accept every failure", true},
		{"everything in one place", map[string]string{"check": "'*'", "account": "1"}, "", true},
		{"unknown check", map[string]string{"check": "aws-s3-publik"}, `no check is called "aws-s3-publik": did you mean aws-s3-public?`, true},
	} {
		text := "suppressions:\n" + entry(tc.change)
		_, err := suppress.Parse("s.yaml", []byte(text), known)
		if tc.want == "" && err != nil || tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want) || !strings.HasPrefix(err.Error(), "s.yaml:")) {
			t.Errorf("%s: %v, want %q", tc.name, err, tc.want)
		}
		if bad := bySchema(t, text); (bad == nil) != tc.schema {
			t.Errorf("%s: the schema says %v\n%s", tc.name, bad, text)
		}
	}
	if _, err := suppress.Parse("s.yaml", []byte("suppressions:\n"+entry(nil)+entry(nil)), known); err == nil || !strings.Contains(err.Error(), `s.yaml:11:9: id: "one" is called so at s.yaml:2 already`) {
		t.Error(err)
	}
}

func bySchema(t *testing.T, text string) error {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	asJSON, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile("../../docs/suppressions.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func failure() *scanner.Finding {
	return &scanner.Finding{
		Check: "aws-s3-public", Account: "123456789012", Region: "eu-west-1", Status: checks.Fail, Message: "is public",
		Resource: scanner.Resource{ID: "site", FullID: "arn:aws:s3:::site", Name: "Site [1]", Tags: map[string]string{"env": "dev", "team": "web"}},
	}
}

func TestMatching(t *testing.T) {
	azure := failure()
	azure.Resource = scanner.Resource{ID: "vm", Name: "vm", FullID: "/subscriptions/1/resourcegroups/test-rg/vm"}
	nowhere := failure()
	nowhere.Region, nowhere.Resource.Tags = "", nil
	for _, tc := range []struct {
		change map[string]string
		f      *scanner.Finding
		want   bool
	}{
		{nil, failure(), true},
		{map[string]string{"check": "aws-s3-logging"}, failure(), false},
		{map[string]string{"check": "aws-*-public"}, failure(), true},
		{map[string]string{"check": "prowler:s3_public"}, failure(), true},
		{map[string]string{"check": "SecurityHub:s3.8"}, failure(), true},
		{map[string]string{"check": "'prowler:*'"}, failure(), true},
		{map[string]string{"resource": "arn:aws:s3:::site"}, failure(), true},
		{map[string]string{"resource": "arn:aws:s3:::sit"}, failure(), false},
		{map[string]string{"resource": "site"}, failure(), true},
		{map[string]string{"resource": "'S*'"}, failure(), true},
		{map[string]string{"resource": "'Site [1]'"}, failure(), true},
		{map[string]string{"resource": "SITE"}, failure(), false},
		{map[string]string{"resource": "[x, 's*']"}, failure(), true},
		{map[string]string{"resource": "'*aws*'"}, failure(), false}, // of the name alone
		{map[string]string{"resource": "'arn:aws:s3:::s*'"}, failure(), true},
		{map[string]string{"resource": "'*test*'"}, azure, false},
		{map[string]string{"resource": "/subscriptions/1/resourceGroups/Test-RG/VM"}, azure, true},
		{map[string]string{"account": "123456789012"}, failure(), true},
		{map[string]string{"account": "'1234*'"}, failure(), true},
		{map[string]string{"account": "[1, 2]"}, failure(), false},
		{map[string]string{"region": "eu-*"}, failure(), true},
		{map[string]string{"region": "us-east-1"}, failure(), false},
		{map[string]string{"region": "global"}, failure(), false},
		{map[string]string{"region": "global"}, nowhere, true},
		{map[string]string{"tag": "env=dev"}, failure(), true},
		{map[string]string{"tag": "env"}, failure(), true},
		{map[string]string{"tag": "[env=dev, team=w*]"}, failure(), true},
		{map[string]string{"tag": "[env=dev, team=db]"}, failure(), false},
		{map[string]string{"tag": "env=dev"}, nowhere, false}, // could not be read
		{map[string]string{"tag": "env=dev", "region": "us-*"}, failure(), false},
	} {
		f := *tc.f
		book(t, tc.change).Review(today)(&f)
		if got := f.Status == checks.Suppressed; got != tc.want || got != (f.Suppression != nil) {
			t.Errorf("%v: %s, %v", tc.change, f.Status, f.Suppression)
		}
	}
}

func TestOnlyFailuresAreSuppressed(t *testing.T) {
	review := book(t, nil).Review(today)
	for _, v := range checks.Verdicts {
		f := failure()
		f.Status = v
		review(f)
		if want := v; v == checks.Fail && (f.Status != checks.Suppressed || f.Suppression.ID != "s0") || v != checks.Fail && (f.Status != want || f.Suppression != nil) {
			t.Errorf("%s becomes %s, %v", v, f.Status, f.Suppression)
		}
	}
}

func TestExpiry(t *testing.T) {
	for _, tc := range []struct {
		expires []string
		want    string // the suppression; "" for a failure
		message string
	}{
		{[]string{"2026-11-24"}, "s0", "is public"},
		{[]string{"2026-11-23"}, "", "is public; the suppression s0 of jane, approved by joe, expired on 2026-11-23"},
		{[]string{"2025-01-01", "2026-01-01"}, "", "is public; the suppression s1 of jane, approved by joe, expired on 2026-01-01"},
		{[]string{"2025-01-01", "2027-01-01", "2028-01-01"}, "s1", "is public"},
	} {
		var all []map[string]string
		for _, e := range tc.expires {
			all = append(all, map[string]string{"expires": e})
		}
		b := book(t, all...)
		f := failure()
		b.Review(today)(f)
		if (f.Suppression == nil) != (tc.want == "") || f.Suppression != nil && f.Suppression.ID != tc.want || f.Message != tc.message {
			t.Errorf("%v: %v, %q", tc.expires, f.Suppression, f.Message)
		}
		if tc.want == "" && f.Status != checks.Fail {
			t.Errorf("%v: %s", tc.expires, f.Status)
		}
	}
}

func TestNotes(t *testing.T) {
	sum := &scanner.Summary{
		Checks: []scanner.Check{{ID: "aws-s3-public", Ran: true, Whole: true}}, Complete: true,
		Scopes: []scanner.Scope{{Account: "123456789012"}},
	}
	b := book(t,
		map[string]string{"expires": "2026-01-01"},
		map[string]string{"resource": "nothing"},
		map[string]string{"resource": "passing"},
		map[string]string{"resource": "hidden"},
		map[string]string{"resource": "site"},
		map[string]string{"check": "aws-s3-logging"},
		map[string]string{"account": "999999999999"},
	)
	review := b.Review(today)
	for name, v := range map[string]checks.Verdict{"site": checks.Fail, "passing": checks.Pass, "hidden": checks.Unknown} {
		f := failure()
		f.Resource.ID, f.Status = name, v
		review(f)
	}
	want := "s.yaml:2: the suppression s0 expired on 2026-01-01: 1 failure is back\n" +
		"s.yaml:8: the suppression s1 matches nothing\n" +
		"s.yaml:15: the suppression s2 is for nothing that fails any more: it can be taken out"
	if got := strings.Join(b.Notes(sum, today), "\n"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for _, less := range []func(*scanner.Summary){
		func(s *scanner.Summary) { s.Complete = false },
		func(s *scanner.Summary) { s.Unreached = []scanner.Unreached{{Provider: "aws"}} },
		func(s *scanner.Summary) { s.Checks = []scanner.Check{{ID: "aws-s3-public", Ran: true}} },
	} {
		partial := *sum
		less(&partial)
		if got := b.Notes(&partial, today); len(got) != 1 || !strings.Contains(got[0], "is back") {
			t.Errorf("of a scan that did not see all: %q", got)
		}
	}
	if len(b.Expired(today)) != 1 {
		t.Error(b.Expired(today))
	}
}

// Accounts are judged side by side.
func TestReviewSideBySide(t *testing.T) {
	b := book(t, nil)
	review := b.Review(today)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 1000 {
				review(failure())
			}
		})
	}
	wg.Wait()
	if notes := b.Notes(&scanner.Summary{}, today); len(notes) != 0 {
		t.Error(notes)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("suppressions:\n" + entry(map[string]string{"tag": "a=b", "resource": "['*x', y]"})))
	f.Fuzz(func(t *testing.T, in []byte) {
		b, err := suppress.Parse("f", in, known)
		if err != nil {
			return
		}
		one := failure()
		b.Review(today)(one)
		if one.Status == checks.Suppressed && one.Suppression.Approver == one.Suppression.Owner {
			t.Errorf("%+v", one.Suppression)
		}
	})
}
