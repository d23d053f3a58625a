package iam

import (
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// A Role is an IAM role. Its ID is its name.
type Role struct {
	inventory.Resource
	Created  inventory.Known[time.Time]
	LastUsed inventory.Known[time.Time] // zero: not within the 400 days that IAM tracks
	Trust    inventory.Known[policy.Document]
	// Foreign lists the accounts that the trust policy names and that are not
	// the customer's own.
	Foreign  inventory.Known[[]string]
	Inline   inventory.Known[[]Document]
	Attached inventory.Known[[]string]
	Boundary inventory.Known[string]
}

// Managed says who, other than the customer, looks after the role; "" for the
// customer. It is read off the path, which only AWS can give to a role.
func (r *Role) Managed() string {
	switch {
	case r.ServiceLinked():
		return "the role is linked to a service and managed by AWS"
	case strings.Contains(r.Full, ":role/aws-reserved/"):
		return "the role is managed by AWS IAM Identity Center"
	}
	return ""
}

// ServiceLinked reports whether the role belongs to a service, which alone
// chooses its policies.
func (r *Role) ServiceLinked() bool { return strings.Contains(r.Full, ":role/aws-service-role/") }

// Roles lists the account's roles.
var Roles = &inventory.Type[Role]{
	Kind:  "aws.iam.Role",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	Uses:  []inventory.Source{Authorization},
	List: rows(func(a authorization) []types.RoleDetail { return a.roles }, func(s inventory.Scope, r types.RoleDetail) *Role {
		trust := document(r.AssumeRolePolicyDocument)
		return &Role{
			Resource: tagged(aws.Resource(s, aws.Deref(r.Arn), *r.RoleName), r.Tags),
			Created:  moment(r.CreateDate, "CreateDate of a role"),
			LastUsed: lastUsed(r.RoleLastUsed),
			Trust:    trust,
			Foreign: inventory.Then(trust, func(d policy.Document) inventory.Known[[]string] {
				others := foreign(d, aws.From(s).Trusted)
				if len(others) > 0 && aws.From(s).Unsure {
					return inventory.Missing[[]string](accountsUnlisted)
				}
				return inventory.Of(others)
			}),
			Inline:   inventory.Of(inline(r.RolePolicyList)),
			Attached: attached(r.AttachedManagedPolicies),
			Boundary: boundary(r.PermissionsBoundary),
		}
	}),
}

// lastUsed reads when a role was last used. The date is null where it was not
// used within the tracking period (IAM API reference, RoleLastUsed).
func lastUsed(u *types.RoleLastUsed) inventory.Known[time.Time] {
	if u == nil {
		return inventory.Unanswered[time.Time](details, "RoleLastUsed")
	}
	return inventory.FromPtr(u.LastUsedDate, inventory.Of(time.Time{}))
}

// foreign lists the accounts that a policy names, as principals or in
// conditions, and that trusted does not know for the customer's own.
func foreign(d policy.Document, trusted func(string) bool) []string {
	var all []string
	add := func(value string) {
		if a, ok := aws.ParseARN(value); ok {
			value = a.Account
		}
		value, _, _ = strings.Cut(value, ":") // the aws:userid of a federated user is account:name
		if isAccount(value) && !trusted(value) {
			all = append(all, value)
		}
	}
	for _, st := range d.Statements {
		for _, p := range slices.Concat(st.Principals, st.NotPrincipals) {
			add(p.Value)
		}
		for _, c := range st.Conditions {
			for _, v := range c.Values {
				add(v)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func isAccount(s string) bool {
	return len(s) == 12 && strings.Trim(s, "0123456789") == ""
}

// accountsUnlisted is the Gap in place of the knowledge whether the accounts that a
// trust policy names are the organization's.
var accountsUnlisted = inventory.Gap{
	Reason: inventory.Denied, Call: "Organizations ListAccounts", Action: "organizations:ListAccounts",
	Where: "the organization's accounts; name your own by --trusted-account",
}
