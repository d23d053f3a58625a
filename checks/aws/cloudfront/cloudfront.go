// Package cloudfront holds the checks of Amazon CloudFront, one to a file.
package cloudfront

import (
	"slices"

	"demarc/checks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	CustomCertificate,
	DefaultRootObject,
	DistributionLogging,
	KeyGroups,
	LambdaOriginAccessControl,
	MissingOriginBucket,
	OriginEncryption,
	OriginFailover,
	OriginProtocols,
	S3OriginAccessControl,
	SNI,
	TLSPolicy,
	ViewerHTTPS,
	WAF,
}

// signs reports whether an origin's access control makes CloudFront sign its
// requests. One that never signs keeps nobody out.
func signs(p *checks.Probe, o cloudfront.Origin) inventory.Known[bool] {
	if o.AccessControl == "" {
		return inventory.Of(false)
	}
	return inventory.Then(cloudfront.AccessControls.ByID(p.Inv, "", o.AccessControl), func(c *cloudfront.AccessControl) inventory.Known[bool] {
		if c == nil {
			return inventory.Unanswered[bool]("CloudFront ListOriginAccessControls", o.AccessControl)
		}
		return inventory.Map(c.Signing, func(s string) bool { return s != "never" })
	})
}

// opened is an origin with how CloudFront speaks to it.
type opened struct {
	cloudfront.Origin
	protocol inventory.Known[string]
	versions inventory.Known[[]string]
}

// servers lists the origins that are no bucket endpoints, with the protocol
// settings of each, wherever those are kept.
func servers(p *checks.Probe, d *cloudfront.Distribution) (all []opened, ok bool) {
	origins, ok := d.Origins.Get(p)
	for _, o := range origins {
		switch {
		case o.Custom:
			all = append(all, opened{o, o.Protocol, o.TLSVersions})
		case o.VPCOrigin != "":
			end := endpoint(p, o)
			all = append(all, opened{o,
				inventory.Map(end, func(e cloudfront.VPCEndpoint) string { return e.Protocol }),
				inventory.Then(end, func(e cloudfront.VPCEndpoint) inventory.Known[[]string] { return e.TLSVersions })})
		}
	}
	return all, ok
}

// endpoint looks up the VPC origin that o is reached through. One of another
// account is shared with this one and cannot be read from it.
func endpoint(p *checks.Probe, o cloudfront.Origin) inventory.Known[cloudfront.VPCEndpoint] {
	return inventory.Then(cloudfront.VPCOrigins.ByID(p.Inv, "", o.VPCOrigin), func(v *cloudfront.VPCOrigin) inventory.Known[cloudfront.VPCEndpoint] {
		if v == nil {
			return inventory.Missing[cloudfront.VPCEndpoint](inventory.Gap{
				Reason: inventory.OtherAccount, Call: "CloudFront GetVpcOrigin", Action: "cloudfront:GetVpcOrigin", Where: "the account that owns " + o.VPCOrigin,
			})
		}
		return v.Endpoint
	})
}

// leadsTo reports whether a behavior's requests may go to an origin, by itself
// or as a member of an origin group.
func leadsTo(b cloudfront.Behavior, groups []cloudfront.OriginGroup, origin string) bool {
	return b.Target == origin || slices.ContainsFunc(groups, func(g cloudfront.OriginGroup) bool {
		return g.ID == b.Target && slices.Contains(g.Origins, origin)
	})
}
