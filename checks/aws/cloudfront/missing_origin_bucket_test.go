package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestMissingOriginBucket(t *testing.T) {
	bucket := func(exists inventory.Known[bool]) inventory.Part {
		return inventory.Rows(cloudfront.OriginBuckets, &cloudfront.OriginBucket{Resource: inventory.Resource{ID: "site"}, Exists: exists})
	}
	website := sound(func(d *cloudfront.Distribution) {
		o := server("web", "http-only")
		o.Domain = "site.s3-website.eu-central-1.amazonaws.com"
		d.Origins = inventory.Of([]cloudfront.Origin{o})
	})
	other := sound(func(d *cloudfront.Distribution) {
		d.Origins = inventory.Of([]cloudfront.Origin{server("web", "https-only")})
	})
	checktest.Run(t, MissingOriginBucket, []checktest.Case{
		{Name: "exists", Have: have(sound(nil), bucket(inventory.Of(true))), Want: pass},
		{Name: "missing", Have: have(sound(nil), bucket(inventory.Of(false))), Want: fail},
		{Name: "website of a missing bucket", Have: have(website, bucket(inventory.Of(false))), Want: fail},
		{Name: "no bucket", Have: have(other, bucket(inventory.Of(true))), Want: skipped},
		{Name: "hidden", Have: have(sound(nil), bucket(inventory.Missing[bool](checktest.Dark))), Want: unknown},
	})
}
