package dns

import (
	"strings"
	"testing"

	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(kind, path, data string) string {
	return `{"name":"//dns.googleapis.com/projects/` + gcptest.ProjectID + `/` + path + `","assetType":"dns.googleapis.com/` + kind +
		`","ancestors":["projects/` + gcptest.Number + `","` + gcptest.Parent + `"],"resource":{"location":"global","data":` + data + `}}`
}

func TestDNS(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+strings.Join([]string{
		asset("ManagedZone", "managedZones/shop", `{"visibility":"PUBLIC","dnssecConfig":{"state":"ON","defaultKeySpecs":[{"keyType":"keySigning","algorithm":"RSASHA1"},{"keyType":"zoneSigning","algorithm":"rsasha256"}]}}`),
		asset("ManagedZone", "managedZones/inner", `{"visibility":"private"}`),
		asset("ManagedZone", "managedZones/bare", `{"dnssecConfig":{}}`),
		asset("Policy", "policies/logs", `{"enableLogging":true,"networks":[{"networkUrl":"https://www.googleapis.com/compute/v1/projects/`+gcptest.ProjectID+`/global/networks/n"}]}`),
		asset("Policy", "policies/none", `{}`),
	}, ",")+`]}`, ManagedZones, Policies)
	var gaps inventory.Gaps
	zones := map[string]*ManagedZone{}
	for z := range ManagedZones.All(inv, &gaps) {
		zones[z.ID] = z
	}
	if len(zones) != 3 || len(gaps) != 0 {
		t.Fatalf("%d zones, %v", len(zones), gaps)
	}
	if s, _ := zones["shop"].DNSSEC.Peek(); s != "on" {
		t.Errorf("DNSSEC is %q", s)
	}
	if k, _ := zones["shop"].Keys.Peek(); len(k) != 2 || k[0] != (Key{"keySigning", "rsasha1"}) {
		t.Errorf("keys %v", k)
	}
	private, _ := zones["inner"].Private.Peek()
	public, _ := zones["shop"].Private.Peek()
	if !private || public {
		t.Errorf("private: %v, %v", private, public)
	}
	if s, known := zones["inner"].DNSSEC.Peek(); s != "off" || !known {
		t.Errorf("a zone that was never signed: %q", s)
	}
	if _, known := zones["bare"].DNSSEC.Peek(); known {
		t.Error("a state that the answer lacks counts as known")
	}
	if _, known := zones["bare"].Keys.Peek(); known {
		t.Error("keys that the answer lacks count as known")
	}
	got := Of.Get(inv, &gaps, "", "//compute.googleapis.com/projects/"+gcptest.Number+"/global/networks/n")
	if len(got) != 1 || got[0].ID != "logs" {
		t.Errorf("policies %v", got)
	}
	none, _ := Policies.ByID(inv, "", "//dns.googleapis.com/projects/"+gcptest.Number+"/policies/none").Peek()
	if on, known := none.Logging.Peek(); on || !known {
		t.Error("a policy that says nothing of logs writes them")
	}
}
