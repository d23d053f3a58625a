package cloudfront

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/cloudfront"
	"github.com/aws/aws-sdk-go-v2/service/cloudfront/types"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

func known[T any](k inventory.Known[T]) bool {
	_, hidden := k.Gap()
	return !hidden
}

// Lists that hold less than the answer says, and what an answer may not lack.
func TestAbsentParts(t *testing.T) {
	one := new(int32(1))
	standard := &types.DefaultCacheBehavior{TargetOriginId: new("o"), ViewerProtocolPolicy: "https-only"}
	named := types.Origin{Id: new("o"), DomainName: new("b.s3.amazonaws.com"), S3OriginConfig: &types.S3OriginConfig{}}
	of := func(all ...types.Origin) *types.Origins { return &types.Origins{Items: all, Quantity: one} }
	members := func(m *types.OriginGroupMembers) *types.OriginGroups {
		return &types.OriginGroups{Quantity: one, Items: []types.OriginGroup{{Id: new("g"), Members: m}}}
	}
	for name, tc := range map[string]struct{ got, want bool }{
		"the default behavior alone":     {known(behaviors(standard, nil)), true},
		"behaviors that are not told":    {known(behaviors(standard, &types.CacheBehaviors{Quantity: one})), false},
		"a behavior without a target":    {known(behaviors(&types.DefaultCacheBehavior{}, nil)), false},
		"an origin":                      {known(origins(of(named))), true},
		"origins that are not told":      {known(origins(of())), false},
		"an origin without a domain":     {known(origins(of(types.Origin{Id: new("o"), S3OriginConfig: &types.S3OriginConfig{}}))), false},
		"no groups":                      {known(groups(nil)), true},
		"no groups, as CloudFront says":  {known(groups(&types.OriginGroups{Quantity: new(int32(0))})), true},
		"groups that are not told":       {known(groups(&types.OriginGroups{Quantity: one})), false},
		"a group without members":        {known(groups(members(nil))), false},
		"a group of one that is not two": {known(groups(members(&types.OriginGroupMembers{Quantity: new(int32(2)), Items: []types.OriginGroupMember{{OriginId: new("o")}}}))), false},
		"versions that are not told":     {known(versions(&types.OriginSslProtocols{Quantity: one}, "c")), false},
		"no versions":                    {known(versions(&types.OriginSslProtocols{}, "c")), false},
		"a version":                      {known(versions(&types.OriginSslProtocols{Quantity: one, Items: []types.SslProtocol{"TLSv1.2"}}, "c")), true},
		"the shared certificate":         {known(certificate(&types.ViewerCertificate{CloudFrontDefaultCertificate: new(true)})), true},
		"a certificate of no kind":       {known(certificate(&types.ViewerCertificate{MinimumProtocolVersion: "TLSv1.2_2021", SSLSupportMethod: "sni-only"})), false},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: known %t, want %t", name, tc.got, tc.want)
		}
	}
	b := behavior("*", new("o"), "https-only", &types.TrustedKeyGroups{Quantity: new(int32(2))}, &types.TrustedSigners{Enabled: new(true)})
	if b.KeyGroups != 2 || b.Signers != 1 {
		t.Errorf("%d key groups and %d signers", b.KeyGroups, b.Signers)
	}
}

// Listings that break off, and deliveries of which it is not said whose they are.
func TestAbsentRows(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *cloudfront.ListDistributionsInput) (*cloudfront.ListDistributionsOutput, error) {
		return &cloudfront.ListDistributionsOutput{DistributionList: &types.DistributionList{Quantity: new(int32(0)), IsTruncated: new(true)}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *cloudfront.ListOriginAccessControlsInput) (*cloudfront.ListOriginAccessControlsOutput, error) {
		return &cloudfront.ListOriginAccessControlsOutput{OriginAccessControlList: &types.OriginAccessControlList{Quantity: new(int32(1))}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *cloudfront.ListVpcOriginsInput) (*cloudfront.ListVpcOriginsOutput, error) {
		return &cloudfront.ListVpcOriginsOutput{}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *cloudwatchlogs.DescribeDeliveriesInput) (*cloudwatchlogs.DescribeDeliveriesOutput, error) {
		return &cloudwatchlogs.DescribeDeliveriesOutput{Deliveries: []logtypes.Delivery{{DeliveryDestinationArn: new("d")}}}, nil
	})
	inv := awstest.Collect(t, &e, Distributions, AccessControls, VPCOrigins)
	var gaps inventory.Gaps
	for range Distributions.All(inv, &gaps) {
	}
	for range AccessControls.All(inv, &gaps) {
	}
	for range VPCOrigins.All(inv, &gaps) {
	}
	if len(gaps) != 3 {
		t.Errorf("gaps %v", gaps)
	}
	if to, err := logDeliveries.Do(t.Context(), awstest.Target(&e, awstest.Account).Scopes[0]); err == nil {
		t.Errorf("deliveries %v", to)
	}
}
