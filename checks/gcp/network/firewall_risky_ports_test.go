package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestFirewallRiskyPorts(t *testing.T) {
	checktest.Run(t, FirewallRiskyPorts, firewallCases("5432", checks.High))
}
