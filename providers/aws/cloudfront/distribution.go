// Package cloudfront collects Amazon CloudFront distributions and what they
// fetch from. CloudFront is global: its API answers for every region.
package cloudfront

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/cloudfront"
	"github.com/aws/aws-sdk-go-v2/service/cloudfront/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Distribution is a web distribution.
type Distribution struct {
	inventory.Resource
	Staging     inventory.Known[bool] // it serves a part of another distribution's viewers, to try a change out
	MultiTenant inventory.Known[bool] // it is a template: viewers connect to its tenants
	Behaviors   inventory.Known[[]Behavior]
	Origins     inventory.Known[[]Origin]
	Groups      inventory.Known[[]OriginGroup]
	Certificate inventory.Known[Certificate]
	WebACL      inventory.Known[string]   // the ARN of an AWS WAF web ACL or the id of a classic one; empty for none
	Config      inventory.Known[Config]   `fetch:"-"`
	Deliveries  inventory.Known[[]string] `fetch:"-"` // where CloudWatch Logs delivers its access logs to: ARNs
}

// A Behavior says how requests of one path pattern are answered.
type Behavior struct {
	Path           string // "*" is the default behavior
	Target         string // the id of an origin or of an origin group
	ViewerProtocol inventory.Known[string]
	KeyGroups      int // trusted key groups
	Signers        int // trusted signers: accounts whose root key pairs sign
}

// An OriginGroup names the origins that stand in for each other.
type OriginGroup struct {
	ID      string
	Origins []string
}

// A Certificate is what a distribution shows to viewers.
type Certificate struct {
	Default    bool   // that of *.cloudfront.net
	MinVersion string // the security policy: TLSv1.2_2021
	Method     string // sni-only, vip, static-ip
}

// Config is the part of a distribution's configuration that the listing lacks.
type Config struct {
	RootObject string
	LogBucket  string // where standard logging (legacy) writes to; empty where it is off
}

const listDistributions = "CloudFront ListDistributions"

// Distributions lists the distributions of the account.
var Distributions = &inventory.Type[Distribution]{
	Kind:     "aws.cloudfront.Distribution",
	Level:    inventory.AtAccount,
	Model:    inventory.Serverless,
	Workload: true,
	Actions:  []string{"cloudfront:ListDistributions"},
	Tags:     globalTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Distribution, error] {
		call := aws.Whole(client(s).ListDistributions, func(out *cloudfront.ListDistributionsOutput) bool {
			l := out.DistributionList
			return l == nil || cut(l.IsTruncated, l.NextMarker) || len(l.Items) == 0 && short(l.Quantity, 0)
		})
		pages := aws.Pages(ctx, call, &cloudfront.ListDistributionsInput{},
			func(out *cloudfront.ListDistributionsOutput) *string { return out.DistributionList.NextMarker },
			func(in *cloudfront.ListDistributionsInput, token *string) { in.Marker = token })
		return func(yield func(*Distribution, error) bool) {
			for out, err := range pages {
				if err != nil {
					yield(nil, err)
					return
				}
				for _, d := range out.DistributionList.Items {
					if d.ARN == nil || d.Id == nil {
						yield(nil, aws.ErrBroken)
						return
					}
					if !yield(distribution(s, d), nil) {
						return
					}
				}
			}
		}
	},
}

func distribution(s inventory.Scope, d types.DistributionSummary) *Distribution {
	r := aws.Resource(s, *d.ARN, *d.Id)
	r.Region = ""
	if d.Aliases != nil && len(d.Aliases.Items) > 0 {
		r.Name = d.Aliases.Items[0]
	} else {
		r.Name = aws.Deref(d.DomainName)
	}
	return &Distribution{
		Resource: r,
		Staging:  inventory.FromPtr(d.Staging, inventory.Unanswered[bool](listDistributions, "Staging")),
		// The API reference gives "direct" for standard distributions, and the
		// member is younger than they are.
		MultiTenant: inventory.Of(d.ConnectionMode == types.ConnectionModeTenantOnly),
		Behaviors:   behaviors(d.DefaultCacheBehavior, d.CacheBehaviors),
		Origins:     origins(d.Origins),
		Groups:      groups(d.OriginGroups),
		Certificate: certificate(d.ViewerCertificate),
		// A distribution without a web ACL has an empty WebACLId.
		WebACL: inventory.FromPtr(d.WebACLId, inventory.Unanswered[string](listDistributions, "WebACLId")),
	}
}

