package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestOriginProtocols(t *testing.T) {
	vpc := inventory.Rows(cloudfront.VPCOrigins, &cloudfront.VPCOrigin{Resource: inventory.Resource{ID: "vo_1"},
		Endpoint: inventory.Of(cloudfront.VPCEndpoint{Protocol: "https-only", TLSVersions: inventory.Of([]string{"TLSv1.2"})})})
	with := func(os ...cloudfront.Origin) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) { d.Origins = inventory.Of(os) }), vpc)
	}
	hidden := server("web", "https-only")
	hidden.TLSVersions = inventory.Missing[[]string](checktest.Dark)
	checktest.Run(t, OriginProtocols, []checktest.Case{
		{Name: "current", Have: with(server("web", "https-only", "TLSv1.2"), vpcServer("private", "vo_1")), Want: pass},
		{Name: "SSL 3", Have: with(server("web", "match-viewer", "SSLv3", "TLSv1.2")), Want: fail},
		{Name: "SSL 3 that is never spoken", Have: with(server("web", "http-only", "SSLv3")), Want: pass},
		{Name: "buckets only", Have: with(bucketOrigin("site", "oac")), Want: skipped},
		{Name: "hidden", Have: with(hidden), Want: unknown},
	})
}
