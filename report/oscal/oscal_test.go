package oscal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/defenseunicorns/go-oscal/src/pkg/validation"
	"github.com/rs/zerolog"

	"demarc/checks"
	awschecks "demarc/checks/aws"
	"demarc/checks/frameworks"
	"demarc/examples/demo"
	"demarc/providers/aws"
	"demarc/providers/inventory"
	"demarc/report/oscal"
	"demarc/scanner"
)

func demoScan(t testing.TB) *scanner.Scan {
	t.Helper()
	s, err := scanner.Run(context.Background(), scanner.Config{
		Providers: []scanner.Provider{demo.Over(demo.Estate(), aws.Tuning{})}, Checks: awschecks.All, Controls: awschecks.Manual, Now: demo.Now,
		ScanID: "demo", Version: "1.2.3", Log: zerolog.Nop(),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// made is a scan of the test's own.
type made struct {
	summary  scanner.Summary
	findings []*scanner.Finding
}

func (m made) Summary() *scanner.Summary { return &m.summary }

func (m made) Findings() iter.Seq2[*scanner.Finding, error] {
	return func(yield func(*scanner.Finding, error) bool) {
		for _, f := range m.findings {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// scanOf is a scan of one account with one check and its verdicts.
func scanOf(verdicts ...checks.Verdict) made {
	counts := scanner.Counts{}
	m := made{summary: scanner.Summary{
		Schema: 1, Tool: "demarc", ScanID: "s", Complete: true, Start: demo.Now, End: demo.Now, Scopes: []scanner.Scope{{Provider: "aws", Account: "1", Regions: []string{"r"}}},
		Checks: []scanner.Check{{
			ID: "aws-x-y", Title: "t", Why: "w", Severity: checks.High, Area: checks.Data, ServiceModel: inventory.IaaS, Ran: true, Whole: true, Counts: counts,
			Controls: map[checks.Framework][]string{frameworks.NIST80053: {"AC-2(1)"}, frameworks.CCM4: {"A&A-02"}},
		}},
	}}
	for i, v := range verdicts {
		counts[v]++
		f := &scanner.Finding{
			ID: fmt.Sprintf("%032x", i), Check: "aws-x-y", Status: v, Severity: checks.High, Area: checks.Data, ServiceModel: inventory.IaaS, Owner: checks.Customer,
			Provider: "aws", Account: "1", Message: "m", Resource: scanner.Resource{ID: fmt.Sprint(i), FullID: fmt.Sprint(i), Name: "n"},
		}
		switch v {
		case checks.Suppressed:
			f.Suppression = &scanner.Suppression{Reason: "because", Owner: "o", Approver: "a", Expires: "2027-01-31"}
		case checks.Attested:
			f.Attestation = &scanner.Attestation{Statement: "it is so", Owner: "o", Date: "2026-11-01", Expires: "2027-01-31"}
		}
		m.findings = append(m.findings, f)
	}
	return m
}

func written(t testing.TB, write func(w io.Writer, r scanner.Reader) error, r scanner.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var forms = map[string]func(io.Writer, scanner.Reader) error{"results": oscal.Results, "component": oscal.Component}

// The documents follow OSCAL's schema, hold each id once, and point nowhere
// that there is not.
func TestDocumentsAreWhole(t *testing.T) {
	hostile := scanOf(checks.Fail, checks.Pass)
	for i, name := range []string{"</script><img src=x>", "\x1b[31m\n\t", "", " spaces ", "ü 日本"} {
		f := *hostile.findings[0]
		f.ID, f.Message, f.Resource.Name, f.Resource.FullID, f.Resource.Region = fmt.Sprintf("%032x", i+10), name, name, name, fmt.Sprint(i)
		f.Evidence = map[string]any{name: name}
		hostile.findings = append(hostile.findings, &f)
	}
	hostile.summary.Scopes[0].Name = "\x00<b>"
	nothing := scanOf()
	nothing.summary.Scopes = nil
	nothing.summary.Unreached = []scanner.Unreached{{Provider: "aws", Why: "no credentials"}}
	bare := nothing
	bare.summary.Checks = nil
	for name, r := range map[string]scanner.Reader{
		"the demo": demoScan(t), "hostile names": hostile, "all verdicts": scanOf(checks.Verdicts...), "an empty account": scanOf(),
		"nothing was scanned": nothing, "no checks either": bare,
	} {
		for form, write := range forms {
			b := written(t, write, r)
			v, err := validation.NewValidator(b)
			if err != nil {
				t.Fatalf("%s of %s: %v", form, name, err)
			}
			if err := v.Validate(); err != nil {
				t.Errorf("%s of %s: %.3000s", form, name, deepest(err))
			}
			dangling(t, form+" of "+name, b)
			if !bytes.Equal(b, written(t, write, r)) {
				t.Errorf("%s of %s differs from one time to the next", form, name)
			}
		}
	}
}

// deepest keeps the end of the validator's error, which says what is wrong.
func deepest(err error) string {
	lines := strings.Split(err.Error(), "\n")
	return strings.Join(lines[max(0, len(lines)-12):], "\n")
}

var uuid = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// dangling looks for ids that stand twice, and for references to none.
func dangling(t *testing.T, name string, b []byte) {
	t.Helper()
	var doc any
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	defined, used := map[string]bool{}, map[string]string{}
	objectives := map[string]bool{}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			for key, x := range v {
				text, _ := x.(string)
				switch {
				case key == "uuid":
					if defined[text] || !uuid.MatchString(text) {
						t.Errorf("%s: the id %q stands twice, or is none of version 5", name, text)
					}
					defined[text] = true
				case strings.HasSuffix(key, "-uuid"):
					used[text] = key
				case (key == "href" || key == "source") && strings.HasPrefix(text, "#"):
					used[text[1:]] = key
				case key == "value" && (v["name"] == "inherited" || v["name"] == "satisfied"):
					used[text] = fmt.Sprint(v["name"])
				case key == "id":
					objectives[text] = true
				}
				walk(x)
			}
		}
	}
	walk(doc)
	for id, key := range used {
		if !defined[id] {
			t.Errorf("%s: %s %s is nowhere", name, key, id)
		}
	}
	for _, m := range regexp.MustCompile(`"(?:target-id|objective-id)":"([^"]+)"`).FindAllSubmatch(b, -1) {
		if !objectives[string(m[1])] {
			t.Errorf("%s: the objective %s is nowhere", name, m[1])
		}
	}
}

type results struct {
	Document struct {
		Results []struct {
			Observations []struct {
				Props []struct{ Name, Value string }
			}
			Findings []struct {
				Target struct {
					TargetID string `json:"target-id"`
					Status   struct{ State, Reason string }
				}
			}
			Risks []struct{ Status, Deadline string }
		}
	} `json:"assessment-results"`
}

// Satisfied is said only where something passed or was attested and nothing
// speaks against it; every finding is an observation.
func TestStates(t *testing.T) {
	for _, c := range []struct {
		verdicts []checks.Verdict
		want     string
		risk     string
	}{
		{[]checks.Verdict{checks.Pass, checks.NotApplicable}, "satisfied pass", ""},
		{[]checks.Verdict{checks.Attested}, "satisfied pass", ""},
		{[]checks.Verdict{checks.Pass, checks.Unknown}, "not-satisfied other", ""},
		{[]checks.Verdict{checks.Pass, checks.Error}, "not-satisfied other", ""},
		{[]checks.Verdict{checks.Manual}, "not-satisfied other", ""},
		{[]checks.Verdict{checks.Pass, checks.Fail, checks.Suppressed}, "not-satisfied fail", "open"},
		{[]checks.Verdict{checks.Pass, checks.Suppressed}, "not-satisfied fail", "deviation-approved"},
		{[]checks.Verdict{checks.NotApplicable}, "", ""},
		{nil, "", ""},
	} {
		var doc results
		if err := json.Unmarshal(written(t, oscal.Results, scanOf(c.verdicts...)), &doc); err != nil {
			t.Fatal(err)
		}
		r := doc.Document.Results[0]
		got, risk := "", ""
		for _, f := range r.Findings {
			got = f.Target.Status.State + " " + f.Target.Status.Reason
		}
		for _, x := range r.Risks {
			risk = x.Status
			if x.Status == "deviation-approved" && !strings.HasPrefix(x.Deadline, "2027-01-31") {
				t.Errorf("accepted until %q", x.Deadline)
			}
		}
		if got != c.want || risk != c.risk || len(r.Observations) != len(c.verdicts) {
			t.Errorf("%v: %q with risk %q and %d observations, want %q and %q", c.verdicts, got, risk, len(r.Observations), c.want, c.risk)
		}
	}
}

// The ids of one state are the same in a later scan, but for those of the scan.
func TestIDsAreStable(t *testing.T) {
	a, b := scanOf(checks.Fail), scanOf(checks.Fail)
	b.summary.Start, b.summary.End, b.summary.ScanID = b.summary.Start.Add(time.Hour), b.summary.End.Add(time.Hour), "t"
	ids := regexp.MustCompile(`"uuid":"([^"]+)"`)
	for form, write := range forms {
		seen := map[string]bool{}
		for _, m := range ids.FindAllSubmatch(written(t, write, a), -1) {
			seen[string(m[1])] = true
		}
		fresh := 0
		for _, m := range ids.FindAllSubmatch(written(t, write, b), -1) {
			if !seen[string(m[1])] {
				fresh++
			}
		}
		if want := map[string]int{"results": 3, "component": 1}[form]; fresh != want { // the document, its plan and its result
			t.Errorf("%s: %d ids of %d are new, want %d", form, fresh, len(seen), want)
		}
	}
}

// The component definition says in each cloud what is provided, left, inherited
// and satisfied.
func TestComponentVocabulary(t *testing.T) {
	b := string(written(t, oscal.Component, demoScan(t)))
	for _, word := range []string{"provided", "responsibility", "inherited"} {
		if strings.Count(b, `"name":"`+word+`"`) < 4 {
			t.Errorf("%s is hardly said", word)
		}
	}
	if !strings.Contains(b, `"control-id":"facilities"`) || !strings.Contains(b, `"control-id":"ac-2"`) || !strings.Contains(b, `"control-id":"cis-aws-7.0_2.1.1"`) {
		t.Error("areas or requirements are missing")
	}
}

// A responsibility is satisfied where everything that it asks is looked at, or
// answered, and holds.
func TestSatisfied(t *testing.T) {
	m := scanOf()
	m.summary.Scopes[0].Models = map[inventory.Model]string{inventory.Account: "yes"}
	m.summary.Checks = []scanner.Check{
		{ID: "aws-manual-devices", Area: checks.Devices, ServiceModel: inventory.Account, Manual: true, Whole: true, Counts: scanner.Counts{checks.Attested: 1}},
		{ID: "azure-entra-device-x", Area: checks.Devices, ServiceModel: inventory.Account, Ran: true, Whole: true, Counts: scanner.Counts{checks.Pass: 1}},
	}
	m.summary.Checks[1].ID = strings.Replace(m.summary.Checks[1].ID, "azure", "aws", 1) // of one cloud, and then nothing looks at the conditions
	if b := written(t, oscal.Component, m); bytes.Contains(b, []byte(`"satisfied"`)) {
		t.Error("satisfied, and a duty is looked at by nothing")
	}
	m.summary.Scopes[0].Provider = "azure"
	m.summary.Checks[0].ID, m.summary.Checks[1].ID = "azure-manual-devices", "azure-entra-device-x"
	if b := written(t, oscal.Component, m); !bytes.Contains(b, []byte(`"satisfied"`)) {
		t.Errorf("not satisfied: %s", b)
	}
	m.summary.Checks[0].Counts = scanner.Counts{checks.Manual: 1}
	if b := written(t, oscal.Component, m); bytes.Contains(b, []byte(`"satisfied"`)) {
		t.Error("satisfied, and it waits for a person")
	}
}
