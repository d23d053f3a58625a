package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestSNI(t *testing.T) {
	with := func(c inventory.Known[cloudfront.Certificate]) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) { d.Certificate = c }))
	}
	checktest.Run(t, SNI, []checktest.Case{
		{Name: "sni", Have: have(sound(nil)), Want: pass},
		{Name: "dedicated", Have: with(inventory.Of(cloudfront.Certificate{Method: "vip"})), Want: fail},
		{Name: "shared certificate", Have: with(inventory.Of(cloudfront.Certificate{Default: true})), Want: skipped},
		{Name: "not said", Have: with(inventory.Of(cloudfront.Certificate{})), Want: unknown},
		{Name: "hidden", Have: with(inventory.Missing[cloudfront.Certificate](checktest.Dark)), Want: unknown},
	})
}
