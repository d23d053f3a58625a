package loadbalancing

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/loadbalancing"
	"demarc/providers/inventory"
)

func TestProxySSLPolicy(t *testing.T) {
	proxy := inventory.Rows(loadbalancing.Proxies, &loadbalancing.Proxy{Resource: inventory.Resource{ID: "x"}, Policy: inventory.Of("//s")})
	policy := func(profile, version string, features ...string) inventory.Part {
		return inventory.Rows(loadbalancing.SSLPolicies, &loadbalancing.SSLPolicy{
			Resource: inventory.Resource{ID: "s", Full: "//s"}, Profile: inventory.Of(profile), MinVersion: inventory.Of(version), Features: inventory.Of(features),
		})
	}
	checktest.Run(t, ProxySSLPolicy, []checktest.Case{
		is("modern", checks.Pass, proxy, policy("MODERN", "TLS_1_2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
		is("restricted", checks.Pass, proxy, policy("RESTRICTED", "TLS_1_0", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
		is("FIPS", checks.Pass, proxy, policy("FIPS_202205", "TLS_1_2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
		is("custom", checks.Pass, proxy, policy("CUSTOM", "TLS_1_2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
		is("the default", checks.Fail, inventory.Rows(loadbalancing.Proxies, &loadbalancing.Proxy{Resource: inventory.Resource{ID: "x"}, Policy: inventory.Of("")}), inventory.Rows(loadbalancing.SSLPolicies)),
		is("compatible", checks.Fail, proxy, policy("COMPATIBLE", "TLS_1_2", "TLS_RSA_WITH_AES_128_GCM_SHA256")),
		is("modern, from TLS 1.0", checks.Fail, proxy, policy("MODERN", "TLS_1_0", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
		is("custom with a weak suite", checks.Fail, proxy, policy("CUSTOM", "TLS_1_2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256")),
		is("custom, from TLS 1.1", checks.Fail, proxy, policy("CUSTOM", "TLS_1_1", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
		is("another profile", checks.Unknown, proxy, policy("QUANTUM", "TLS_1_3", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
		is("another version", checks.Unknown, proxy, policy("MODERN", "TLS_1_4", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
		is("a policy that is not listed", checks.Unknown, proxy, inventory.Rows(loadbalancing.SSLPolicies)),
		is("hidden", checks.Unknown, proxy, inventory.Unlisted(loadbalancing.SSLPolicies, "", checktest.Dark)),
	})
}
