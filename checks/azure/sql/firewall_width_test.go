package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/ipfirewall"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestFirewallWidth(t *testing.T) {
	checktest.Run(t, FirewallWidth, []checktest.Case{
		{Name: "an office", Have: behind("Enabled", office, azure), Want: []checks.Verdict{checks.Pass}},
		{Name: "no rules", Have: behind("Enabled"), Want: []checks.Verdict{checks.Pass}},
		{Name: "the world", Have: behind("Enabled", office, world), Want: []checks.Verdict{checks.Fail}, Severity: checks.Critical},
		{Name: "a carrier", Have: behind("Enabled", carrier), Want: []checks.Verdict{checks.Fail}, Severity: checks.High},
		{Name: "two ranges that are too much together", Have: behind("Enabled", low, high), Want: []checks.Verdict{checks.Fail}, Severity: checks.High},
		{Name: "the world of a closed server", Have: behind("Disabled", world), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "the world, behind a perimeter", Have: behind("SecuredByPerimeter", world), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "an access unheard of", Have: behind("Odd", world), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(sql.Server{PublicNetwork: inventory.Of("Enabled"), Firewall: hidden[[]ipfirewall.Rule]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden, of a closed server", Have: have(sql.Server{PublicNetwork: inventory.Of("Disabled"), Firewall: hidden[[]ipfirewall.Rule]()}), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
