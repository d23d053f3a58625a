package cloudfront

import (
	"net/http"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/cloudfront"
	"github.com/aws/aws-sdk-go-v2/service/cloudfront/types"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestBucketOfOrigin(t *testing.T) {
	for domain, want := range map[string]string{
		"site.s3.amazonaws.com":                         "site",
		"www.example.com.s3.eu-central-1.amazonaws.com": "www.example.com",
		"site.s3-us-west-2.amazonaws.com":               "site",
		"site.s3.dualstack.us-west-2.amazonaws.com":     "site",
		"site.s3-website-us-east-1.amazonaws.com":       "site",
		"site.s3-website.eu-central-1.amazonaws.com":    "site",
		"site.s3.cn-north-1.amazonaws.com.cn":           "site",
		"gov.s3.us-gov-west-1.amazonaws.com":            "gov",
		"lb-1.eu-central-1.elb.amazonaws.com":           "",
		"m1.mrap.accesspoint.s3-global.amazonaws.com":   "",
		"s3.amazonaws.com.example.com":                  "",
	} {
		if got := (Origin{Domain: domain}).Bucket(); got != want {
			t.Errorf("%s: bucket %q, want %q", domain, got, want)
		}
	}
	if !(Origin{Domain: "abc.lambda-url.eu-central-1.on.aws"}).FunctionURL() || (Origin{Domain: "lambda-url.example.com"}).FunctionURL() {
		t.Error("function URLs are told apart wrongly")
	}
}

// What CloudFront answers for a plain distribution, for one that is deleted
// while it is read, and what S3 answers about buckets of others.
func TestDistributions(t *testing.T) {
	var e awsfake.Estate
	const arn = "arn:aws:cloudfront::111122223333:distribution/"
	summary := func(id string, origins ...string) types.DistributionSummary {
		d := types.DistributionSummary{
			ARN: new(arn + id), Id: &id, DomainName: new(id + ".cloudfront.net"), Staging: new(false), WebACLId: new(""),
			DefaultCacheBehavior: &types.DefaultCacheBehavior{TargetOriginId: new("o"), ViewerProtocolPolicy: "allow-all"},
			CacheBehaviors:       &types.CacheBehaviors{},
			ViewerCertificate:    &types.ViewerCertificate{CloudFrontDefaultCertificate: new(true), MinimumProtocolVersion: "TLSv1"},
			Origins:              &types.Origins{},
		}
		for _, o := range origins {
			d.Origins.Items = append(d.Origins.Items, types.Origin{Id: &o, DomainName: &o, S3OriginConfig: &types.S3OriginConfig{OriginAccessIdentity: new("")}})
		}
		return d
	}
	all := []types.DistributionSummary{
		summary("E1", "mine.s3.amazonaws.com", "none.s3.amazonaws.com", "theirs.s3.amazonaws.com", "silent.s3.amazonaws.com"),
		summary("E2", "mine.s3.amazonaws.com"), summary("GONE"),
	}
	all[1].ViewerCertificate, all[1].WebACLId = nil, nil
	awsfake.On(&e, func(_ awsfake.Call, in *cloudfront.ListDistributionsInput) (*cloudfront.ListDistributionsOutput, error) {
		page, next := awsfake.Page(all, in.Marker, 2)
		return &cloudfront.ListDistributionsOutput{DistributionList: &types.DistributionList{Items: page, NextMarker: next}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *cloudfront.GetDistributionConfigInput) (*cloudfront.GetDistributionConfigOutput, error) {
		switch *in.Id {
		case "GONE":
			return nil, awsfake.Wrap(404, &types.NoSuchDistribution{})
		case "E2":
			return &cloudfront.GetDistributionConfigOutput{DistributionConfig: &types.DistributionConfig{
				DefaultRootObject: new("index.html"), Logging: &types.LoggingConfig{Enabled: new(true), Bucket: new("logs.s3.amazonaws.com")}}}, nil
		}
		return &cloudfront.GetDistributionConfigOutput{DistributionConfig: &types.DistributionConfig{
			DefaultRootObject: new(""), Logging: &types.LoggingConfig{Enabled: new(false), Bucket: new("")}}}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, _ *cloudwatchlogs.DescribeDeliverySourcesInput) (*cloudwatchlogs.DescribeDeliverySourcesOutput, error) {
		if c.Region != "us-east-1" {
			t.Errorf("asked %s for CloudFront's deliveries", c.Region)
		}
		return &cloudwatchlogs.DescribeDeliverySourcesOutput{DeliverySources: []logtypes.DeliverySource{
			{Name: new("one"), LogType: new("ACCESS_LOGS"), ResourceArns: []string{arn + "E1"}},
			{Name: new("idle"), LogType: new("ACCESS_LOGS"), ResourceArns: []string{arn + "E2"}},
		}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *cloudwatchlogs.DescribeDeliveriesInput) (*cloudwatchlogs.DescribeDeliveriesOutput, error) {
		return &cloudwatchlogs.DescribeDeliveriesOutput{Deliveries: []logtypes.Delivery{
			{DeliverySourceName: new("one"), DeliveryDestinationArn: new("arn:aws:logs:us-east-1:111122223333:delivery-destination:d")}}}, nil
	})
	asked := map[string]int{}
	awsfake.On(&e, func(_ awsfake.Call, in *s3.HeadBucketInput) (*s3.HeadBucketOutput, error) {
		asked[*in.Bucket]++
		refused := func(h http.Header) error {
			return &smithyhttp.ResponseError{Response: &smithyhttp.Response{Response: &http.Response{StatusCode: 403, Header: h}}, Err: &smithy.GenericAPIError{Code: "Forbidden"}}
		}
		switch *in.Bucket {
		case "none":
			return nil, awsfake.Wrap(404, &s3types.NotFound{})
		case "theirs":
			h := http.Header{}
			h.Set("x-amz-bucket-region", "eu-west-1")
			return nil, refused(h)
		case "silent":
			return nil, refused(http.Header{})
		}
		return &s3.HeadBucketOutput{}, nil
	})
	inv := awstest.Collect(t, &e, DistributionConfig, DistributionDeliveries, OriginBucketExists)
	rows := awstest.Rows(t, inv, Distributions)
	if len(rows) != 2 || inv.Gone() != 1 || rows[0].Full != arn+"E1" || rows[0].Region != "" {
		t.Fatalf("%d rows, %d gone: %+v", len(rows), inv.Gone(), rows[0])
	}
	if c := awstest.Value(t, rows[0].Config); c != (Config{}) {
		t.Errorf("config %+v", c)
	}
	if c := awstest.Value(t, rows[1].Config); c != (Config{"index.html", "logs.s3.amazonaws.com"}) {
		t.Errorf("config %+v", c)
	}
	if one, two := awstest.Value(t, rows[0].Deliveries), awstest.Value(t, rows[1].Deliveries); len(one) != 1 || len(two) != 0 {
		t.Errorf("deliveries %v and %v", one, two)
	}
	if !awstest.Value(t, rows[0].Certificate).Default {
		t.Error("the shared certificate is not seen as such")
	}
	if _, hidden := rows[1].Certificate.Gap(); !hidden {
		t.Error("a certificate that the answer lacks is known")
	}
	if _, hidden := rows[1].WebACL.Gap(); !hidden {
		t.Error("a web ACL that the answer lacks is known")
	}
	for _, b := range awstest.Rows(t, inv, OriginBuckets) {
		if b.ID == "silent" {
			if _, hidden := b.Exists.Gap(); !hidden {
				t.Error("a refusal that names no region says whether the bucket exists")
			}
			continue
		}
		if exists := awstest.Value(t, b.Exists); exists != (b.ID != "none") {
			t.Errorf("bucket %s exists: %v", b.ID, exists)
		}
	}
	if asked["mine"] != 1 {
		t.Errorf("a bucket of two distributions was asked about %d times", asked["mine"])
	}
}

func TestOriginSettings(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(_ awsfake.Call, in *cloudfront.ListOriginAccessControlsInput) (*cloudfront.ListOriginAccessControlsOutput, error) {
		page, next := awsfake.Page([]types.OriginAccessControlSummary{{Id: new("A"), SigningBehavior: "always"}, {Id: new("B"), SigningBehavior: "never"}}, in.Marker, 1)
		return &cloudfront.ListOriginAccessControlsOutput{OriginAccessControlList: &types.OriginAccessControlList{Items: page, NextMarker: next}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *cloudfront.ListVpcOriginsInput) (*cloudfront.ListVpcOriginsOutput, error) {
		return &cloudfront.ListVpcOriginsOutput{VpcOriginList: &types.VpcOriginList{Items: []types.VpcOriginSummary{
			{Id: new("vo_1"), Arn: new("arn:aws:cloudfront::111122223333:vpcorigin/vo_1")}, {Id: new("vo_gone")}}}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *cloudfront.GetVpcOriginInput) (*cloudfront.GetVpcOriginOutput, error) {
		if *in.Id == "vo_gone" {
			return nil, awsfake.Wrap(404, &types.EntityNotFound{})
		}
		return &cloudfront.GetVpcOriginOutput{VpcOrigin: &types.VpcOrigin{VpcOriginEndpointConfig: &types.VpcOriginEndpointConfig{OriginProtocolPolicy: "https-only"}}}, nil
	})
	inv := awstest.Collect(t, &e, AccessControls, VPCOriginEndpoint)
	if rows := awstest.Rows(t, inv, AccessControls); len(rows) != 2 || awstest.Value(t, rows[1].Signing) != "never" {
		t.Errorf("access controls %+v", rows)
	}
	rows := awstest.Rows(t, inv, VPCOrigins)
	if len(rows) != 1 || inv.Gone() != 1 {
		t.Fatalf("VPC origins %+v", rows)
	}
	end := awstest.Value(t, rows[0].Endpoint)
	if _, hidden := end.TLSVersions.Gap(); end.Protocol != "https-only" || !hidden {
		t.Errorf("endpoint %+v", end)
	}
}
