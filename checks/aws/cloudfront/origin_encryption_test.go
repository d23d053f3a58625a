package cloudfront

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestOriginEncryption(t *testing.T) {
	private := func(protocol string) inventory.Part {
		return inventory.Rows(cloudfront.VPCOrigins, &cloudfront.VPCOrigin{Resource: inventory.Resource{ID: "vo_1"},
			Endpoint: inventory.Of(cloudfront.VPCEndpoint{Protocol: protocol, TLSVersions: inventory.Of([]string{"TLSv1.2"})})})
	}
	none := inventory.Rows[cloudfront.VPCOrigin](cloudfront.VPCOrigins)
	with := func(o cloudfront.Origin, viewers string, vpc inventory.Part) *inventory.Inventory {
		return have(sound(func(d *cloudfront.Distribution) {
			d.Origins = inventory.Of([]cloudfront.Origin{bucketOrigin("site", "oac"), o})
			d.Groups = inventory.Of([]cloudfront.OriginGroup{{ID: "g", Origins: []string{"web", "site"}}})
			d.Behaviors = inventory.Of([]cloudfront.Behavior{
				{Path: "/static/*", Target: "site", ViewerProtocol: inventory.Of("allow-all")},
				{Path: "*", Target: "g", ViewerProtocol: inventory.Of(viewers)},
			})
		}), vpc)
	}
	hidden := server("web", "")
	hidden.Protocol = inventory.Missing[string](checktest.Dark)
	checktest.Run(t, OriginEncryption, []checktest.Case{
		{Name: "https", Have: with(server("web", "https-only", "TLSv1.2"), "allow-all", none), Want: pass},
		{Name: "http", Have: with(server("web", "http-only"), "https-only", none), Want: fail},
		{Name: "as the viewer, who must use HTTPS", Have: with(server("web", "match-viewer"), "redirect-to-https", none), Want: pass},
		{Name: "as the viewer, who may use HTTP", Have: with(server("web", "match-viewer"), "allow-all", none), Want: fail},
		{Name: "private, https", Have: with(vpcServer("web", "vo_1"), "https-only", private("https-only")), Want: pass},
		{Name: "private, http", Have: with(vpcServer("web", "vo_1"), "https-only", private("http-only")), Want: fail},
		{Name: "private, of another account", Have: with(vpcServer("web", "vo_2"), "https-only", private("https-only")), Want: unknown},
		{Name: "buckets only", Have: have(sound(nil), none), Want: skipped},
		{Name: "hidden", Have: with(hidden, "https-only", none), Want: unknown},
		{Name: "a word nobody knows", Have: with(server("web", "quic-only"), "https-only", none), Want: unknown},
	})
}
