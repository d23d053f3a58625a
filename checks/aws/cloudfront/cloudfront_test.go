package cloudfront

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// sound is a distribution that every check is content with, changed by f.
func sound(f func(*cloudfront.Distribution)) *cloudfront.Distribution {
	d := &cloudfront.Distribution{
		Resource:    inventory.Resource{ID: "E1"},
		Staging:     inventory.Of(false),
		MultiTenant: inventory.Of(false),
		Behaviors:   inventory.Of([]cloudfront.Behavior{{Path: "*", Target: "site", ViewerProtocol: inventory.Of("redirect-to-https"), KeyGroups: 1}}),
		Origins:     inventory.Of([]cloudfront.Origin{bucketOrigin("site", "oac")}),
		Groups:      inventory.Of[[]cloudfront.OriginGroup](nil),
		Certificate: inventory.Of(cloudfront.Certificate{MinVersion: "TLSv1.2_2021", Method: "sni-only"}),
		WebACL:      inventory.Of("arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1"),
		Config:      inventory.Of(cloudfront.Config{RootObject: "index.html", LogBucket: "logs.s3.amazonaws.com"}),
		Deliveries:  inventory.Of[[]string](nil),
	}
	if f != nil {
		f(d)
	}
	return d
}

func bucketOrigin(id, control string) cloudfront.Origin {
	return cloudfront.Origin{ID: id, Domain: id + ".s3.us-east-1.amazonaws.com", S3: true, AccessControl: control,
		Protocol: inventory.Of(""), TLSVersions: inventory.Of[[]string](nil)}
}

func server(id, protocol string, versions ...string) cloudfront.Origin {
	return cloudfront.Origin{ID: id, Domain: "origin.example.com", Custom: true, Protocol: inventory.Of(protocol), TLSVersions: inventory.Of(versions)}
}

func vpcServer(id, vpcOrigin string) cloudfront.Origin {
	return cloudfront.Origin{ID: id, Domain: "internal.example.com", VPCOrigin: vpcOrigin, Protocol: inventory.Of(""), TLSVersions: inventory.Of[[]string](nil)}
}

func have(d *cloudfront.Distribution, more ...inventory.Part) *inventory.Inventory {
	return inventory.Fixture(append(more, inventory.Rows(cloudfront.Distributions, d))...)
}

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skipped = []checks.Verdict{checks.NotApplicable}
)

func unlisted(more ...inventory.Part) *inventory.Inventory {
	return inventory.Fixture(append(more, inventory.Unlisted(cloudfront.Distributions, "", checktest.Dark))...)
}
