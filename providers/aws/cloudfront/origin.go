package cloudfront

import (
	"context"
	"fmt"
	"iter"
	"regexp"

	"github.com/aws/aws-sdk-go-v2/service/cloudfront"
	"github.com/aws/aws-sdk-go-v2/service/cloudfront/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Origin is where a distribution fetches from. Exactly one of the three
// kinds of configuration is set.
type Origin struct {
	ID, Domain     string
	AccessControl  string // the id of its origin access control; empty for none
	S3             bool   // a bucket's REST endpoint
	AccessIdentity string // of a bucket: the older way to keep others out

	Custom      bool                      // an HTTP server, websites on S3 and function URLs included
	Protocol    inventory.Known[string]   // of a custom origin: http-only, match-viewer, https-only
	TLSVersions inventory.Known[[]string] // of a custom origin: what CloudFront may speak to it
	VPCOrigin   string                    // the id of the VPC origin that it is reached through
}

func origins(os *types.Origins) inventory.Known[[]Origin] {
	if os == nil || len(os.Items) == 0 || short(os.Quantity, len(os.Items)) { // there is one at least
		return inventory.Unanswered[[]Origin](listDistributions, "Origins")
	}
	var all []Origin
	for _, o := range os.Items {
		if o.Id == nil || o.DomainName == nil {
			return inventory.Unanswered[[]Origin](listDistributions, "an origin's id or domain name")
		}
		to := Origin{
			ID: aws.Deref(o.Id), Domain: aws.Deref(o.DomainName),
			AccessControl: aws.Deref(o.OriginAccessControlId), // optional: none is attached
			Protocol:      inventory.Of(""), TLSVersions: inventory.Of[[]string](nil),
		}
		switch {
		case o.S3OriginConfig != nil:
			to.S3 = true
			to.AccessIdentity = aws.Deref(o.S3OriginConfig.OriginAccessIdentity) // empty for none
		case o.VpcOriginConfig != nil && o.VpcOriginConfig.VpcOriginId != nil:
			to.VPCOrigin = *o.VpcOriginConfig.VpcOriginId
		case o.CustomOriginConfig != nil:
			to.Custom = true
			to.Protocol = said(string(o.CustomOriginConfig.OriginProtocolPolicy), "OriginProtocolPolicy")
			to.TLSVersions = versions(o.CustomOriginConfig.OriginSslProtocols, listDistributions)
		case to.Bucket() != "":
			to.S3 = true // the host name says what the answer does not: only this kind has buckets' endpoints
		default:
			return inventory.Unanswered[[]Origin](listDistributions, "an origin's configuration")
		}
		all = append(all, to)
	}
	return inventory.Of(all)
}

func versions(p *types.OriginSslProtocols, call string) inventory.Known[[]string] {
	if p == nil || len(p.Items) == 0 || short(p.Quantity, len(p.Items)) { // the list is required
		return inventory.Unanswered[[]string](call, "OriginSslProtocols")
	}
	words := make([]string, 0, len(p.Items))
	for _, v := range p.Items {
		words = append(words, string(v))
	}
	return inventory.Of(words)
}

// bucketHost matches the host names of buckets: REST endpoints, dual-stack
// ones, and website endpoints in their two spellings (Amazon S3 User Guide,
// "Virtual hosting of buckets" and "Website endpoints").
var bucketHost = regexp.MustCompile(`^(.+?)\.s3(?:-website)?(?:[.-]dualstack)?(?:[.-]([a-z]{2}(?:-[a-z]+)+-\d+))?\.amazonaws\.com(?:\.cn)?$`)

// Bucket is the name of the bucket that the origin's host name stands for,
// websites included; empty where it stands for none.
func (o Origin) Bucket() string {
	if m := bucketHost.FindStringSubmatch(o.Domain); m != nil {
		return m[1]
	}
	return ""
}

// functionHost matches the host names of Lambda function URLs.
var functionHost = regexp.MustCompile(`^[a-z0-9]+\.lambda-url\.[a-z0-9-]+\.on\.aws$`)

// FunctionURL reports whether the origin is a Lambda function URL.
func (o Origin) FunctionURL() bool { return functionHost.MatchString(o.Domain) }

// An AccessControl is an origin access control: it makes CloudFront sign what
// it asks of an origin.
type AccessControl struct {
	inventory.Resource
	Signing inventory.Known[string] // always, never, no-override
}

// AccessControls lists the account's origin access controls.
var AccessControls = &inventory.Type[AccessControl]{
	Kind:    "aws.cloudfront.OriginAccessControl",
	Level:   inventory.AtAccount,
	Model:   inventory.Serverless,
	Actions: []string{"cloudfront:ListOriginAccessControls"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*AccessControl, error] {
		call := aws.Whole(client(s).ListOriginAccessControls, func(out *cloudfront.ListOriginAccessControlsOutput) bool {
			l := out.OriginAccessControlList
			return l == nil || cut(l.IsTruncated, l.NextMarker) || short(l.Quantity, len(l.Items))
		})
		pages := aws.Pages(ctx, call, &cloudfront.ListOriginAccessControlsInput{},
			func(out *cloudfront.ListOriginAccessControlsOutput) *string {
				return out.OriginAccessControlList.NextMarker
			},
			func(in *cloudfront.ListOriginAccessControlsInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *cloudfront.ListOriginAccessControlsOutput) (rows []*AccessControl) {
			for _, c := range out.OriginAccessControlList.Items {
				r := aws.Named(aws.Resource(s, globalARN(s, "origin-access-control/%s", *c.Id), *c.Id), aws.Deref(c.Name))
				r.Tags = inventory.Of[map[string]string](nil)
				signing := inventory.Of(string(c.SigningBehavior))
				if c.SigningBehavior == "" {
					signing = inventory.Unanswered[string]("CloudFront ListOriginAccessControls", "SigningBehavior")
				}
				rows = append(rows, &AccessControl{Resource: r, Signing: signing})
			}
			return rows
		})
	},
}

// A VPCOrigin is a load balancer or an instance in a private subnet that
// distributions reach through CloudFront's own interface in the VPC.
type VPCOrigin struct {
	inventory.Resource
	Endpoint inventory.Known[VPCEndpoint] `fetch:"-"`
}

// A VPCEndpoint says how CloudFront speaks to a VPC origin.
type VPCEndpoint struct {
	Protocol    string // http-only, match-viewer, https-only
	TLSVersions inventory.Known[[]string]
}

// VPCOrigins lists the account's VPC origins.
var VPCOrigins = &inventory.Type[VPCOrigin]{
	Kind:    "aws.cloudfront.VPCOrigin",
	Level:   inventory.AtAccount,
	Model:   inventory.Serverless,
	Actions: []string{"cloudfront:ListVpcOrigins"},
	Tags:    globalTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*VPCOrigin, error] {
		call := aws.Whole(client(s).ListVpcOrigins, func(out *cloudfront.ListVpcOriginsOutput) bool {
			l := out.VpcOriginList
			return l == nil || cut(l.IsTruncated, l.NextMarker) || len(l.Items) == 0 && short(l.Quantity, 0)
		})
		pages := aws.Pages(ctx, call, &cloudfront.ListVpcOriginsInput{},
			func(out *cloudfront.ListVpcOriginsOutput) *string { return out.VpcOriginList.NextMarker },
			func(in *cloudfront.ListVpcOriginsInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *cloudfront.ListVpcOriginsOutput) (rows []*VPCOrigin) {
			for _, o := range out.VpcOriginList.Items {
				arn := globalARN(s, "vpcorigin/%s", *o.Id)
				if o.Arn != nil {
					arn = *o.Arn
				}
				r := aws.Named(aws.Resource(s, arn, *o.Id), aws.Deref(o.Name))
				r.Region = ""
				rows = append(rows, &VPCOrigin{Resource: r})
			}
			return rows
		})
	},
}

