package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/report"
	"demarc/scanner"
)

// sarifFile is what the tests look at in a file of SARIF.
type sarifFile struct {
	Runs []struct {
		AutomationDetails struct{ ID string }
		Tool              struct {
			Driver struct {
				Rules []struct {
					ID, Name                          string
					ShortDescription, FullDescription struct{ Text string }
					Help                              struct{ Text, Markdown string }
					Properties                        struct{ Tags []string }
					Relationships                     []struct{ Target sarifRef }
				}
				SupportedTaxonomies []struct {
					Name  string
					Index int
				}
			}
		}
		Taxonomies []struct {
			Name string
			Taxa []struct{ ID string }
		}
		Invocations []struct {
			ToolExecutionNotifications []struct {
				Level   string
				Message struct{ Text string }
			}
		}
		Results []struct {
			RuleID, Kind, Level string
			Message             struct{ Text string }
			PartialFingerprints map[string]string
			Suppressions        []struct{ Kind, Status, Justification string }
			Taxa                []sarifRef
			Locations           []struct {
				PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
			}
		}
	}
}

type sarifRef struct {
	ID            string
	Index         int
	ToolComponent struct {
		Name  string
		Index int
	}
}

// files writes a format of several files, and returns them by name with what
// it noted.
func files(t *testing.T, o report.Options, name string, r scanner.Reader) (map[string][]byte, []string) {
	t.Helper()
	var notes []string
	o.Note = func(text string) { notes = append(notes, text) }
	f, ok := o.Folder(name)
	if !ok {
		t.Fatalf("%s is no format of several files", name)
	}
	all := map[string]*bytes.Buffer{}
	err := f.Write(func(name string) (io.Writer, error) {
		if all[name] != nil {
			return nil, fmt.Errorf("%s twice", name)
		}
		all[name] = &bytes.Buffer{}
		return all[name], nil
	}, r)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for name, b := range all {
		out[name] = b.Bytes()
	}
	return out, notes
}

