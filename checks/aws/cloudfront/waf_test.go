package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestWAF(t *testing.T) {
	with := func(acl inventory.Known[string], tenants bool) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) { d.WebACL, d.MultiTenant = acl, inventory.Of(tenants) }))
	}
	checktest.Run(t, WAF, []checktest.Case{
		{Name: "protected", Have: have(sound(nil)), Want: pass},
		{Name: "not protected", Have: with(inventory.Of(""), false), Want: fail},
		{Name: "tenants may be", Have: with(inventory.Of(""), true), Want: unknown},
		{Name: "hidden", Have: with(inventory.Missing[string](checktest.Dark), false), Want: unknown},
	})
}
