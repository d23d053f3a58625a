package iam

import (
	"context"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A User is an IAM user. Its ID is its name, which is unique in the account.
type User struct {
	inventory.Resource
	Created     inventory.Known[time.Time]
	Groups      inventory.Known[[]string] // by name
	Inline      inventory.Known[[]Document]
	Attached    inventory.Known[[]string]    // ARNs of managed policies
	Boundary    inventory.Known[string]      // ARN of the permissions boundary, empty for none
	Credentials inventory.Known[Credentials] `fetch:"-"`
	VirtualMFA  inventory.Known[[]string]    `fetch:"-"` // serial numbers of its virtual MFA devices
}

// Users lists the account's IAM users.
var Users = &inventory.Type[User]{
	Kind:  "aws.iam.User",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	Uses:  []inventory.Source{Authorization},
	List: rows(func(a authorization) []types.UserDetail { return a.users }, func(s inventory.Scope, u types.UserDetail) *User {
		return &User{
			Resource: tagged(aws.Resource(s, aws.Deref(u.Arn), *u.UserName), u.Tags),
			Created:  moment(u.CreateDate, "CreateDate of a user"),
			Groups:   inventory.Of(slices.Clone(u.GroupList)), // absent where it is empty
			Inline:   inventory.Of(inline(u.UserPolicyList)),
			Attached: attached(u.AttachedManagedPolicies),
			Boundary: boundary(u.PermissionsBoundary),
		}
	}),
}

// UserCredentials fetches User.Credentials: from the credential report, or one
// by one for a user that is newer than the report.
var UserCredentials = &inventory.Field[User, Credentials]{
	Of: Users, Column: "credentials",
	Actions: []string{"iam:GetLoginProfile", "iam:ListAccessKeys", "iam:ListMFADevices"},
	Uses:    []inventory.Source{CredentialReport},
	At:      func(u *User) *inventory.Known[Credentials] { return &u.Credentials },
	Fetch: func(ctx context.Context, s inventory.Scope, u *User) (Credentials, error) {
		r, err := CredentialReport.Get(ctx, s)
		if err != nil {
			return Credentials{}, err
		}
		// A report may hold an earlier user of the same name.
		created, known := u.Created.Peek()
		if c, ok := r.of[u.Full]; ok && known && !created.After(r.generated) {
			return c, nil
		}
		return newcomer(ctx, s, u)
	},
}

// UserVirtualMFA fetches User.VirtualMFA.
var UserVirtualMFA = &inventory.Field[User, []string]{
	Of: Users, Column: "virtualMFA", Uses: []inventory.Source{VirtualMFADevices},
	At: func(u *User) *inventory.Known[[]string] { return &u.VirtualMFA },
	Fetch: func(ctx context.Context, s inventory.Scope, u *User) ([]string, error) {
		devices, err := VirtualMFADevices.Get(ctx, s)
		return devices[u.Full], err
	},
}

// A Group is a group of IAM users. Its ID is its name.
type Group struct {
	inventory.Resource
	Inline   inventory.Known[[]Document]
	Attached inventory.Known[[]string]
}

// Groups lists the account's groups. IAM groups cannot be tagged.
var Groups = &inventory.Type[Group]{
	Kind:  "aws.iam.Group",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	Uses:  []inventory.Source{Authorization},
	List: rows(func(a authorization) []types.GroupDetail { return a.groups }, func(s inventory.Scope, g types.GroupDetail) *Group {
		return &Group{
			Resource: tagged(aws.Resource(s, aws.Deref(g.Arn), *g.GroupName), nil),
			Inline:   inventory.Of(inline(g.GroupPolicyList)),
			Attached: attached(g.AttachedManagedPolicies),
		}
	}),
}
