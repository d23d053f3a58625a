package network

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/network"
)

func TestHierarchicalPolicyAdminPorts(t *testing.T) {
	checktest.Run(t, HierarchicalPolicyAdminPorts, policyCases(network.HierarchicalPolicies))
}