// VPCOriginEndpoint fetches VPCOrigin.Endpoint.
var VPCOriginEndpoint = &inventory.Field[VPCOrigin, VPCEndpoint]{
	Of: VPCOrigins, Column: "endpoint", Actions: []string{"cloudfront:GetVpcOrigin"},
	At: func(o *VPCOrigin) *inventory.Known[VPCEndpoint] { return &o.Endpoint },
	Fetch: func(ctx context.Context, s inventory.Scope, o *VPCOrigin) (VPCEndpoint, error) {
		out, err := client(s).GetVpcOrigin(ctx, &cloudfront.GetVpcOriginInput{Id: &o.ID})
		if aws.Code(err, "EntityNotFound") {
			return VPCEndpoint{}, fmt.Errorf("%w: %w", inventory.ErrGone, err)
		}
		if err != nil {
			return VPCEndpoint{}, err
		}
		if out.VpcOrigin == nil || out.VpcOrigin.VpcOriginEndpointConfig == nil ||
			out.VpcOrigin.VpcOriginEndpointConfig.OriginProtocolPolicy == "" {
			return VPCEndpoint{}, aws.ErrBroken
		}
		c := out.VpcOrigin.VpcOriginEndpointConfig
		return VPCEndpoint{string(c.OriginProtocolPolicy), versions(c.OriginSslProtocols, "CloudFront GetVpcOrigin")}, nil
	},
}

// globalARN is the ARN of something of CloudFront's, which names no region.
func globalARN(s inventory.Scope, format string, args ...any) string {
	return aws.ARN{Partition: aws.From(s).Partition, Service: "cloudfront", Account: s.Account, Resource: fmt.Sprintf(format, args...)}.String()
}
