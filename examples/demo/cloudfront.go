package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/cloudfront"
	"github.com/aws/aws-sdk-go-v2/service/cloudfront/types"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"

	"demarc/providers/aws/awsfake"
)

// A distribution of the company; what is left out was never configured.
type distribution struct {
	id, alias      string
	acl            string
	cert           string // of ACM; empty for that of *.cloudfront.net
	security       types.MinimumProtocolVersion
	method         types.SSLSupportMethod
	viewers        types.ViewerProtocolPolicy
	origins        []types.Origin
	failover       bool
	keys, signers  []string
	root, logs     string
	delivered      bool // standard logs (v2)
	staging        bool
	staticBehavior types.ViewerProtocolPolicy
}

func s3Origin(bucket, region, control, identity string) types.Origin {
	return types.Origin{
		Id: &bucket, DomainName: new(bucket + ".s3." + region + ".amazonaws.com"), OriginAccessControlId: &control,
		S3OriginConfig: &types.S3OriginConfig{OriginAccessIdentity: &identity},
	}
}

func webOrigin(id, domain, control string, protocol types.OriginProtocolPolicy, versions ...types.SslProtocol) types.Origin {
	return types.Origin{
		Id: &id, DomainName: &domain, OriginAccessControlId: &control,
		CustomOriginConfig: &types.CustomOriginConfig{HTTPPort: new(int32(80)), HTTPSPort: new(int32(443)), OriginProtocolPolicy: protocol,
			OriginSslProtocols: &types.OriginSslProtocols{Items: versions, Quantity: new(int32(len(versions)))}},
	}
}

func vpcOrigin(id, domain, origin string) types.Origin {
	return types.Origin{Id: &id, DomainName: &domain, OriginAccessControlId: new(""), VpcOriginConfig: &types.VpcOriginConfig{VpcOriginId: &origin}}
}

var distributions = map[string][]distribution{
	Shop: {
		{
			id: "E1LARKSPURSHOP", alias: "www.larkspur.example", acl: "arn:aws:wafv2:us-east-1:" + Shop + ":global/webacl/larkspur-shop/0aac0001-0000-4000-8000-000000000001",
			cert: "arn:aws:acm:us-east-1:" + Shop + ":certificate/0c1d0001-0000-4000-8000-000000000001", security: "TLSv1.2_2021", method: "sni-only", viewers: "redirect-to-https",
			origins: []types.Origin{
				s3Origin("larkspur-shop-assets", virginia, "", "origin-access-identity/cloudfront/E0LARKSPUROAI"),
				webOrigin("shop", "larkspur-shop-1234567890.eu-central-1.elb.amazonaws.com", "", "https-only", "TLSv1.2"),
				webOrigin("standby", "standby.larkspur.example", "", "https-only", "TLSv1.2"),
			},
			failover: true, root: "index.html", logs: "larkspur-shop-logs.s3.amazonaws.com",
		},
		{
			id: "E2LARKSPURAPI1", alias: "suppliers.larkspur.example", acl: "arn:aws:wafv2:us-east-1:" + Shop + ":global/webacl/larkspur-shop/0aac0001-0000-4000-8000-000000000001",
			cert: "arn:aws:acm:us-east-1:" + Shop + ":certificate/0c1d0001-0000-4000-8000-000000000001", security: "TLSv1.2_2018", method: "sni-only", viewers: "https-only",
			origins: []types.Origin{
				webOrigin("hook", "larkspurhook0000000000000000000a.lambda-url.eu-central-1.on.aws", "OACLAMBDA00001", "https-only", "TLSv1.2"),
				s3Origin("larkspur-shop-orders", frankfurt, "OACALWAYS00001", ""),
			},
			keys: []string{"0e1c0001-0000-4000-8000-000000000001"}, root: "status.html", delivered: true,
		},
		{
			id: "E3LARKSPURDOCS", viewers: "allow-all",
			origins: []types.Origin{webOrigin("docs", "larkspur-shop-docs.s3-website.eu-central-1.amazonaws.com", "", "http-only", "SSLv3", "TLSv1")},
		},
		{
			id: "E4LARKSPURNEXT", viewers: "redirect-to-https", staging: true, security: "TLSv1", root: "index.html", logs: "larkspur-shop-logs.s3.amazonaws.com",
			origins: []types.Origin{s3Origin("larkspur-shop-assets", virginia, "OACALWAYS00001", ""), vpcOrigin("checkout", "checkout.larkspur.internal", "vo_larkspurcheckout")},
		},
	},
	Lab: {
		{
			id: "E5LARKSPURLABS", alias: "lab.larkspur.example", cert: "arn:aws:acm:us-east-1:" + Lab + ":certificate/0c1d0003-0000-4000-8000-000000000001",
			security: "TLSv1", method: "vip", viewers: "allow-all", staticBehavior: "https-only",
			origins: []types.Origin{
				s3Origin("larkspur-lab-models", sydney, "OACNEVER000001", ""),
				webOrigin("predict", "larkspurpredict00000000000000000b.lambda-url.us-east-1.on.aws", "", "https-only", "TLSv1.2"),
				webOrigin("box", "box.larkspur.example", "", "match-viewer", "SSLv3", "TLSv1.2"),
				vpcOrigin("inner", "inner.larkspur.internal", "vo_larkspurlabinner"),
			},
			signers: []string{Lab},
		},
	},
}

