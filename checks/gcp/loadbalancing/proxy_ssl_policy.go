package loadbalancing

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/loadbalancing"
	"demarc/providers/inventory"
)

// weakSuites exchange keys by RSA, without forward secrecy, or encrypt with
// 3DES ("SSL policies overview": what MODERN leaves out).
var weakSuites = []string{
	"TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
}

// judgePolicy reports what a policy takes. RESTRICTED and the FIPS profile take
// TLS 1.2 or later and no weak suite whatever version the policy names.
func judgePolicy(p *checks.Probe, policy *loadbalancing.SSLPolicy) {
	profile, ok := policy.Profile.Get(p)
	if !ok || profile == "RESTRICTED" || profile == "FIPS_202205" {
		return
	}
	version, known := policy.MinVersion.Get(p)
	old := known && (version == "TLS_1_0" || version == "TLS_1_1")
	features, read := policy.Features.Get(p)
	p.Evidence("sslPolicy", policy.ID)
	p.Evidence("profile", profile)
	switch profile {
	case "COMPATIBLE":
		p.Failf("the SSL policy %s is COMPATIBLE, which takes weak cipher suites", policy.ID)
	case "MODERN", "CUSTOM":
		var weak []string
		for _, f := range features {
			if slices.Contains(weakSuites, f) {
				weak = append(weak, f)
			}
		}
		if read && profile == "CUSTOM" && len(weak) > 0 {
			p.Evidence("weak", weak)
			p.Failf("the SSL policy %s takes weak cipher suites", policy.ID)
		}
		if old {
			p.Evidence("minTlsVersion", version)
			p.Failf("the SSL policy %s takes %s", policy.ID, version)
		} else if known && version != "TLS_1_2" && version != "TLS_1_3" {
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the TLS version " + version + " is not a known one"})
		}
	default:
		p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the profile " + profile + " is not a known one"})
	}
}

// ProxySSLPolicy asks that load balancers refuse weak TLS.
var ProxySSLPolicy = &checks.Check{
	ID:       "gcp-loadbalancing-proxy-ssl-policy",
	Title:    "SSL policies of load balancers refuse weak cipher suites and TLS before 1.2",
	Why:      "What was recorded of a connection without forward secrecy is readable to whoever gets the key later; old versions of TLS and their suites are broken. The default policy takes them all.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Network Security > SSL policies > Create policy: Minimum TLS version 1.2, Profile Modern or Restricted; apply it to the load balancer's target proxy.",
		CLI:       "gcloud compute target-https-proxies update <proxy> --ssl-policy=<policy>",
		Terraform: "resource \"google_compute_ssl_policy\" \"example\" {\n  name            = \"example\"\n  profile         = \"MODERN\"\n  min_tls_version = \"TLS_1_2\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.11"}},
	Link:     "https://cloud.google.com/load-balancing/docs/ssl-policies-concepts",
	Needs:    []inventory.Source{loadbalancing.Proxies, loadbalancing.SSLPolicies},
	Run: checks.Each(loadbalancing.Proxies, func(p *checks.Probe, x *loadbalancing.Proxy) {
		id, ok := x.Policy.Get(p)
		if !ok {
			return
		}
		if id == "" {
			// "If you don't set an SSL policy …, the load balancer uses the default
			// SSL policy", which is COMPATIBLE from TLS 1.0 on ("SSL policies
			// overview").
			p.Evidence("sslPolicy", "")
			p.Failf("the default SSL policy takes TLS 1.0 and weak cipher suites")
			return
		}
		policy, ok := loadbalancing.SSLPolicies.ByID(p.Inv, "", id).Get(p)
		switch {
		case !ok:
		case policy == nil: // it is there, for the proxy has it
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the SSL policy " + compute.Last(id) + " is not listed"})
		default:
			judgePolicy(p, policy)
		}
	}),
}
