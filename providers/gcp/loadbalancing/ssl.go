package loadbalancing

import (
	"demarc/providers/gcp"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// A Proxy ends the TLS of a load balancer: a target HTTPS proxy or a target
// SSL proxy.
type Proxy struct {
	inventory.Resource
	Policy inventory.Known[string] // the full name of its SSL policy; "" for the default of Google Cloud
}

type proxyJSON struct {
	SSLPolicy string `json:"sslPolicy"`
}

var (
	httpsProxyQuery = gcp.Resources("compute.googleapis.com/TargetHttpsProxy")
	sslProxyQuery   = gcp.Resources("compute.googleapis.com/TargetSslProxy")
)

// Proxies lists the proxies of a project. "If not set, the TargetHttpsProxy
// resource has no SSL policy configured."
var Proxies = &inventory.Type[Proxy]{
	Kind: "gcp.loadbalancing.Proxy", Level: inventory.AtAccount, Model: inventory.IaaS, Workload: true, Uses: compute.Uses(httpsProxyQuery, sslProxyQuery),
	List: compute.List(func(h compute.Home, r inventory.Resource, j proxyJSON) *Proxy {
		return &Proxy{Resource: r, Policy: inventory.Of(h.Ref(j.SSLPolicy))}
	}, httpsProxyQuery, sslProxyQuery),
}

// An SSLPolicy says which versions of TLS and which cipher suites proxies take.
type SSLPolicy struct {
	inventory.Resource
	Profile    inventory.Known[string] // "COMPATIBLE", "MODERN", "RESTRICTED", "FIPS_202205", "CUSTOM"
	MinVersion inventory.Known[string] // "TLS_1_0", …
	Features   inventory.Known[[]string]
}

type policyJSON struct {
	Profile    *string   `json:"profile"`
	MinVersion *string   `json:"minTlsVersion"`
	Enabled    *[]string `json:"enabledFeatures"`
	Custom     *[]string `json:"customFeatures"`
}

var policyQuery = gcp.Resources("compute.googleapis.com/SslPolicy")

// SSLPolicies lists the SSL policies of a project.
var SSLPolicies = &inventory.Type[SSLPolicy]{
	Kind: "gcp.loadbalancing.SSLPolicy", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: compute.Uses(policyQuery),
	List: compute.List(func(_ compute.Home, r inventory.Resource, j policyJSON) *SSLPolicy {
		const asked = "Cloud Asset Inventory compute.googleapis.com/SslPolicy"
		return &SSLPolicy{
			Resource:   r,
			Profile:    inventory.FromPtr(j.Profile, inventory.Unanswered[string](asked, "profile")),
			MinVersion: inventory.FromPtr(j.MinVersion, inventory.Unanswered[string](asked, "minTlsVersion")),
			Features:   inventory.FromPtr(j.Enabled, inventory.FromPtr(j.Custom, inventory.Unanswered[[]string](asked, "enabledFeatures"))),
		}
	}, policyQuery),
}
