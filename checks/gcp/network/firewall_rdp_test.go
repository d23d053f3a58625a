package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestFirewallRDP(t *testing.T) {
	checktest.Run(t, FirewallRDP, firewallCases("3389", checks.High))
}
