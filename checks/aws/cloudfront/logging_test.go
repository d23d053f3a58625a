package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestDistributionLogging(t *testing.T) {
	with := func(c inventory.Known[cloudfront.Config], to inventory.Known[[]string]) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) { d.Config, d.Deliveries = c, to }))
	}
	off, none := inventory.Of(cloudfront.Config{}), inventory.Of[[]string](nil)
	legacy, v2 := inventory.Of(cloudfront.Config{LogBucket: "logs.s3.amazonaws.com"}), inventory.Of([]string{"arn:aws:logs:us-east-1:111122223333:delivery-destination:logs"})
	dark, darker := inventory.Missing[cloudfront.Config](checktest.Dark), inventory.Missing[[]string](checktest.Dark)
	checktest.Run(t, DistributionLogging, []checktest.Case{
		{Name: "legacy", Have: with(legacy, none), Want: pass},
		{Name: "v2", Have: with(off, v2), Want: pass},
		{Name: "v2, legacy hidden", Have: with(dark, v2), Want: pass},
		{Name: "legacy, v2 hidden", Have: with(legacy, darker), Want: pass},
		{Name: "neither", Have: with(off, none), Want: fail},
		{Name: "legacy off, v2 hidden", Have: with(off, darker), Want: unknown},
	})
}
