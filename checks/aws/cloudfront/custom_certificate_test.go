package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestCustomCertificate(t *testing.T) {
	with := func(c inventory.Known[cloudfront.Certificate], staging, tenants bool) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) {
			d.Certificate, d.Staging, d.MultiTenant = c, inventory.Of(staging), inventory.Of(tenants)
		}))
	}
	shared := inventory.Of(cloudfront.Certificate{Default: true, MinVersion: "TLSv1"})
	checktest.Run(t, CustomCertificate, []checktest.Case{
		{Name: "own", Have: have(sound(nil)), Want: pass},
		{Name: "shared", Have: with(shared, false, false), Want: fail},
		{Name: "staging", Have: with(shared, true, false), Want: skipped},
		{Name: "multi-tenant", Have: with(shared, false, true), Want: skipped},
		{Name: "hidden", Have: with(inventory.Missing[cloudfront.Certificate](checktest.Dark), false, false), Want: unknown},
	})
}
