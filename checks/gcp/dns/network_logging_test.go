package dns

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/dns"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

func TestNetworkLogging(t *testing.T) {
	in := inventory.Rows(network.Networks, &network.Network{Resource: inventory.Resource{ID: "n", Full: "//n"}})
	one := func(id string, on inventory.Known[bool], networks ...string) *dns.Policy {
		return &dns.Policy{Resource: inventory.Resource{ID: id}, Logging: on, Networks: inventory.Of(networks)}
	}
	policy := func(on inventory.Known[bool], networks ...string) inventory.Part {
		return inventory.Rows(dns.Policies, one("p", on, networks...))
	}
	checktest.Run(t, NetworkLogging, []checktest.Case{
		is("on", checks.Pass, in, policy(inventory.Of(true), "//n")),
		is("on by one of two", checks.Pass, in, inventory.Rows(dns.Policies, one("a", inventory.Of(false), "//n"), one("b", inventory.Of(true), "//m", "//n"))),
		is("off", checks.Fail, in, policy(inventory.Of(false), "//n")),
		is("of another network", checks.Fail, in, policy(inventory.Of(true), "//m")),
		is("no policy", checks.Fail, in, inventory.Rows(dns.Policies)),
		is("hidden", checks.Unknown, in, policy(inventory.Missing[bool](checktest.Dark), "//n")),
	})
}
