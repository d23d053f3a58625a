package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestKeyGroups(t *testing.T) {
	with := func(bs inventory.Known[[]cloudfront.Behavior]) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) { d.Behaviors = bs }))
	}
	https := inventory.Of("https-only")
	open := cloudfront.Behavior{Path: "*", Target: "site", ViewerProtocol: https}
	groups := cloudfront.Behavior{Path: "/paid/*", Target: "site", ViewerProtocol: https, KeyGroups: 1}
	signers := cloudfront.Behavior{Path: "/old/*", Target: "site", ViewerProtocol: https, Signers: 1}
	checktest.Run(t, KeyGroups, []checktest.Case{
		{Name: "key groups", Have: with(inventory.Of([]cloudfront.Behavior{open, groups})), Want: pass},
		{Name: "signers too", Have: with(inventory.Of([]cloudfront.Behavior{open, groups, signers})), Want: fail},
		{Name: "open", Have: with(inventory.Of([]cloudfront.Behavior{open})), Want: skipped},
		{Name: "hidden", Have: with(inventory.Missing[[]cloudfront.Behavior](checktest.Dark)), Want: unknown},
	})
}
