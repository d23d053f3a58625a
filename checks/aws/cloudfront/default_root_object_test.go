package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestDefaultRootObject(t *testing.T) {
	checktest.Run(t, DefaultRootObject, []checktest.Case{
		{Name: "set", Have: have(sound(nil)), Want: pass},
		{Name: "not set", Want: fail, Have: have(sound(func(d *cloudfront.Distribution) { d.Config = inventory.Of(cloudfront.Config{}) }))},
		{Name: "no bucket behind it", Want: skipped, Have: have(sound(func(d *cloudfront.Distribution) {
			d.Origins = inventory.Of([]cloudfront.Origin{server("web", "https-only", "TLSv1.2")})
			d.Config = inventory.Of(cloudfront.Config{})
		}))},
		{Name: "hidden", Want: unknown, Have: have(sound(func(d *cloudfront.Distribution) {
			d.Config = inventory.Missing[cloudfront.Config](checktest.Dark)
		}))},
		{Name: "not listed", Want: unknown, Have: unlisted()},
	})
}
