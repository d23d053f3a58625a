package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/ipfirewall"
	"demarc/providers/azure/postgresql"
)

func TestFirewallAzureServices(t *testing.T) {
	office := ipfirewall.Rule{Name: "office", Start: "198.51.100.0", End: "198.51.100.255"}
	azure := ipfirewall.Rule{Name: "AllowAllAzureServicesAndResourcesWithinAzureIps", Start: "0.0.0.0", End: "0.0.0.0"}
	checktest.Run(t, FirewallAzureServices, []checktest.Case{
		{Name: "an office", Have: behind("Enabled", office), Want: []checks.Verdict{checks.Pass}},
		{Name: "open", Have: behind("Enabled", office, azure), Want: []checks.Verdict{checks.Fail}},
		{Name: "open and private", Have: behind("Disabled", azure), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(postgresql.Server{Common: public("Enabled"), Firewall: hidden[[]ipfirewall.Rule]()}), Want: []checks.Verdict{checks.Unknown}},
	})
}