func parse(t *testing.T, b []byte) (f sarifFile) {
	t.Helper()
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// More accounts than GitHub takes in one file go to several, and each account
// is in one of them, with a category of its own; one without a finding too.
func TestSARIFManyAccounts(t *testing.T) {
	m := failures("x")
	m.summary.Scopes, m.findings = nil, nil
	for i := range 45 {
		account := fmt.Sprintf("%03d", i)
		m.summary.Scopes = append(m.summary.Scopes, scanner.Scope{Provider: "aws", Account: account})
		if i%3 > 0 {
			f := *failures("r").findings[0]
			f.Account = account
			m.findings = append(m.findings, &f)
		}
	}
	all, _ := files(t, report.Options{}, "sarif", m)
	if got := slices.Sorted(maps.Keys(all)); !slices.Equal(got, []string{"demarc-1.sarif", "demarc-2.sarif", "demarc-3.sarif"}) {
		t.Fatalf("files %v", got)
	}
	categories, results := map[string]bool{}, 0
	for name, b := range all {
		if !bytes.Contains(b, []byte(`"results": []`)) {
			t.Errorf("%s lacks a run without results", name)
		}
		f := parse(t, b)
		if len(f.Runs) > 20 {
			t.Errorf("%s has %d runs", name, len(f.Runs))
		}
		for _, run := range f.Runs {
			categories[run.AutomationDetails.ID] = true
			results += len(run.Results)
		}
	}
	if len(categories) != 45 || results != 30 {
		t.Errorf("%d categories, %d results", len(categories), results)
	}
	if err := report.SARIF(io.Discard, m); err == nil || !strings.Contains(err.Error(), "--output a folder") {
		t.Errorf("one file for 45 accounts: %v", err)
	}
}

// What is over the limit is what has the lowest risk, and it is told.
func TestSARIFKeepsTheRiskiest(t *testing.T) {
	names := make([]string, 12_345)
	for i := range names {
		names[i] = fmt.Sprint("r", i)
	}
	m := failures(names...)
	for i, f := range m.findings {
		f.Risk.Score = i * 37 % 101
	}
	all, notes := files(t, report.Options{}, "sarif", m)
	results := parse(t, all["demarc-1.sarif"]).Runs[0].Results
	byID := map[string]int{}
	for _, f := range m.findings {
		byID[f.ID+":1"] = f.Risk.Score
	}
	last := 101
	for _, r := range results {
		score := byID[r.PartialFingerprints["primaryLocationLineHash"]]
		if score > last {
			t.Fatalf("risk %d after %d", score, last)
		}
		last = score
	}
	higher := 0
	for _, score := range byID {
		if score > last {
			higher++
		}
	}
	if len(results) != 5_000 || higher > 5_000 || !slices.ContainsFunc(notes, func(n string) bool { return strings.Contains(n, "left out 7345 failures of aws account 1") }) {
		t.Errorf("%d results, %d riskier than the last, %q", len(results), higher, notes)
	}
}

// statuses has one finding of each verdict, and one that is stale.
func statuses() made {
	m := failures("FAIL", "UNKNOWN", "PASS", "NOT_APPLICABLE", "MANUAL", "ATTESTED", "SUPPRESSED", "ERROR", "stale")
	for i, v := range checks.Verdicts {
		m.findings[i].Status, m.findings[i].Resource.Name = v, string(v)
	}
	last := m.findings[len(m.findings)-1]
	last.Status, last.Stale = checks.Unknown, true
	for _, f := range m.findings {
		switch f.Status {
		case checks.Unknown:
			f.Gaps = []inventory.Gap{{Reason: inventory.Denied, Call: "X List"}}
		case checks.Suppressed:
			f.Suppression = &scanner.Suppression{ID: "s-1", Reason: "a test", Owner: "me", Expires: "2027-01-01"}
		}
	}
	m.summary.Checks[0].Controls = map[checks.Framework][]string{"soc-2": {"CC6.1", "CC6.2"}}
	return m
}

// GitHub gets what fails, and what failed and cannot be read; it is told what
// it does not get.
func TestSARIFHoldsFailuresOnly(t *testing.T) {
	all, notes := files(t, report.Options{}, "sarif", statuses())
	results := parse(t, all["demarc-1.sarif"]).Runs[0].Results
	if len(results) != 2 || !strings.HasPrefix(results[0].Message.Text+results[1].Message.Text, "FAIL: named FAIL. Resource ") || !strings.HasPrefix(results[1].Message.Text, "Stale: ") {
		t.Errorf("%+v", results)
	}
	if len(notes) != 1 || !strings.Contains(notes[0], "1 finding could not be read") {
		t.Errorf("%q", notes)
	}
}

// The identity of an alert is the rule, the path and the hash: none hangs on a
// name, a message or the rest of the scan.
func TestSARIFIdentityStays(t *testing.T) {
	identity := func(m made) string {
		r := parse(t, written(t, "sarif", m)).Runs[0].Results[0]
		return r.RuleID + " " + r.Locations[0].PhysicalLocation.ArtifactLocation.URI + " " + r.PartialFingerprints["primaryLocationLineHash"]
	}
	a, b := failures("one"), failures("one", "two")
	b.findings[0].Resource.Name, b.findings[0].Message, b.findings[0].Severity = "renamed", "other words", checks.Low
	b.findings[0].Risk.Score = 50
	b.summary.ScanID = "another"
	if identity(a) != identity(b) {
		t.Errorf("%s became %s", identity(a), identity(b))
	}
}

func TestSARIFPaths(t *testing.T) {
	for id, want := range map[string]string{
		"bucket": "cloud/aws/1/global/aws.x.Y/bucket", "a/b": "cloud/aws/1/global/aws.x.Y/a%2Fb", "": "cloud/aws/1/global/aws.x.Y/unnamed",
		"..": "cloud/aws/1/global/aws.x.Y/%2E%2E%2E", "a b|c:d": "cloud/aws/1/global/aws.x.Y/a%20b%7Cc%3Ad", "ü%": "cloud/aws/1/global/aws.x.Y/%C3%BC%25",
	} {
		m := failures(id)
		if got := parse(t, written(t, "sarif", m)).Runs[0].Results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI; got != want {
			t.Errorf("%q is at %s, want %s", id, got, want)
		}
	}
	all, _ := files(t, report.Options{Anchor: "docs/the cloud.md"}, "sarif", failures("a", "b"))
	prints := map[string]bool{}
	for _, r := range parse(t, all["demarc-1.sarif"]).Runs[0].Results {
		prints[r.PartialFingerprints["primaryLocationLineHash"]] = true
		if got := r.Locations[0].PhysicalLocation.ArtifactLocation.URI; got != "docs/the%20cloud.md" {
			t.Errorf("anchored at %s", got)
		}
	}
	if len(prints) != 2 {
		t.Errorf("fingerprints %v", prints)
	}
}

// The texts of a rule keep to GitHub's lengths, and none is empty.
func TestSARIFRuleTexts(t *testing.T) {
	for _, c := range []scanner.Check{
		{ID: "aws-x-y"},
		{ID: "aws-x-y", Title: strings.Repeat("ü", 3000), Why: strings.Repeat("w", 3000), Aliases: slices.Repeat([]string{strings.Repeat("a", 300)}, 40)},
	} {
		m := failures("r")
		m.summary.Checks[0] = c
		r := parse(t, written(t, "sarif", m)).Runs[0].Tool.Driver.Rules[0]
		for name, text := range map[string]string{"short": r.ShortDescription.Text, "full": r.FullDescription.Text, "name": r.Name, "help": r.Help.Text, "markdown": r.Help.Markdown} {
			if n := len([]rune(text)); n == 0 || n > 1024 && name != "help" && name != "markdown" || n > 255 && name == "name" {
				t.Errorf("%s has %d characters", name, n)
			}
		}
		if len(r.Properties.Tags) > 10 || !slices.Contains(r.Properties.Tags, "security") {
			t.Errorf("tags %q", r.Properties.Tags)
		}
	}
}

// The full file holds every verdict by its kind, and each reference leads to
// what it names.
func TestSARIFFull(t *testing.T) {
	m := statuses()
	m.summary.Unreached = []scanner.Unreached{{Provider: "moon", Why: "no rocket"}}
	m.summary.Scopes = append(m.summary.Scopes, scanner.Scope{Provider: "aws", Account: "2"})
	log := parse(t, written(t, "sarif-full", m))
	if len(log.Runs) != 2 || len(log.Runs[0].Results) != len(m.findings) || len(log.Runs[1].Results) != 0 {
		t.Fatalf("%+v", log)
	}
	run := log.Runs[0]
	want := map[string]string{
		"FAIL": "fail error 0", "UNKNOWN": "open none 0", "PASS": "pass none 0", "NOT_APPLICABLE": "notApplicable none 0", "MANUAL": "review none 0",
		"ATTESTED": "pass none 0", "SUPPRESSED": "fail error 1", "ERROR": "open none 0", "Stale": "open none 0",
	}
	check := func(what string, ref sarifRef) {
		taxonomy := run.Taxonomies[ref.ToolComponent.Index]
		if taxonomy.Name != ref.ToolComponent.Name || taxonomy.Taxa[ref.Index].ID != ref.ID {
			t.Errorf("%s refers to %+v, which is not there", what, ref)
		}
	}
	for _, r := range run.Results {
		name, _, _ := strings.Cut(r.Message.Text, ":")
		if got := fmt.Sprintf("%s %s %d", r.Kind, r.Level, len(r.Suppressions)); got != want[name] {
			t.Errorf("%s is %s, want %s", name, got, want[name])
		}
		for _, ref := range r.Taxa {
			check("a result", ref)
		}
		if len(r.Taxa) != 1 || r.Taxa[0].ID != "data" {
			t.Errorf("area %+v", r.Taxa)
		}
	}
	for _, rule := range run.Tool.Driver.Rules {
		if len(rule.Relationships) != 3 {
			t.Errorf("%s has %d relationships", rule.ID, len(rule.Relationships))
		}
		for _, rel := range rule.Relationships {
			check(rule.ID, rel.Target)
		}
	}
	for _, s := range run.Tool.Driver.SupportedTaxonomies {
		if run.Taxonomies[s.Index].Name != s.Name {
			t.Errorf("%+v", s)
		}
	}
	var said []string
	for _, n := range run.Invocations[0].ToolExecutionNotifications {
		said = append(said, n.Level+" "+n.Message.Text)
	}
	if got := strings.Join(said, "; "); got != "error the check is broken: named ERROR; warning could not be read: denied at X List (2 findings); warning moon was not scanned: no rocket" {
		t.Errorf("notifications: %s", got)
	}
}
