package compliance_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/inventory"
	"demarc/report/compliance"
	"demarc/scanner"
)

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

const cc61 = "CC6.1"

// check is one that answers for CC6.1.
func check(id string) scanner.Check {
	return scanner.Check{
		ID: id, Area: checks.Data, ServiceModel: inventory.IaaS, Ran: true, Whole: true, Manual: strings.Contains(id, "-manual-"),
		Controls: map[checks.Framework][]string{frameworks.SOC2: {cc61}},
	}
}

// scanOf is a scan of one account of the cloud "aws" with checks and their
// verdicts.
func scanOf(all []scanner.Check, verdicts map[string][]checks.Verdict) made {
	m := made{summary: scanner.Summary{Complete: true, ScanID: "s", Scopes: []scanner.Scope{{Provider: "aws", Account: "1"}}, Checks: all}}
	for id, list := range verdicts {
		for _, v := range list {
			m.findings = append(m.findings, &scanner.Finding{ID: "f", Check: id, Status: v, Owner: checks.Customer, Provider: "aws", Account: "1", Resource: scanner.Resource{FullID: "r"}})
		}
	}
	return m
}

func requirement(t *testing.T, m scanner.Reader, registry []scanner.Check, fw checks.Framework, id string) compliance.Requirement {
	t.Helper()
	a, err := compliance.Read(m, registry)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range a.Of(fw).Requirements {
		if q.ID == id {
			return q
		}
	}
	t.Fatalf("%s has no %s", fw, id)
	return compliance.Requirement{}
}

// How a requirement stands by the verdicts on its checks.
func TestStatuses(t *testing.T) {
	type verdicts = map[string][]checks.Verdict
	a, b, person := check("aws-x-a"), check("aws-x-b"), check("aws-manual-p")
	hidden := a
	hidden.Whole = false
	for name, c := range map[string]struct {
		all  []scanner.Check
		v    verdicts
		want compliance.Status
	}{
		"passed":                       {[]scanner.Check{a}, verdicts{a.ID: {checks.Pass, checks.NotApplicable}}, compliance.Met},
		"failed":                       {[]scanner.Check{a}, verdicts{a.ID: {checks.Pass, checks.Fail, checks.Unknown}}, compliance.NotMet},
		"one check failed":             {[]scanner.Check{a, b}, verdicts{a.ID: {checks.Pass}, b.ID: {checks.Fail}}, compliance.NotMet},
		"one unreadable":               {[]scanner.Check{a, b}, verdicts{a.ID: {checks.Pass}, b.ID: {checks.Unknown}}, compliance.Unread},
		"a broken check":               {[]scanner.Check{a, b}, verdicts{a.ID: {checks.Pass}, b.ID: {checks.Error}}, compliance.Unread},
		"a listing that was cut off":   {[]scanner.Check{hidden}, verdicts{a.ID: {checks.Pass}}, compliance.Unread},
		"open":                         {[]scanner.Check{a, person}, verdicts{a.ID: {checks.Pass}, person.ID: {checks.Manual}}, compliance.Open},
		"nobody was asked":             {[]scanner.Check{a, person}, verdicts{a.ID: {checks.Pass}}, compliance.Open},
		"attested":                     {[]scanner.Check{a, person}, verdicts{a.ID: {checks.Pass}, person.ID: {checks.Attested}}, compliance.Met},
		"attested alone":               {[]scanner.Check{person}, verdicts{person.ID: {checks.Attested}}, compliance.Met},
		"accepted":                     {[]scanner.Check{a}, verdicts{a.ID: {checks.Pass, checks.Suppressed}}, compliance.Accepted},
		"accepted, another open":       {[]scanner.Check{a, person}, verdicts{a.ID: {checks.Suppressed}, person.ID: {checks.Manual}}, compliance.Open},
		"does not apply":               {[]scanner.Check{a}, verdicts{a.ID: {checks.NotApplicable}}, compliance.Idle},
		"nothing there":                {[]scanner.Check{a}, verdicts{}, compliance.Idle},
		"part of its checks":           {[]scanner.Check{a, person}, verdicts{a.ID: {checks.Pass}, person.ID: {checks.Attested}}, compliance.Met},
		"nothing":                      {nil, verdicts{}, compliance.Unanswered},
		"check of a cloud not scanned": {[]scanner.Check{check("gcp-x-a")}, verdicts{}, compliance.Unanswered},
	} {
		q := requirement(t, scanOf(c.all, c.v), c.all, frameworks.SOC2, cc61)
		if q.Status != c.want {
			t.Errorf("%s: %s (%s), want %s", name, q.Status, q.Why, c.want)
		}
	}
}

// What a scan left out does not count as looked at.
func TestLeftOut(t *testing.T) {
	a, b := check("aws-x-a"), check("aws-x-b")
	pass := map[string][]checks.Verdict{a.ID: {checks.Pass}}
	if q := requirement(t, scanOf([]scanner.Check{a}, pass), []scanner.Check{a, b}, frameworks.SOC2, cc61); q.Status != compliance.Partly {
		t.Errorf("a check was left out: %s (%s)", q.Status, q.Why)
	}
	if q := requirement(t, scanOf(nil, nil), []scanner.Check{a, b}, frameworks.SOC2, cc61); q.Status != compliance.Unanswered || !strings.Contains(q.Why, "left out") {
		t.Errorf("all checks were left out: %s (%s)", q.Status, q.Why)
	}
	// Those of a cloud that is not scanned at all say nothing against it.
	if q := requirement(t, scanOf([]scanner.Check{a}, pass), []scanner.Check{a, check("gcp-x-a")}, frameworks.SOC2, cc61); q.Status != compliance.Met {
		t.Errorf("another cloud's check: %s (%s)", q.Status, q.Why)
	}
	// A cloud that was to be scanned and could not be entered does.
	m := scanOf([]scanner.Check{a, check("gcp-x-a")}, pass)
	m.summary.Unreached = []scanner.Unreached{{Provider: "gcp", Why: "no credentials"}}
	if q := requirement(t, m, m.summary.Checks, frameworks.SOC2, cc61); q.Status != compliance.Unread {
		t.Errorf("a cloud could not be entered: %s (%s)", q.Status, q.Why)
	}
}

