package cloudsql

import (
	"testing"
	"time"

	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

func TestAuthorizedNetworks(t *testing.T) {
	net := func(cidrs ...string) func(*cloudsql.Instance) {
		return func(i *cloudsql.Instance) {
			var all []cloudsql.Network
			for _, c := range cidrs {
				all = append(all, cloudsql.Network{CIDR: inventory.Of(c)})
			}
			i.Networks = inventory.Of(all)
		}
	}
	with := func(changes ...func(*cloudsql.Instance)) *inventory.Inventory {
		return have(func(i *cloudsql.Instance) {
			for _, c := range changes {
				c(i)
			}
		})
	}
	private := func(i *cloudsql.Instance) { i.PublicIP = inventory.Of(false) }
	connectors := func(i *cloudsql.Instance) { i.Connectors = inventory.Of("REQUIRED") }
	expired := func(at time.Time) func(*cloudsql.Instance) {
		return func(i *cloudsql.Instance) {
			i.Networks = inventory.Of([]cloudsql.Network{{CIDR: inventory.Of("0.0.0.0/0"), Expires: at}})
		}
	}
	hidden := func(i *cloudsql.Instance) {
		i.Networks = inventory.Of([]cloudsql.Network{{CIDR: inventory.Missing[string](checktest.Dark)}, {CIDR: inventory.Of("10.0.0.0/8")}})
	}
	checktest.Run(t, AuthorizedNetworks, []checktest.Case{
		{Name: "none", Have: have(asIs), Want: pass},
		{Name: "some", Have: with(net("198.51.100.0/24", "203.0.113.7")), Want: pass},
		{Name: "all", Have: with(net("198.51.100.0/24", "0.0.0.0/0")), Want: fail},
		{Name: "all in halves", Have: with(net("0.0.0.0/1", "128.0.0.0/1")), Want: fail},
		{Name: "all, of a private instance", Have: with(net("0.0.0.0/0"), private), Want: pass},
		{Name: "all, and connectors alone", Have: with(net("0.0.0.0/0"), connectors), Want: pass},
		{Name: "all, until yesterday", Have: with(expired(inventory.FixtureNow.AddDate(0, 0, -1))), Want: pass},
		{Name: "all, until tomorrow", Have: with(expired(inventory.FixtureNow.AddDate(0, 0, 1))), Want: fail},
		{Name: "odd", Have: with(net("everybody")), Want: unknown},
		{Name: "hidden", Have: with(hidden), Want: unknown},
		{Name: "deleted", Have: with(net("0.0.0.0/0"), func(i *cloudsql.Instance) { i.State = inventory.Of("PENDING_DELETE") }), Want: skip},
	})
}
