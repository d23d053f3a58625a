package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/ipfirewall"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestFirewallAzureServices(t *testing.T) {
	checktest.Run(t, FirewallAzureServices, []checktest.Case{
		{Name: "an office", Have: behind("Enabled", office), Want: []checks.Verdict{checks.Pass}},
		{Name: "open", Have: behind("Enabled", office, azure), Want: []checks.Verdict{checks.Fail}},
		{Name: "open and closed", Have: behind("Disabled", azure), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "the access hidden", Have: have(sql.Server{PublicNetwork: hidden[string](), Firewall: inventory.Of([]ipfirewall.Rule{azure})}), Want: []checks.Verdict{checks.Unknown}},
	})
}
