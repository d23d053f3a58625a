package network

import (
	"maps"
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// weakTLS are the versions that RFC 8996 has put out of use.
var weakTLS = []string{"TLSv1_0", "TLSv1_1"}

// strongTLS are the versions that may stay.
var strongTLS = []string{"TLSv1_2", "TLSv1_3"}

// ApplicationGatewayTLS asks that application gateways refuse old versions of TLS.
var ApplicationGatewayTLS = &checks.Check{
	ID:       "azure-network-application-gateway-tls",
	Title:    "Application gateways take TLS 1.2 or later only",
	Why:      "TLS 1.0 and 1.1 are broken: who sits on the way can make both sides fall back to them and read along.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Application gateways > the gateway > Settings > Listeners > SSL Policy > Change: a policy with the minimum TLSv1_2.",
		CLI:       "az network application-gateway ssl-policy set --resource-group <group> --gateway-name <gateway> --policy-type Predefined --name AppGwSslPolicy20220101",
		Terraform: "resource \"azurerm_application_gateway\" \"example\" {\n  ssl_policy {\n    policy_type = \"Predefined\"\n    policy_name = \"AppGwSslPolicy20220101\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.12"}},
	Link:     "https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview",
	Needs:    []inventory.Source{network.ApplicationGateways},
	Run: checks.Each(network.ApplicationGateways, func(p *checks.Probe, g *network.ApplicationGateway) {
		listeners, ok := g.Listeners.Get(p)
		if !ok {
			return
		}
		encrypted := false
		weak := map[string]bool{}
		for _, l := range listeners {
			// Where it is not known whether a listener has TLS, its version may not matter.
			protocol, known := l.Protocol.Get(p)
			if !known || protocol != "https" && protocol != "tls" {
				continue
			}
			encrypted = true
			version, known := l.MinimumTLS.Get(p)
			switch {
			case !known || slices.Contains(strongTLS, version):
			case slices.Contains(weakTLS, version):
				weak[version] = true
			default:
				p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the TLS version " + version + " is not a known one"})
			}
		}
		if !encrypted {
			p.Skipf("the gateway has no TLS listener")
			return
		}
		if versions := slices.Sorted(maps.Keys(weak)); len(versions) > 0 {
			p.Evidence("minProtocolVersion", some(versions))
			p.Failf("the gateway takes %s", some(versions))
		}
	}),
}
