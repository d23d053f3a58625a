package organizations

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/organizations"
	"github.com/aws/aws-sdk-go-v2/service/organizations/types"

	"demarc/providers/aws"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// A Policy is a service control policy. AWS's own FullAWSAccess has the account
// "aws"; the others belong to the organization's management account.
type Policy struct {
	inventory.Resource
	Targets  inventory.Known[[]string]        `fetch:"-"` // ids of the roots, units and accounts that have it
	Document inventory.Known[policy.Document] `fetch:"-"`
}

// Policies lists the organization's service control policies. Only the
// management account and delegated administrators may ask.
var Policies = &inventory.Type[Policy]{
	Kind:    "aws.organizations.Policy",
	Level:   inventory.AtAccount,
	Model:   inventory.Account,
	Actions: []string{"organizations:ListPolicies"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Policy, error] {
		pages := aws.Pages(ctx, client(s).ListPolicies, &organizations.ListPoliciesInput{Filter: types.PolicyTypeServiceControlPolicy},
			func(out *organizations.ListPoliciesOutput) *string { return out.NextToken },
			func(in *organizations.ListPoliciesInput, token *string) { in.NextToken = token })
		return noneAlone(aws.List(pages, func(out *organizations.ListPoliciesOutput) (rows []*Policy) {
			for _, p := range out.Policies {
				r := aws.Resource(s, aws.Deref(p.Arn), aws.Deref(p.Id))
				rows = append(rows, &Policy{Resource: aws.Named(r, aws.Deref(p.Name))})
			}
			return rows
		}))
	},
}

// noneAlone ends a listing without an error where the account is in no
// organization: it has none of what is listed.
func noneAlone[T any](rows iter.Seq2[*T, error]) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for r, err := range rows {
			if standalone(err) || !yield(r, err) {
				return
			}
		}
	}
}

// PolicyTargets fetches Policy.Targets.
var PolicyTargets = &inventory.Field[Policy, []string]{
	Of: Policies, Column: "targets", Actions: []string{"organizations:ListTargetsForPolicy"},
	At: func(p *Policy) *inventory.Known[[]string] { return &p.Targets },
	Fetch: func(ctx context.Context, s inventory.Scope, p *Policy) ([]string, error) {
		var ids []string
		for out, err := range aws.Pages(ctx, client(s).ListTargetsForPolicy, &organizations.ListTargetsForPolicyInput{PolicyId: &p.ID},
			func(out *organizations.ListTargetsForPolicyOutput) *string { return out.NextToken },
			func(in *organizations.ListTargetsForPolicyInput, token *string) { in.NextToken = token }) {
			if err != nil {
				return nil, gone(err)
			}
			for _, t := range out.Targets {
				ids = append(ids, aws.Deref(t.TargetId))
			}
		}
		return ids, nil
	},
}

// PolicyDocument fetches Policy.Document.
var PolicyDocument = &inventory.Field[Policy, policy.Document]{
	Of: Policies, Column: "document", Actions: []string{"organizations:DescribePolicy"},
	At: func(p *Policy) *inventory.Known[policy.Document] { return &p.Document },
	Fetch: func(ctx context.Context, s inventory.Scope, p *Policy) (policy.Document, error) {
		out, err := client(s).DescribePolicy(ctx, &organizations.DescribePolicyInput{PolicyId: &p.ID})
		if err != nil {
			return policy.Document{}, gone(err)
		}
		if out.Policy == nil || out.Policy.Content == nil {
			return policy.Document{}, aws.ErrBroken
		}
		return policy.Parse(*out.Policy.Content)
	},
}

// A DelegatedAdministrator is a member account that manages a service for the
// organization. It is owned by itself and gets no finding elsewhere.
type DelegatedAdministrator struct{ inventory.Resource }

// DelegatedAdministrators lists them. Only the management account and
// delegated administrators may ask.
var DelegatedAdministrators = &inventory.Type[DelegatedAdministrator]{
	Kind:    "aws.organizations.DelegatedAdministrator",
	Level:   inventory.AtAccount,
	Model:   inventory.Account,
	Actions: []string{"organizations:ListDelegatedAdministrators"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*DelegatedAdministrator, error] {
		pages := aws.Pages(ctx, client(s).ListDelegatedAdministrators, &organizations.ListDelegatedAdministratorsInput{},
			func(out *organizations.ListDelegatedAdministratorsOutput) *string { return out.NextToken },
			func(in *organizations.ListDelegatedAdministratorsInput, token *string) { in.NextToken = token })
		return noneAlone(aws.List(pages, func(out *organizations.ListDelegatedAdministratorsOutput) (rows []*DelegatedAdministrator) {
			for _, a := range out.DelegatedAdministrators {
				r := aws.Resource(s, aws.Deref(a.Arn), aws.Deref(a.Id))
				r.Account = r.ID
				rows = append(rows, &DelegatedAdministrator{aws.Named(r, aws.Deref(a.Name))})
			}
			return rows
		}))
	},
}
