package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestAuthorizedNetworks(t *testing.T) {
	with := func(public, only bool, nets ...string) *inventory.Inventory {
		return have(func(c *gke.Cluster) {
			c.PublicEndpoint, c.Authorized, c.Networks = inventory.Of(public), inventory.Of(only), inventory.Of(nets)
		})
	}
	checktest.Run(t, AuthorizedNetworks, []checktest.Case{
		{Name: "open", Have: with(true, false), Want: fail},
		{Name: "some", Have: with(true, true, "198.51.100.0/24", "2001:db8::/32"), Want: pass},
		{Name: "none at all", Have: with(true, true), Want: pass},
		{Name: "everybody", Have: with(true, true, "198.51.100.0/24", "0.0.0.0/0"), Want: fail},
		{Name: "everybody in halves", Have: with(true, true, "128.0.0.0/1"), Want: fail},
		{Name: "odd", Have: with(true, true, "office"), Want: unknown},
		{Name: "private", Have: with(false, false), Want: skip},
		{Name: "hidden", Have: have(func(c *gke.Cluster) { c.PublicEndpoint, c.Authorized = inventory.Of(true), dark[bool]() }), Want: unknown},
		{Name: "being deleted", Have: have(func(c *gke.Cluster) {
			c.PublicEndpoint, c.Authorized, c.Status = inventory.Of(true), inventory.Of(false), inventory.Of("STOPPING")
		}), Want: skip},
	})
}
