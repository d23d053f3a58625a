package explain

import (
	"iter"
	"strings"
	"testing"
	"time"

	"demarc/checks"
	"demarc/providers/inventory"
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

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func cluster() made {
	f := func(check string, area checks.Area, owner checks.Owner, status checks.Verdict) *scanner.Finding {
		return &scanner.Finding{
			Check: check, Area: area, ServiceModel: inventory.PaaS, Owner: owner, Status: status, Severity: checks.High, Message: "said\nof it",
			Provider: "azure", Account: "sub", Region: "westeurope",
			Resource: scanner.Resource{ID: "c1", FullID: "/subscriptions/sub/c1", Name: "c1", Type: "azure.aks.Cluster", Region: "westeurope"},
		}
	}
	return made{
		summary: scanner.Summary{Start: noon, Checks: []scanner.Check{{ID: "azure-aks-private", Service: "aks"}}},
		findings: []*scanner.Finding{
			f("azure-aks-private", checks.Network, checks.Shared, checks.Fail),
			f("azure-aks-nodes", checks.OS, checks.Customer, checks.Unknown),
			f("azure-aks-rbac", checks.Identity, checks.Customer, checks.Pass),
		},
	}
}

// A resource has a layer for every area, from the ground up; an owner that was
// worked out for it counts over that of its service model.
func TestFindResource(t *testing.T) {
	got, err := Find(cluster(), "c1")
	if err != nil || len(got) != 1 || len(got[0].Layers) != len(checks.Areas) || got[0].Layers[0].Area != checks.Facilities {
		t.Fatalf("%+v, %v", got, err)
	}
	for _, l := range got[0].Layers {
		want := checks.OwnerOf(l.Area, inventory.PaaS)
		if l.Area == checks.OS {
			want = checks.Customer
		}
		if l.Owner != want || len(l.Words) == 0 {
			t.Errorf("%s is the %s's by %v", l.Area, l.Owner, l.Words)
		}
	}
	var text strings.Builder
	if err := got[0].Write(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"c1: azure.aks.Cluster, paas, account sub, westeurope", "1 could not be read", "inherited", "Microsoft: Network controls is shared", "said of it"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("lacks %q:\n%s", want, text.String())
		}
	}
}

func TestFindOthers(t *testing.T) {
	for name, kind := range map[string]string{"aks": "service", "network": "area", "/subscriptions/sub/c1": "resource"} {
		if got, err := Find(cluster(), name); err != nil || got[0].Kind != kind {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	if _, err := Find(cluster(), "c2"); err == nil {
		t.Error("a name that the scan does not know is no error")
	}
}

// The provider's events count where and when they were open; what was not read
// is said, and never taken for none.
func TestHandover(t *testing.T) {
	m := cluster()
	subject := func() Subject {
		got, err := Find(m, "c1")
		if err != nil {
			t.Fatal(err)
		}
		return got[0]
	}
	text := func(at time.Time) string {
		var b strings.Builder
		if err := HandoverOf(subject(), &m.summary, at).Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if got := text(noon); !strings.Contains(got, "not read: the scan did not ask for them") {
		t.Error(got)
	}
	said := scanner.Said{Kind: checks.Event, Provider: "azure", Account: "sub", Read: noon, Items: []checks.Evidence{
		{ID: "here", Date: noon.Add(-time.Hour).Format(time.RFC3339), Region: "westeurope"},
		{ID: "elsewhere", Date: noon.Add(-time.Hour).Format(time.RFC3339), Region: "eastus"},
		{ID: "everywhere", Date: noon.Add(-time.Hour).Format(time.RFC3339)},
		{ID: "over", Date: noon.Add(-2 * time.Hour).Format(time.RFC3339), Until: noon.Add(-time.Hour).Format(time.RFC3339), Region: "westeurope"},
		{ID: "later", Date: noon.Add(time.Hour).Format(time.RFC3339), Region: "westeurope"},
	}}
	m.summary.Evidence = []scanner.Said{said}
	got := text(noon)
	for id, want := range map[string]bool{"here": true, "everywhere": true, "elsewhere": false, "over": false, "later": false} {
		if strings.Contains(got, "its event "+id+":") != want {
			t.Errorf("%s: want %v in\n%s", id, want, got)
		}
	}
	said.Items, said.Gaps = nil, []inventory.Gap{{Reason: inventory.Denied, Call: "Health"}}
	m.summary.Evidence = []scanner.Said{said}
	if got := text(noon); !strings.Contains(got, "not read: denied at Health") || strings.Contains(got, "none was open") {
		t.Error(got)
	}
	other := said
	other.Account, other.Gaps = "sub-2", nil
	m.summary.Evidence = []scanner.Said{other}
	if got := text(noon); !strings.Contains(got, "not read: the scan did not ask for them") {
		t.Errorf("what another account was told counts here:\n%s", got)
	}
	said.Gaps = nil
	m.summary.Evidence = []scanner.Said{said}
	if got := text(noon); !strings.Contains(got, "none was open here when they were read, 2026-11-24T12:00:00Z") {
		t.Error(got)
	}
}