// accessControls are the accounts' origin access controls; vpcOrigins are how
// their VPC origins are spoken to.
var (
	accessControls = map[string][]types.OriginAccessControlSummary{
		Shop: {
			{Id: new("OACALWAYS00001"), Name: new("buckets"), OriginAccessControlOriginType: "s3", SigningBehavior: "always", SigningProtocol: "sigv4"},
			{Id: new("OACLAMBDA00001"), Name: new("functions"), OriginAccessControlOriginType: "lambda", SigningBehavior: "always", SigningProtocol: "sigv4"},
		},
		Lab: {{Id: new("OACNEVER000001"), Name: new("try"), OriginAccessControlOriginType: "s3", SigningBehavior: "never", SigningProtocol: "sigv4"}},
	}
	vpcOrigins = map[string]map[string]types.OriginProtocolPolicy{
		Shop: {"vo_larkspurcheckout": "https-only"},
		Lab:  {"vo_larkspurlabinner": "http-only"},
	}
)

func (d distribution) arn(account string) string {
	return "arn:aws:cloudfront::" + account + ":distribution/" + d.id
}

func (d distribution) summary(account string) types.DistributionSummary {
	s := types.DistributionSummary{
		ARN: new(d.arn(account)), Id: &d.id, DomainName: new("d" + d.id + ".cloudfront.net"), Enabled: new(true), Staging: &d.staging, WebACLId: &d.acl,
		Aliases: &types.Aliases{Quantity: new(int32(0))}, Origins: &types.Origins{Items: d.origins, Quantity: new(int32(len(d.origins)))},
		DefaultCacheBehavior: &types.DefaultCacheBehavior{
			TargetOriginId: d.origins[len(d.origins)-1].Id, ViewerProtocolPolicy: d.viewers,
			TrustedKeyGroups: &types.TrustedKeyGroups{Items: d.keys}, TrustedSigners: &types.TrustedSigners{Items: d.signers},
		},
		CacheBehaviors: &types.CacheBehaviors{}, OriginGroups: &types.OriginGroups{},
		ViewerCertificate: &types.ViewerCertificate{CloudFrontDefaultCertificate: new(true), MinimumProtocolVersion: "TLSv1"},
	}
	if d.alias != "" {
		s.Aliases = &types.Aliases{Items: []string{d.alias}, Quantity: new(int32(1))}
	}
	if d.cert != "" {
		s.ViewerCertificate = &types.ViewerCertificate{ACMCertificateArn: &d.cert, MinimumProtocolVersion: d.security, SSLSupportMethod: d.method}
	}
	if d.staticBehavior != "" {
		s.CacheBehaviors.Items = []types.CacheBehavior{{PathPattern: new("/static/*"), TargetOriginId: d.origins[0].Id, ViewerProtocolPolicy: d.staticBehavior}}
	}
	if d.failover {
		s.DefaultCacheBehavior.TargetOriginId = new("group")
		s.OriginGroups.Items = []types.OriginGroup{{Id: new("group"), Members: &types.OriginGroupMembers{
			Items: []types.OriginGroupMember{{OriginId: d.origins[1].Id}, {OriginId: d.origins[2].Id}}}}}
	}
	return s
}

func cloudfrontAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *cloudfront.ListDistributionsInput) (*cloudfront.ListDistributionsOutput, error) {
		page, next := awsfake.Page(distributions[c.Account], in.Marker, 3)
		list := &types.DistributionList{NextMarker: next, IsTruncated: new(next != nil)}
		for _, d := range page {
			list.Items = append(list.Items, d.summary(c.Account))
		}
		return &cloudfront.ListDistributionsOutput{DistributionList: list}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *cloudfront.GetDistributionConfigInput) (*cloudfront.GetDistributionConfigOutput, error) {
		for _, d := range distributions[c.Account] {
			if d.id == *in.Id {
				return &cloudfront.GetDistributionConfigOutput{DistributionConfig: &types.DistributionConfig{
					DefaultRootObject: &d.root, Logging: &types.LoggingConfig{Enabled: new(d.logs != ""), Bucket: &d.logs}}}, nil
			}
		}
		return nil, awsfake.Wrap(404, &types.NoSuchDistribution{})
	})
	awsfake.On(e, func(c awsfake.Call, in *cloudfront.ListOriginAccessControlsInput) (*cloudfront.ListOriginAccessControlsOutput, error) {
		page, next := awsfake.Page(accessControls[c.Account], in.Marker, 1)
		return &cloudfront.ListOriginAccessControlsOutput{OriginAccessControlList: &types.OriginAccessControlList{Items: page, NextMarker: next}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *cloudfront.ListVpcOriginsInput) (*cloudfront.ListVpcOriginsOutput, error) {
		list := &types.VpcOriginList{}
		for id := range vpcOrigins[c.Account] {
			list.Items = append(list.Items, types.VpcOriginSummary{Id: &id, Arn: new("arn:aws:cloudfront::" + c.Account + ":vpcorigin/" + id)})
		}
		return &cloudfront.ListVpcOriginsOutput{VpcOriginList: list}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *cloudfront.GetVpcOriginInput) (*cloudfront.GetVpcOriginOutput, error) {
		protocol, ok := vpcOrigins[c.Account][*in.Id]
		if !ok {
			return nil, awsfake.Wrap(404, &types.EntityNotFound{})
		}
		return &cloudfront.GetVpcOriginOutput{VpcOrigin: &types.VpcOrigin{Id: in.Id, VpcOriginEndpointConfig: &types.VpcOriginEndpointConfig{
			OriginProtocolPolicy: protocol, OriginSslProtocols: &types.OriginSslProtocols{Items: []types.SslProtocol{"TLSv1.2"}}}}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *cloudwatchlogs.DescribeDeliverySourcesInput) (*cloudwatchlogs.DescribeDeliverySourcesOutput, error) {
		out := &cloudwatchlogs.DescribeDeliverySourcesOutput{}
		for _, d := range distributions[c.Account] {
			if d.delivered && c.Region == virginia {
				out.DeliverySources = append(out.DeliverySources, logtypes.DeliverySource{Name: new("cf-" + d.id), LogType: new("ACCESS_LOGS"), ResourceArns: []string{d.arn(c.Account)}})
			}
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *cloudwatchlogs.DescribeDeliveriesInput) (*cloudwatchlogs.DescribeDeliveriesOutput, error) {
		out := &cloudwatchlogs.DescribeDeliveriesOutput{}
		for _, d := range distributions[c.Account] {
			if d.delivered && c.Region == virginia {
				out.Deliveries = append(out.Deliveries, logtypes.Delivery{DeliverySourceName: new("cf-" + d.id), DeliveryDestinationArn: new("arn:aws:logs:us-east-1:" + c.Account + ":delivery-destination:larkspur-edge")})
			}
		}
		return out, nil
	})
}
