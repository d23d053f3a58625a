package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestOriginFailover(t *testing.T) {
	with := func(target string, groups inventory.Known[[]cloudfront.OriginGroup]) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) {
			d.Groups = groups
			d.Behaviors = inventory.Of([]cloudfront.Behavior{{Path: "*", Target: target, ViewerProtocol: inventory.Of("https-only")}})
		}))
	}
	two := inventory.Of([]cloudfront.OriginGroup{{ID: "g", Origins: []string{"a", "b"}}})
	checktest.Run(t, OriginFailover, []checktest.Case{
		{Name: "group in use", Have: with("g", two), Want: pass},
		{Name: "group that nothing goes to", Have: with("a", two), Want: fail},
		{Name: "no group", Have: with("a", inventory.Of[[]cloudfront.OriginGroup](nil)), Want: fail},
		{Name: "hidden", Have: with("a", inventory.Missing[[]cloudfront.OriginGroup](checktest.Dark)), Want: unknown},
	})
}
