// Package iam collects the identities of an account (users, groups, roles,
// policies and identity providers), the root user, and the account's settings
// for them.
package iam

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// client is the client for IAM, which is one service for all regions.
func client(s inventory.Scope) *iam.Client { return iam.NewFromConfig(aws.Config(s, "iam")) }

const (
	details = "IAM GetAccountAuthorizationDetails"
	action  = "iam:GetAccountAuthorizationDetails"
)

// gone turns "no such user" into what it says of the row.
func gone(err error) error {
	if aws.Code(err, "NoSuchEntity") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

// document reads a policy document as IAM returns it. One that is missing or
// cannot be read is a Gap: nothing may be concluded from it. The parser's error
// names a place in the document and never quotes it.
func document(encoded *string) inventory.Known[policy.Document] {
	if encoded == nil {
		return inventory.Unanswered[policy.Document](details, "a policy document")
	}
	d, err := policy.ParseEncoded(*encoded)
	if err != nil {
		return inventory.Missing[policy.Document](inventory.Gap{
			Reason: inventory.Failed, Call: details, Action: action, Where: "a document that is not understood (" + err.Error() + ")",
		})
	}
	return inventory.Of(d)
}

// A Document is a policy embedded in a user, a group or a role.
type Document struct {
	Name     string
	Document inventory.Known[policy.Document]
}

func inline(list []types.PolicyDetail) []Document {
	out := make([]Document, 0, len(list))
	for _, p := range list {
		out = append(out, Document{aws.Deref(p.PolicyName), document(p.PolicyDocument)})
	}
	return out
}

// attached lists the ARNs of attached policies. This and the other lists of an
// identity (inline policies, the groups of a user) are empty where it has none;
// the API reference has none of them as required.
func attached(list []types.AttachedPolicy) inventory.Known[[]string] {
	out := make([]string, 0, len(list))
	for _, p := range list {
		if p.PolicyArn == nil {
			return inventory.Unanswered[[]string](details, "the ARN of an attached policy")
		}
		out = append(out, *p.PolicyArn)
	}
	return inventory.Of(out)
}

// boundary is the ARN of a permissions boundary, empty where none is set: the
// element is present only then (IAM API reference, UserDetail and RoleDetail).
func boundary(b *types.AttachedPermissionsBoundary) inventory.Known[string] {
	if b == nil {
		return inventory.Of("")
	}
	return inventory.FromPtr(b.PermissionsBoundaryArn, inventory.Unanswered[string](details, "the ARN of a permissions boundary"))
}

func moment(t *time.Time, what string) inventory.Known[time.Time] {
	return inventory.FromPtr(t, inventory.Unanswered[time.Time](details, what))
}

func tagged(r inventory.Resource, tags []types.Tag) inventory.Resource {
	return aws.Tagged(r, tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
}
