package loadbalancing

import (
	"strings"
	"testing"

	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(kind, path, data string) string {
	return `{"name":"//compute.googleapis.com/projects/` + gcptest.ProjectID + `/` + path + `","assetType":"compute.googleapis.com/` + kind +
		`","ancestors":["projects/` + gcptest.Number + `","` + gcptest.Parent + `"],"resource":{"location":"global","data":` + data + `}}`
}

const (
	urls  = "https://www.googleapis.com/compute/v1/projects/" + gcptest.ProjectID
	named = "//compute.googleapis.com/projects/" + gcptest.Number
)

func TestLoadBalancing(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+strings.Join([]string{
		asset("BackendService", "global/backendServices/shop", `{"loadBalancingScheme":"EXTERNAL_MANAGED","protocol":"HTTPS","logConfig":{"enable":true,"sampleRate":0.5},
			"securityPolicy":"`+urls+`/global/securityPolicies/waf","backends":[{"group":"`+urls+`/zones/z/instanceGroups/g"}]}`),
		asset("RegionBackendService", "regions/r/backendServices/bare", `{}`),
		asset("RegionBackendService", "regions/r/backendServices/off", `{"logConfig":{"enable":false}}`),
		asset("TargetHttpsProxy", "global/targetHttpsProxies/p", `{"sslPolicy":"`+urls+`/global/sslPolicies/s"}`),
		asset("TargetSslProxy", "global/targetSslProxies/q", `{}`),
		asset("SslPolicy", "global/sslPolicies/s", `{"profile":"CUSTOM","minTlsVersion":"TLS_1_2","customFeatures":["A"],"enabledFeatures":["A","B"]}`),
		asset("SslPolicy", "global/sslPolicies/bare", `{}`),
	}, ",")+`]}`, BackendServices, Proxies, SSLPolicies)
	get := func(id string) *BackendService { b, _ := BackendServices.ByID(inv, "", named+id).Peek(); return b }
	shop, bare, off := get("/global/backendServices/shop"), get("/regions/r/backendServices/bare"), get("/regions/r/backendServices/off")
	if on, _ := shop.Logging.Peek(); !on {
		t.Error("the log is not seen")
	}
	if rate, _ := shop.SampleRate.Peek(); rate != 0.5 {
		t.Errorf("a rate of %v", rate)
	}
	if p, _ := shop.Policy.Peek(); p != named+"/global/securityPolicies/waf" {
		t.Errorf("the policy %s", p)
	}
	for _, b := range []*BackendService{bare, off} {
		if on, known := b.Logging.Peek(); on || !known {
			t.Error("a service without logging logs")
		}
		if _, known := b.Scheme.Peek(); known {
			t.Error("a scheme that the answer lacks counts as known")
		}
	}
	var gaps inventory.Gaps
	if got := ServedBy.Get(inv, &gaps, "", named+"/zones/z/instanceGroups/g"); len(got) != 1 || len(gaps) != 0 {
		t.Errorf("served by %v, %v", got, gaps)
	}
	for id, want := range map[string]string{"/global/targetHttpsProxies/p": named + "/global/sslPolicies/s", "/global/targetSslProxies/q": ""} {
		p, _ := Proxies.ByID(inv, "", named+id).Peek()
		if got, known := p.Policy.Peek(); got != want || !known {
			t.Errorf("%s has the policy %q", id, got)
		}
	}
	s, _ := SSLPolicies.ByID(inv, "", named+"/global/sslPolicies/s").Peek()
	if f, _ := s.Features.Peek(); len(f) != 2 {
		t.Errorf("features %v", f)
	}
	s, _ = SSLPolicies.ByID(inv, "", named+"/global/sslPolicies/bare").Peek()
	if _, known := s.Profile.Peek(); known {
		t.Error("a profile that the answer lacks counts as known")
	}
}
