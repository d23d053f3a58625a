package iam

import (
	"cmp"
	"context"
	"iter"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// A Policy is a managed policy. AWS's own have the account "aws": they serve
// look-ups, findings about them belong to what they are attached to. Tags are
// not part of the listing and nobody reads them.
type Policy struct {
	inventory.Resource
	Document    inventory.Known[policy.Document] // of the version in force
	Attachments inventory.Known[int]             // users, groups and roles that have it
}

// Policies lists the customer-managed policies, and those of AWS that are
// attached to something.
var Policies = &inventory.Type[Policy]{
	Kind:  "aws.iam.Policy",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	Uses:  []inventory.Source{Authorization},
	List: rows(func(a authorization) []types.ManagedPolicyDetail { return a.policies }, func(s inventory.Scope, p types.ManagedPolicyDetail) *Policy {
		row := &Policy{
			Resource: aws.Resource(s, aws.Deref(p.Arn), last(aws.Deref(p.Arn))), // the account of AWS's own ARNs is "aws"
			Document: inventory.Unanswered[policy.Document](details, "the default version of a policy"),
		}
		row.Attachments = inventory.Map(inventory.FromPtr(p.AttachmentCount, inventory.Unanswered[int32](details, "AttachmentCount")),
			func(n int32) int { return int(n) })
		for _, v := range p.PolicyVersionList {
			if v.IsDefaultVersion {
				row.Document = document(v.Document)
			}
		}
		return row
	}),
}

// An InlinePolicy is a policy that is embedded in a user, a group or a role. It
// has no ARN: its full id is that of its holder with the policy's name.
type InlinePolicy struct {
	inventory.Resource
	Holder   string // the ARN of the user, group or role
	Document inventory.Known[policy.Document]
}

// Managed says who, other than the customer, looks after the policy's holder.
func (p *InlinePolicy) Managed() string {
	return (&Role{Resource: inventory.Resource{Full: p.Holder}}).Managed()
}

// InlinePolicies lists the account's inline policies.
var InlinePolicies = &inventory.Type[InlinePolicy]{
	Kind:  "aws.iam.InlinePolicy",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	Uses:  []inventory.Source{Authorization},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*InlinePolicy, error] {
		all, err := Authorization.Get(ctx, s)
		var out []*InlinePolicy
		add := func(arn *string, kind string, name *string, list []types.PolicyDetail) {
			for _, d := range inline(list) {
				if arn == nil || name == nil || d.Name == "" {
					err = cmp.Or(err, aws.ErrBroken)
					continue
				}
				out = append(out, inlineRow(s, *arn, kind+"/"+*name, d))
			}
		}
		for _, u := range all.users {
			add(u.Arn, "user", u.UserName, u.UserPolicyList)
		}
		for _, g := range all.groups {
			add(g.Arn, "group", g.GroupName, g.GroupPolicyList)
		}
		for _, r := range all.roles {
			add(r.Arn, "role", r.RoleName, r.RolePolicyList)
		}
		return aws.One(out, err)
	},
}

func inlineRow(s inventory.Scope, holder, id string, d Document) *InlinePolicy {
	r := aws.Resource(s, holder, id+"/"+d.Name)
	r.Full = strings.Join([]string{holder, "inline-policy", d.Name}, "/")
	r.Tags = inventory.Of[map[string]string](nil) // inline policies cannot be tagged
	return &InlinePolicy{Resource: aws.Named(r, d.Name), Holder: holder, Document: d.Document}
}