func TestOwners(t *testing.T) {
	m := scanOf(nil, nil)
	m.summary.Scopes[0].Models = map[inventory.Model]string{inventory.IaaS: "yes", inventory.SaaS: "no"}
	m.summary.Evidence = []scanner.Said{{Kind: checks.Report, Provider: "aws", Items: make([]checks.Evidence, 3)}}
	q := requirement(t, m, nil, frameworks.ISO27001, "A.7.1")
	if q.Status != compliance.Inherited || q.Owner != checks.Provider || !strings.Contains(q.Why, "3 audit reports") {
		t.Errorf("the provider's own: %+v", q)
	}
	if q := requirement(t, m, nil, frameworks.CISAWS7, "2.1.1"); q.Owner != checks.Customer || q.Status != compliance.Unanswered {
		t.Errorf("a benchmark's: %+v", q)
	}
	// One that is the provider's in SaaS, and shared in IaaS, which is in use.
	for _, r := range frameworks.Catalogue(frameworks.CCM4) {
		if r.Owners[inventory.IaaS] == checks.Shared && r.Owners[inventory.SaaS] == checks.Provider {
			if q := requirement(t, m, nil, frameworks.CCM4, r.ID); q.Owner != checks.Shared || q.Status != compliance.Unanswered {
				t.Errorf("%+v", q)
			}
		}
		if r.Owners[inventory.IaaS] == checks.Provider && r.Owners[inventory.PaaS] == checks.Provider && r.Owners[inventory.SaaS] == checks.Provider {
			if q := requirement(t, m, nil, frameworks.CCM4, r.ID); q.Status != compliance.Inherited {
				t.Errorf("%+v", q)
			}
		}
	}
}

// Met is never said where anything speaks against it, whatever the scan; the
// totals are those of the requirements, and none of them is lost.
func TestLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for range 3000 {
		var all, registry []scanner.Check
		v := map[string][]checks.Verdict{}
		for _, id := range []string{"aws-x-a", "aws-x-b", "aws-manual-p", "gcp-x-a"} {
			c := check(id)
			registry = append(registry, c)
			if r.IntN(4) == 0 {
				continue
			}
			c.Whole = r.IntN(6) > 0
			all = append(all, c)
			if strings.HasPrefix(id, "gcp") {
				continue
			}
			for range r.IntN(3) {
				v[id] = append(v[id], checks.Verdicts[r.IntN(len(checks.Verdicts))])
			}
		}
		a, err := compliance.Read(scanOf(all, v), registry)
		if err != nil {
			t.Fatal(err)
		}
		report := a.Of(frameworks.SOC2)
		n := 0
		for _, q := range report.Requirements {
			if q.ID != cc61 {
				continue
			}
			c := q.Counts
			bad := c[checks.Fail]+c[checks.Unknown]+c[checks.Error]+c[checks.Manual]+c[checks.Suppressed] > 0 || len(q.LeftOut) > 0
			if good := c[checks.Pass]+c[checks.Attested] > 0; q.Status == compliance.Met && (bad || !good) {
				t.Fatalf("met: %+v", q)
			}
			if q.Status == "" || q.Why == "" {
				t.Fatalf("no status or no reason: %+v", q)
			}
		}
		for _, k := range report.Totals {
			n += k
		}
		if n != len(report.Requirements) || n != len(frameworks.Requirements(frameworks.SOC2)) {
			t.Fatalf("%d counted, %d requirements", n, len(report.Requirements))
		}
	}
}

// Names that an account chooses stay text in every format.
func TestHostileNames(t *testing.T) {
	c := check("aws-x-a")
	m := scanOf([]scanner.Check{c}, nil)
	for _, name := range []string{"=1+1", "</script><img src=x onerror=alert(1)>", "\x1b]0;x\a", "a\nb", "\"><b>"} {
		m.findings = append(m.findings, &scanner.Finding{Check: c.ID, Status: checks.Fail, Provider: "aws", Account: "1", Resource: scanner.Resource{FullID: name}, Message: name})
	}
	m.summary.ScanID = "=\x1b[31m<b>"
	m.summary.Scopes[0].Account = "=\x1b[31m<b>"
	a, err := compliance.Read(m, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := a.Of(frameworks.SOC2)
	var b bytes.Buffer
	if err := (compliance.Text{}).Report(&b, r); err != nil || bytes.ContainsAny(b.Bytes(), "\x1b\a") {
		t.Errorf("a terminal obeys %q, %v", b.Bytes(), err)
	}
	b.Reset()
	if err := compliance.HTML(&b, r); err != nil {
		t.Fatal(err)
	}
	for _, markup := range []string{"<img", "<script", "<b>", "onerror=alert(1)>"} {
		if bytes.Contains(b.Bytes(), []byte(markup)) {
			t.Errorf("a name became %s", markup)
		}
	}
	b.Reset()
	if err := compliance.CSV(&b, r); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != len(r.Requirements)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet runs %q", cell)
			}
		}
	}
	b.Reset()
	if err := compliance.JSON(&b, a.All()); err != nil || !json.Valid(b.Bytes()) {
		t.Errorf("no JSON: %v", err)
	}
}
