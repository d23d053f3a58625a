package mysql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/ipfirewall"
	"demarc/providers/azure/mysql"
)

func TestFirewallWidth(t *testing.T) {
	office := ipfirewall.Rule{Name: "office", Start: "198.51.100.0", End: "198.51.100.255"}
	world := ipfirewall.Rule{Name: "all", Start: "0.0.0.0", End: "255.255.255.255"}
	carrier := ipfirewall.Rule{Name: "carrier", Start: "20.0.0.0", End: "20.15.255.255"}
	checktest.Run(t, FirewallWidth, []checktest.Case{
		{Name: "an office", Have: behind("Enabled", office), Want: []checks.Verdict{checks.Pass}},
		{Name: "the world", Have: behind("Enabled", office, world), Want: []checks.Verdict{checks.Fail}, Severity: checks.Critical},
		{Name: "a carrier", Have: behind("Enabled", carrier), Want: []checks.Verdict{checks.Fail}, Severity: checks.High},
		{Name: "the world of a private server", Have: behind("Disabled", world), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(mysql.Server{Common: public("Enabled"), Firewall: hidden[[]ipfirewall.Rule]()}), Want: []checks.Verdict{checks.Unknown}},
	})
}
