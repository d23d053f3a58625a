package ocsf_test

import (
	"bytes"
	"encoding/json"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/report/ocsf"
	"demarc/scanner"
)

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

// every has a finding of each provider, status and severity.
func every() made {
	m := made{summary: scanner.Summary{
		Schema: 1, Tool: "demarc", Version: "1.2.3", ScanID: "scan", Start: time.UnixMilli(1_700_000_000_123).UTC(),
		Checks: []scanner.Check{{
			ID: "x-y-z", Title: "A title", Why: "A reason.", Link: "https://example.com/", Fix: scanner.Fix{Console: "Do it"},
			Controls: map[checks.Framework][]string{"soc-2": {"CC6.1"}, "cis": {"1.1", "1.2"}},
		}},
	}}
	for _, provider := range []string{"aws", "azure", "gcp", "moon"} {
		for _, status := range checks.Verdicts {
			for _, severity := range checks.Severities {
				m.findings = append(m.findings, &scanner.Finding{
					ID: "0123", Check: "x-y-z", Status: status, Severity: severity, Area: checks.Data, ServiceModel: inventory.PaaS, Owner: checks.Shared,
					Provider: provider, Account: "1", Message: "a <b>\x1b\"message\"", Evidence: map[string]any{"n": 1, "list": []string{"a"}},
					Gaps:     []inventory.Gap{{Reason: inventory.Denied, Call: "X List"}},
					Resource: scanner.Resource{ID: "r", FullID: "/subscriptions/1/r", Name: "=r\n", Type: "x.Y", Tags: map[string]string{"b": "", "a": "ü"}},
				})
			}
		}
	}
	m.findings = append(m.findings,
		&scanner.Finding{ID: "1", Check: "gone", Status: checks.Unknown, Stale: true, Severity: checks.High, Provider: "gcp", Account: "organizations/1"},
		&scanner.Finding{ID: "2", Check: "x-y-z", Status: checks.Suppressed, Severity: checks.High, Provider: "aws", Account: "1", Suppression: &scanner.Suppression{Reason: "known", Expires: "2027-01-01"}},
		&scanner.Finding{ID: "3", Check: "x-y-z", Status: checks.Attested, Severity: checks.High, Provider: "aws", Account: "1", Attestation: &scanner.Attestation{Statement: "it is so", Date: "2026-01-01"}},
	)
	return m
}

// events writes a scan and reads each line back.
func events(t *testing.T, r scanner.Reader) (all []map[string]any) {
	t.Helper()
	var b bytes.Buffer
	if err := ocsf.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	for _, line := range bytes.Split(bytes.TrimSpace(b.Bytes()), []byte("\n")) {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v.(map[string]any))
	}
	return all
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("testdata/compliance_finding.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryEventFollowsTheSchema(t *testing.T) {
	s, m := schema(t), every()
	all := events(t, m)
	if len(all) != len(m.findings) {
		t.Fatalf("%d events for %d findings", len(all), len(m.findings))
	}
	for i, e := range all {
		if err := s.Validate(e); err != nil {
			t.Fatalf("%+v: %v", m.findings[i], err)
		}
	}
}

// The judge judges.
func TestTheSchemaNotices(t *testing.T) {
	s := schema(t)
	for name, spoil := range map[string]func(map[string]any){
		"unknown attribute": func(e map[string]any) { e["extra"] = 1 },
		"no compliance":     func(e map[string]any) { delete(e, "compliance") },
		"no cloud":          func(e map[string]any) { delete(e, "cloud") },
		"severity":          func(e map[string]any) { e["severity_id"] = json.Number("42") },
		"time":              func(e map[string]any) { e["time"] = "now" },
	} {
		e := events(t, every())[0]
		spoil(e)
		if s.Validate(e) == nil {
			t.Errorf("%s passes", name)
		}
	}
}

