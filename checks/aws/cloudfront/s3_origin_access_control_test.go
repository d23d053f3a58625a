package cloudfront

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func controls(signing inventory.Known[string]) inventory.Part {
	return inventory.Rows(cloudfront.AccessControls, &cloudfront.AccessControl{Resource: inventory.Resource{ID: "oac"}, Signing: signing})
}

func TestS3OriginAccessControl(t *testing.T) {
	with := func(o cloudfront.Origin, signing inventory.Known[string]) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) { d.Origins = inventory.Of([]cloudfront.Origin{o}) }), controls(signing))
	}
	always := inventory.Of("always")
	older := bucketOrigin("site", "")
	older.AccessIdentity = "origin-access-identity/cloudfront/E0"
	checktest.Run(t, S3OriginAccessControl, []checktest.Case{
		{Name: "signed", Have: with(bucketOrigin("site", "oac"), always), Want: pass},
		{Name: "nothing", Have: with(bucketOrigin("site", ""), always), Want: fail, Severity: checks.Medium},
		{Name: "access identity", Have: with(older, always), Want: fail, Severity: checks.Low},
		{Name: "never signs", Have: with(bucketOrigin("site", "oac"), inventory.Of("never")), Want: fail},
		{Name: "no bucket", Have: with(server("web", "https-only"), always), Want: skipped},
		{Name: "hidden", Have: with(bucketOrigin("site", "oac"), inventory.Missing[string](checktest.Dark)), Want: unknown},
		{Name: "a control that is not in the list", Have: with(bucketOrigin("site", "other"), always), Want: unknown},
	})
}
