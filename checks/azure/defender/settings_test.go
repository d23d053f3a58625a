package defender

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/defender"
	"demarc/providers/inventory"
)

func TestSettings(t *testing.T) {
	for c, name := range map[*checks.Check]string{CloudApps: "MCAS", EndpointIntegration: "WDATP"} {
		t.Run(c.ID, func(t *testing.T) {
			have := func(name string, on inventory.Known[bool]) *inventory.Inventory {
				return subscription(func(s *defender.Subscription) {
					s.Settings = inventory.Of([]defender.Setting{{Name: "Sentinel", Enabled: inventory.Of(true)}, {Name: name, Enabled: on}})
				})
			}
			checktest.Run(t, c, []checktest.Case{
				{Name: "on", Have: have(name, inventory.Of(true)), Want: pass},
				{Name: "off", Have: have(name, inventory.Of(false)), Want: fail},
				{Name: "not set up", Have: have("WDATP_UNIFIED_SOLUTION", inventory.Of(true)), Want: fail},
				{Name: "not answered", Have: have(name, dark[bool]()), Want: unknown},
				{Name: "hidden", Have: subscription(func(s *defender.Subscription) { s.Settings = dark[[]defender.Setting]() }), Want: unknown},
			})
		})
	}
}
