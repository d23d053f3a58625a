package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestFirewallAllPorts(t *testing.T) {
	checktest.Run(t, FirewallAllPorts, append(firewallCases("0-65535", checks.Critical), is("all but one", checks.Pass, append(around(), rules(firewall("a", rule("2-65535"))))...)))
}
