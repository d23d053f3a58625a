package attest_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"demarc/checks"
	"demarc/scanner"
	"demarc/scanner/attest"
)

var known = attest.Registry{
	Checks:   []*checks.Check{{ID: "aws-s3-logging"}},
	Controls: []*checks.Control{{ID: "aws-manual-plan", Title: "There is a plan", Reason: "a plan is no setting", How: "Name it."}, {ID: "gcp-manual-plan", Title: "There is a plan"}, {ID: "aws-manual-training"}},
	Duties:   []checks.Duty{{ID: "plan", Text: "Write a plan", Attest: []string{"*-manual-plan"}}, {ID: "no-forgery", Text: "Keep names from being forged"}},
}

var today = time.Date(2026, 11, 24, 22, 0, 0, 0, time.UTC)

// entry is a good one with some fields changed; an empty value takes a field out.
func entry(change map[string]string) string {
	f := map[string]string{
		"id": "aws-manual-plan", "statement": "kept in the wiki", "owner": "jane", "approver": "joe", "date": "2026-11-01", "expires": "2027-11-01", "evidence": "{link: https://wiki.example/plan}",
	}
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

const zeros = "0000000000000000000000000000000000000000000000000000000000000000"

// What the code takes, the published schema takes, and the other way round; but
// for what no schema can say: what is registered, who is who, and days between.
func TestSchemaAgrees(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change map[string]string
		want   string // of the error; none where empty
		schema bool   // whether it takes it, where the code does not
	}{
		{"good", nil, "", true},
		{"account", map[string]string{"account": "123456789012"}, "", true},
		{"accounts", map[string]string{"account": "['1*', 2]"}, "", true},
		{"empty accounts", map[string]string{"account": "[]"}, "the list is empty", false},
		{"account true", map[string]string{"account": "true"}, "text is expected", false},
		{"duty", map[string]string{"id": "plan"}, "", true},
		{"file", map[string]string{"evidence": "{path: plan.pdf, sha256: " + `"` + zeros + `"` + "}"}, "", true},
		{"no id", map[string]string{"id": ""}, `"id" is missing`, false},
		{"no statement", map[string]string{"statement": ""}, `"statement" is missing`, false},
		{"no owner", map[string]string{"owner": ""}, `"owner" is missing`, false},
		{"no approver", map[string]string{"approver": ""}, `"approver" is missing`, false},
		{"no date", map[string]string{"date": ""}, `"date" is missing`, false},
		{"no expires", map[string]string{"expires": ""}, `"expires" is missing`, false},
		{"no evidence", map[string]string{"evidence": ""}, `"evidence" is missing`, false},
		{"empty", map[string]string{"owner": `" "`}, "it is empty", false},
		{"todo", map[string]string{"owner": "TODO"}, "not filled in", false},
		{"number", map[string]string{"owner": "5"}, "text is expected", false},
		{"unknown field", map[string]string{"note": "x"}, "unknown field", false},
		{"no date at all", map[string]string{"date": "soon"}, "is no date", false},
		{"half a date", map[string]string{"expires": "2027-13-01"}, "is no date", false},
		{"http", map[string]string{"evidence": "{link: http://x}"}, "no https link", false},
		{"no link", map[string]string{"evidence": "{link: 'https://'}"}, "no https link", false},
		{"link and path", map[string]string{"evidence": "{link: https://x, path: y}"}, "one or the other", false},
		{"path alone", map[string]string{"evidence": "{path: y}"}, `"sha256" is missing`, false},
		{"bad hash", map[string]string{"evidence": "{path: y, sha256: abc}"}, "no SHA-256", false},
		{"text as evidence", map[string]string{"evidence": "https://x"}, "fields are expected", false},
		{"one person", map[string]string{"approver": "Jane"}, "someone else has to approve", true},
		{"too long", map[string]string{"expires": "2027-12-07"}, "401 days after its date: at most 400, until 2027-12-06", true},
		{"400 days", map[string]string{"expires": "2027-12-06"}, "", true},
		{"backwards", map[string]string{"expires": "2026-10-31"}, "before its date", true},
		{"unknown id", map[string]string{"id": "aws-manual-plam"}, `unknown control or duty "aws-manual-plam": did you mean aws-manual-plan?`, true},
		{"a check", map[string]string{"id": "aws-s3-logging"}, "is a check", true},
		{"account of a bare duty", map[string]string{"id": "no-forgery", "account": "a"}, "has no control", true},
	} {
		text := "attestations:\n" + entry(tc.change)
		_, err := attest.Parse("a.yaml", []byte(text), known)
		if tc.want == "" && err != nil || tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want) || !strings.HasPrefix(err.Error(), "a.yaml:")) {
			t.Errorf("%s: %v, want %q", tc.name, err, tc.want)
		}
		if bad := bySchema(t, text); (bad == nil) != tc.schema {
			t.Errorf("%s: the schema says %v\n%s", tc.name, bad, text)
		}
	}
	for text, ok := range map[string]bool{"attestations:\n": true, "attestations: []\n": true, "{}\n": false, "attestations: 1\n": false, "attestations: []\nmore: 1\n": false} {
		_, err := attest.Parse("a.yaml", []byte(text), known)
		if bad := bySchema(t, text); (err == nil) != ok || (bad == nil) != ok {
			t.Errorf("%q: %v; the schema: %v", text, err, bad)
		}
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
	s, err := c.Compile("../../docs/attestations.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func finding(check, account string) *scanner.Finding {
	return &scanner.Finding{Check: check, Account: account, Status: checks.Manual, Message: "open: no setting"}
}

func TestReview(t *testing.T) {
	text := "attestations:\n" +
		entry(map[string]string{"account": "1", "owner": "old", "date": "2025-01-01", "expires": "2026-01-01"}) +
		entry(map[string]string{"account": "1", "owner": "now"}) +
		entry(map[string]string{"account": "2", "owner": "old", "date": "2025-11-23", "expires": "2026-11-23"}) +
		entry(map[string]string{"account": "3", "owner": "late", "date": "2026-11-25"}) +
		entry(map[string]string{"account": "4", "owner": "last day", "date": "2025-11-24", "expires": "2026-11-24"}) +
		entry(map[string]string{"id": "plan", "owner": "everybody's"}) +
		entry(map[string]string{"id": "aws-manual-training", "owner": "old", "date": "2025-01-01", "expires": "2026-01-01"})
	b, err := attest.Parse("a.yaml", []byte(text), known)
	if err != nil {
		t.Fatal(err)
	}
	review := b.Review(today)
	for _, tc := range []struct {
		check, account string
		want           checks.Verdict
		owner, message string
	}{
		{"aws-manual-plan", "1", checks.Attested, "now", "attested by now, approved by joe, until 2027-11-01: kept in the wiki"},
		{"aws-manual-plan", "2", checks.Attested, "everybody's", ""}, // the duty's holds, its own does not
		{"aws-manual-plan", "4", checks.Attested, "last day", ""},    // its own, although the duty's holds longer
		{"gcp-manual-plan", "9", checks.Attested, "everybody's", ""},
		{"aws-manual-training", "1", checks.Manual, "old", "open: no setting; the attestation of old, approved by joe, expired on 2026-01-01"},
	} {
		f := finding(tc.check, tc.account)
		review(f)
		if f.Status != tc.want || f.Attestation == nil || f.Attestation.Owner != tc.owner || tc.message != "" && f.Message != tc.message {
			t.Errorf("%s, %s: %s, %+v, %q", tc.check, tc.account, f.Status, f.Attestation, f.Message)
		}
	}
	late, _ := attest.Parse("a.yaml", []byte("attestations:\n"+entry(map[string]string{"account": "3", "date": "2026-11-25"})), known)
	f := finding("aws-manual-plan", "3")
	late.Review(today)(f)
	if f.Status != checks.Manual || f.Attestation == nil || !strings.Contains(f.Message, "is dated 2026-11-25, which is still to come") {
		t.Errorf("%s, %q", f.Status, f.Message)
	}
	for _, other := range []*scanner.Finding{{Check: "aws-manual-plan", Account: "1", Status: checks.Fail}, finding("gcp-manual-other", "1"), {Check: "aws-manual-plan", Account: "1", Status: checks.Unknown}} {
		was := other.Status
		review(other)
		if other.Status != was || other.Attestation != nil {
			t.Errorf("%+v is attested", other)
		}
	}
}

func TestDutiesWithoutControls(t *testing.T) {
	b, err := attest.Parse("a.yaml", []byte("attestations:\n"+
		entry(map[string]string{"id": "no-forgery", "owner": "old", "date": "2026-01-01", "expires": "2026-11-23"})+
		entry(map[string]string{"id": "no-forgery", "owner": "now", "expires": "2026-12-01"})+
		entry(map[string]string{"id": "plan"})), known)
	if err != nil {
		t.Fatal(err)
	}
	all := b.Duties(today)
	if len(all) != 1 || all[0].Duty != "no-forgery" || !all[0].Holds || all[0].Attestation.Owner != "now" {
		t.Errorf("%+v", all)
	}
	if all := b.Duties(today.AddDate(1, 0, 0)); len(all) != 1 || all[0].Holds {
		t.Errorf("a year later: %+v", all)
	}
}

func TestEvidence(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	sum, err := attest.Hash(write("plan.pdf", "the plan"))
	if err != nil {
		t.Fatal(err)
	}
	file := write("a.yaml", "attestations:\n"+entry(map[string]string{"evidence": "{path: plan.pdf, sha256: \"" + sum + "\"}"})+entry(nil)+entry(map[string]string{"evidence": "{path: ., sha256: \"" + sum + "\"}"}))
	b, err := attest.Load([]string{file}, known)
	if err != nil {
		t.Fatal(err)
	}
	verify := func(i int, want string) {
		t.Helper()
		err := b.All[i].VerifyEvidence()
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	verify(0, "")
	verify(1, "")
	verify(2, "it is no file")
	write("plan.pdf", "another plan")
	verify(0, file+":2: the evidence of aws-manual-plan: "+filepath.Join(dir, "plan.pdf")+" is not the file that was attested")
	os.Remove(filepath.Join(dir, "plan.pdf"))
	verify(0, "no such file")
}

func TestSkeletonsAreAppended(t *testing.T) {
	done := attest.Draft{ID: "aws-manual-plan", Account: "123456789012", Statement: "kept: # in \"the\" wiki", Owner: "jane", Approver: "joe", Evidence: attest.Evidence{Link: "https://x.example/a#b"}}
	todo := attest.Draft{ID: "plan"}
	text := []byte{}
	var err error
	for i, d := range []attest.Draft{done, todo, done} {
		if text, err = attest.Append("a.yaml", text, d, known, today); err != nil {
			t.Fatal(i, err)
		}
	}
	_, err = attest.Parse("a.yaml", text, known)
	if err == nil || strings.Count(err.Error(), "is not filled in") != 4 || strings.Count(err.Error(), "\n") != 3 {
		t.Errorf("%v\n%s", err, text)
	}
	for _, in := range []string{"attestations:\n- id: x\n", "attestations:\n    - id: x\n", "# c\nattestations:\n", "attestations:\n  # none yet\n", "attestations:\n  - id: x"} {
		out, err := attest.Append("a.yaml", []byte(in), done, known, today)
		if err != nil || !bytes.HasPrefix(out, []byte(in)) {
			t.Errorf("%q: %v\n%s", in, err, out)
		}
	}
	for _, in := range []string{"attestations: []\n", "attestations: [{id: x}]\n", "more: 1\nattestations:\n", "attestations:\n  - id: x\n...\n", "attestations:\n  - id: x\n    statement: |\n      a\n     b", "- x", "attestations:\n  - id: x\n---\n"} {
		if out, err := attest.Append("a.yaml", []byte(in), done, known, today); err == nil {
			t.Errorf("%q was added to:\n%s", in, out)
		}
	}
	for id, want := range map[string]string{"nothing": "unknown control", "aws-s3-logging": "is a check"} {
		if _, err := attest.Append("a.yaml", nil, attest.Draft{ID: id}, known, today); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func TestStandings(t *testing.T) {
	b, err := attest.Parse("a.yaml", []byte("attestations:\n"+entry(map[string]string{"id": "plan"})+entry(map[string]string{"id": "no-forgery", "date": "2026-12-01"})+
		entry(map[string]string{"date": "2025-01-01", "expires": "2025-02-01"})), known)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range b.Standings(known, today) {
		got = append(got, s.ID+" "+s.State)
	}
	if want := "aws-manual-plan holds, aws-manual-plan expired, gcp-manual-plan holds, aws-manual-training open, no-forgery future"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("attestations:\n" + entry(nil) + entry(map[string]string{"id": "plan", "evidence": "{path: x, sha256: y}"})))
	f.Fuzz(func(t *testing.T, in []byte) {
		b, err := attest.Parse("f", in, known)
		if err != nil {
			return
		}
		for _, a := range b.All {
			if a.Owner == "" || strings.EqualFold(a.Owner, a.Approver) || a.Expires.Since(a.Date) > attest.MaxDays {
				t.Errorf("%+v is taken", a)
			}
		}
		b.Review(today)(finding("aws-manual-plan", "1"))
		b.Duties(today)
	})
}
