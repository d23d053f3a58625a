package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestTLSPolicy(t *testing.T) {
	with := func(c inventory.Known[cloudfront.Certificate], staging bool) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) { d.Certificate, d.Staging = c, inventory.Of(staging) }))
	}
	checktest.Run(t, TLSPolicy, []checktest.Case{
		{Name: "current", Have: have(sound(nil)), Want: pass},
		{Name: "older", Have: with(inventory.Of(cloudfront.Certificate{MinVersion: "TLSv1.2_2018"}), false), Want: fail},
		{Name: "shared certificate", Have: with(inventory.Of(cloudfront.Certificate{Default: true, MinVersion: "TLSv1.2_2021"}), false), Want: fail},
		{Name: "staging", Have: with(inventory.Of(cloudfront.Certificate{Default: true}), true), Want: skipped},
		{Name: "not said", Have: with(inventory.Of(cloudfront.Certificate{}), false), Want: unknown},
		{Name: "hidden", Have: with(inventory.Missing[cloudfront.Certificate](checktest.Dark), false), Want: unknown},
	})
}