func behaviors(standard *types.DefaultCacheBehavior, more *types.CacheBehaviors) inventory.Known[[]Behavior] {
	if standard == nil {
		return inventory.Unanswered[[]Behavior](listDistributions, "DefaultCacheBehavior")
	}
	all := []Behavior{behavior("*", standard.TargetOriginId, standard.ViewerProtocolPolicy, standard.TrustedKeyGroups, standard.TrustedSigners)}
	if more != nil { // the API reference has it as optional: the default behavior is then the only one
		if short(more.Quantity, len(more.Items)) {
			return inventory.Unanswered[[]Behavior](listDistributions, "CacheBehaviors.Items")
		}
		for _, b := range more.Items {
			all = append(all, behavior(aws.Deref(b.PathPattern), b.TargetOriginId, b.ViewerProtocolPolicy, b.TrustedKeyGroups, b.TrustedSigners))
		}
	}
	for _, b := range all {
		if b.Target == "" {
			return inventory.Unanswered[[]Behavior](listDistributions, "TargetOriginId")
		}
	}
	return inventory.Of(all)
}

// behavior reads one behavior. Key groups and signers are optional: one without
// either asks for no signature.
func behavior(path string, target *string, viewer types.ViewerProtocolPolicy, keys *types.TrustedKeyGroups, signers *types.TrustedSigners) Behavior {
	b := Behavior{Path: path, Target: aws.Deref(target), ViewerProtocol: said(string(viewer), "ViewerProtocolPolicy")}
	if keys != nil {
		b.KeyGroups = several(keys.Enabled, keys.Quantity, keys.Items)
	}
	if signers != nil {
		b.Signers = several(signers.Enabled, signers.Quantity, signers.Items)
	}
	return b
}

// several counts who may sign by all that the answer says of them: Enabled "is
// true if any" of the list can (API reference, "TrustedSigners").
func several(enabled *bool, quantity *int32, items []string) int {
	n := max(len(items), int(aws.Deref(quantity)))
	if n == 0 && aws.Deref(enabled) {
		n = 1
	}
	return n
}

// short reports whether a list holds less than the answer says that there is:
// only "if Quantity is 0, you can omit Items" (API reference, "CacheBehaviors").
func short(quantity *int32, items int) bool { return int(aws.Deref(quantity)) > items }

// cut reports whether a page says that there are more and does not say where:
// "if IsTruncated is true, this element is present" (API reference, "NextMarker").
func cut(truncated *bool, marker *string) bool {
	return aws.Deref(truncated) && aws.Deref(marker) == ""
}

// groups reads the origin groups; a distribution without them may lack the
// member, which the API reference has as optional.
func groups(gs *types.OriginGroups) inventory.Known[[]OriginGroup] {
	if gs == nil {
		return inventory.Of[[]OriginGroup](nil)
	}
	if short(gs.Quantity, len(gs.Items)) {
		return inventory.Unanswered[[]OriginGroup](listDistributions, "OriginGroups.Items")
	}
	var all []OriginGroup
	for _, g := range gs.Items {
		if g.Id == nil || g.Members == nil || len(g.Members.Items) == 0 || short(g.Members.Quantity, len(g.Members.Items)) {
			return inventory.Unanswered[[]OriginGroup](listDistributions, "a part of an origin group")
		}
		group := OriginGroup{ID: *g.Id}
		for _, m := range g.Members.Items {
			if m.OriginId == nil {
				return inventory.Unanswered[[]OriginGroup](listDistributions, "a part of an origin group")
			}
			group.Origins = append(group.Origins, *m.OriginId)
		}
		all = append(all, group)
	}
	return inventory.Of(all)
}

func certificate(c *types.ViewerCertificate) inventory.Known[Certificate] {
	if c == nil {
		return inventory.Unanswered[Certificate](listDistributions, "ViewerCertificate")
	}
	// The shared certificate is set by a flag of its own (API reference,
	// "ViewerCertificate").
	own := aws.Deref(c.ACMCertificateArn) != "" || aws.Deref(c.IAMCertificateId) != ""
	if !own && !aws.Deref(c.CloudFrontDefaultCertificate) {
		return inventory.Unanswered[Certificate](listDistributions, "the certificate's kind")
	}
	return inventory.Of(Certificate{Default: !own, MinVersion: string(c.MinimumProtocolVersion), Method: string(c.SSLSupportMethod)})
}

// said is a word that the answer must hold.
func said(word, what string) inventory.Known[string] {
	if word == "" {
		return inventory.Unanswered[string](listDistributions, what)
	}
	return inventory.Of(word)
}

func client(s inventory.Scope) *cloudfront.Client {
	return cloudfront.NewFromConfig(aws.ConfigIn(s, "cloudfront", ""))
}
