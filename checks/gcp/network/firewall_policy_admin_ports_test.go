package network

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/network"
)

func TestFirewallPolicyAdminPorts(t *testing.T) {
	checktest.Run(t, FirewallPolicyAdminPorts, policyCases(network.FirewallPolicies))
}
