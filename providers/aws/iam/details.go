package iam

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// authorization is what one paged call says of every identity and policy.
type authorization struct {
	users    []types.UserDetail
	groups   []types.GroupDetail
	roles    []types.RoleDetail
	policies []types.ManagedPolicyDetail
}

// Authorization reads the account's users, groups, roles and customer-managed
// policies, and those AWS-managed policies that are attached to something. Each
// kind is a list of its own; an account that has none of it has an empty one.
var Authorization = &inventory.Call[authorization]{
	Title:   "aws.iam.authorizationDetails",
	Actions: []string{action},
	Do: func(ctx context.Context, s inventory.Scope) (authorization, error) {
		var all authorization
		in := &iam.GetAccountAuthorizationDetailsInput{Filter: []types.EntityType{
			types.EntityTypeUser, types.EntityTypeGroup, types.EntityTypeRole,
			types.EntityTypeLocalManagedPolicy, types.EntityTypeAWSManagedPolicy,
		}}
		call := aws.Whole(client(s).GetAccountAuthorizationDetails, func(out *iam.GetAccountAuthorizationDetailsOutput) bool {
			return cut(out.IsTruncated, out.Marker)
		})
		for out, err := range aws.Pages(ctx, call, in,
			func(out *iam.GetAccountAuthorizationDetailsOutput) *string { return out.Marker },
			func(in *iam.GetAccountAuthorizationDetailsInput, token *string) { in.Marker = token }) {
			if err != nil {
				return all, err
			}
			all.users = append(all.users, out.UserDetailList...)
			all.groups = append(all.groups, out.GroupDetailList...)
			all.roles = append(all.roles, out.RoleDetailList...)
			all.policies = append(all.policies, out.Policies...)
		}
		return all, nil
	},
}

// cut reports whether a page says that there are more and does not say where:
// "when IsTruncated is true, this element is present" (API reference, "Marker").
// A marker counts whatever IsTruncated says.
func cut(truncated bool, marker *string) bool { return truncated && aws.Deref(marker) == "" }

// rows lists what row makes of one part of the authorization details. What was
// read before an error is kept.
func rows[D, T any](part func(authorization) []D, row func(inventory.Scope, D) *T) func(context.Context, inventory.Scope) iter.Seq2[*T, error] {
	return func(ctx context.Context, s inventory.Scope) iter.Seq2[*T, error] {
		all, err := Authorization.Get(ctx, s)
		var out []*T
		for _, d := range part(all) {
			out = append(out, row(s, d))
		}
		return aws.One(out, err)
	}
}
