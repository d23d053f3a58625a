package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestViewerHTTPS(t *testing.T) {
	with := func(protocols ...inventory.Known[string]) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) {
			var all []cloudfront.Behavior
			for _, k := range protocols {
				all = append(all, cloudfront.Behavior{Path: "*", Target: "site", ViewerProtocol: k})
			}
			d.Behaviors = inventory.Of(all)
		}))
	}
	hidden := inventory.Missing[string](checktest.Dark)
	checktest.Run(t, ViewerHTTPS, []checktest.Case{
		{Name: "redirect", Have: with(inventory.Of("redirect-to-https"), inventory.Of("https-only")), Want: pass},
		{Name: "a second behavior lets HTTP in", Have: with(inventory.Of("https-only"), inventory.Of("allow-all")), Want: fail},
		{Name: "one seen open, one hidden", Have: with(hidden, inventory.Of("allow-all")), Want: fail},
		{Name: "one hidden", Have: with(inventory.Of("https-only"), hidden), Want: unknown},
		{Name: "not listed", Want: unknown, Have: unlisted()},
	})
}