// captions of schema.ocsf.io 1.8.0, which no validator compares with the
// numbers beside them.
var captions = map[string]map[string]string{
	"activity":         {"1": "Create", "2": "Update"},
	"category":         {"2": "Findings"},
	"class":            {"2003": "Compliance Finding"},
	"type":             {"200301": "Compliance Finding: Create", "200302": "Compliance Finding: Update"},
	"severity":         {"1": "Informational", "2": "Low", "3": "Medium", "4": "High", "5": "Critical"},
	"status":           {"1": "New", "3": "Suppressed"},
	"compliancestatus": {"1": "Pass", "2": "Warning", "3": "Fail"},
	"accounttype":      {"10": "AWS Account", "11": "GCP Project", "13": "Azure Subscription", "99": "Other"},
	"analytictype":     {"1": "Rule"},
}

func TestNumbersAndCaptionsAgree(t *testing.T) {
	agree := func(what string, id, name any) {
		t.Helper()
		number := id.(json.Number).String()
		if want, ok := captions[what][number]; (ok || number != "99") && want != name {
			t.Errorf("%s %s is called %q, want %q", what, number, name, want)
		}
	}
	for _, e := range events(t, every()) {
		for what, ids := range map[string][2]string{
			"activity": {"activity_id", "activity_name"}, "category": {"category_uid", "category_name"},
			"class": {"class_uid", "class_name"}, "type": {"type_uid", "type_name"}, "severity": {"severity_id", "severity"},
		} {
			agree(what, e[ids[0]], e[ids[1]])
		}
		if e["status_id"] != nil {
			agree("status", e["status_id"], e["status"])
		}
		activity, _ := e["activity_id"].(json.Number).Int64()
		class, _ := e["class_uid"].(json.Number).Int64()
		if typeUID, _ := e["type_uid"].(json.Number).Int64(); typeUID != class*100+activity {
			t.Errorf("type_uid %d of class %d and activity %d", typeUID, class, activity)
		}
		c := e["compliance"].(map[string]any)
		agree("compliancestatus", c["status_id"], c["status"])
		check := c["checks"].([]any)[0].(map[string]any)
		agree("compliancestatus", check["status_id"], check["status"])
		agree("severity", check["severity_id"], check["severity"])
		account := e["cloud"].(map[string]any)["account"].(map[string]any)
		agree("accounttype", account["type_id"], account["type"])
		analytic := e["finding_info"].(map[string]any)["analytic"].(map[string]any)
		agree("analytictype", analytic["type_id"], analytic["type"])
	}
}

// What could not be read is a warning, never a pass; and what has no number of
// its own is called by its name.
func TestOutcomes(t *testing.T) {
	want := map[string]string{
		"PASS": "1 Pass", "FAIL": "3 Fail", "UNKNOWN": "2 Warning", "SUPPRESSED": "3 Fail", "NOT_APPLICABLE": "99 NOT_APPLICABLE",
		"MANUAL": "99 MANUAL", "ATTESTED": "99 ATTESTED", "ERROR": "99 ERROR",
	}
	got := map[string]string{}
	for _, e := range events(t, every()) {
		c, own := e["compliance"].(map[string]any), e["unmapped"].(map[string]any)
		got[own["status"].(string)] = c["status_id"].(json.Number).String() + " " + c["status"].(string)
		if details, _ := c["status_details"].([]any); own["status"] == "UNKNOWN" && (len(details) == 0 && own["stale"] != true) {
			t.Errorf("UNKNOWN without a reason: %v", c)
		}
		for _, field := range []string{"owner", "area", "service_model"} {
			if _, ok := own[field]; !ok {
				t.Errorf("unmapped lacks %s", field)
			}
		}
		if e["time"].(json.Number).String() != "1700000000123" {
			t.Errorf("time %v", e["time"])
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

// A failure that could not be read this time is an update, and says so.
func TestStale(t *testing.T) {
	i := slices.IndexFunc(events(t, every()), func(e map[string]any) bool { return e["unmapped"].(map[string]any)["stale"] == true })
	e := events(t, every())[i]
	details := e["compliance"].(map[string]any)["status_details"].([]any)
	if e["activity_id"].(json.Number).String() != "2" || !strings.HasPrefix(details[0].(string), "stale: ") || e["status_id"] != nil {
		t.Errorf("%v", e)
	}
}
