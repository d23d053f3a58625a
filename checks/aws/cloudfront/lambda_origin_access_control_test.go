package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestLambdaOriginAccessControl(t *testing.T) {
	with := func(domain, control string, signing inventory.Known[string]) *inventory.Inventory {
		o := server("fn", "https-only", "TLSv1.2")
		o.Domain, o.AccessControl = domain, control
		return have(sound(func(d *cloudfront.Distribution) { d.Origins = inventory.Of([]cloudfront.Origin{o}) }), controls(signing))
	}
	const url = "abcdefghij.lambda-url.eu-central-1.on.aws"
	checktest.Run(t, LambdaOriginAccessControl, []checktest.Case{
		{Name: "signed", Have: with(url, "oac", inventory.Of("always")), Want: pass},
		{Name: "nothing", Have: with(url, "", inventory.Of("always")), Want: fail},
		{Name: "never signs", Have: with(url, "oac", inventory.Of("never")), Want: fail},
		{Name: "no function", Have: with("www.example.com", "", inventory.Of("always")), Want: skipped},
		{Name: "hidden", Have: with(url, "oac", inventory.Missing[string](checktest.Dark)), Want: unknown},
	})
}
