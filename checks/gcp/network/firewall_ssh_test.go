package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestFirewallSSH(t *testing.T) {
	checktest.Run(t, FirewallSSH, firewallCases("22", checks.High))
}
