// Package organizations collects what an account may see of the organization
// that it belongs to.
package organizations

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/organizations"
	"github.com/aws/aws-sdk-go-v2/service/organizations/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// client is the client for Organizations, which is one service for all regions.
func client(s inventory.Scope) *organizations.Client {
	return organizations.NewFromConfig(aws.Config(s, "organizations"))
}

// standalone reports whether err says that the account is in no organization.
func standalone(err error) bool { return aws.Code(err, "AWSOrganizationsNotInUseException") }

// gone turns "no such policy" into what it says of the row.
func gone(err error) error {
	if aws.Code(err, "PolicyNotFoundException") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

// An Account is the scanned account as a member of an organization, or as one
// that stands alone.
type Account struct {
	inventory.Resource
	Organization inventory.Known[Organization] `fetch:"-"`
	AIOptOut     inventory.Known[string]       `fetch:"-"` // OptOut where it holds for all services; "optIn", or "" for no policy
	TagPolicy    inventory.Known[bool]         `fetch:"-"` // a tag policy is in effect on the account
	Delegation   inventory.Known[bool]         `fetch:"-"` // the organization has a delegation policy
}

// OptOut is the choice by which AWS keeps no content for its AI services.
const OptOut = "optOut"

// An Organization is zero for an account that stands alone.
type Organization struct {
	ID         string
	Management inventory.Known[string] // the account that manages it
}

// Accounts lists the account itself, without a call.
var Accounts = &inventory.Type[Account]{
	Kind:  "aws.organizations.Account",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Account, error] {
		arn := aws.ARN{Partition: aws.From(s).Partition, Service: "organizations", Account: s.Account, Resource: "account"}.String()
		r := aws.Resource(s, arn, s.Account)
		r.Tags = inventory.Of[map[string]string](nil)
		return aws.One([]*Account{{Resource: r}}, nil)
	},
}

// AccountOrganization fetches Account.Organization. Any member may ask.
var AccountOrganization = &inventory.Field[Account, Organization]{
	Of: Accounts, Column: "organization", Actions: []string{"organizations:DescribeOrganization"},
	At: func(a *Account) *inventory.Known[Organization] { return &a.Organization },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Account) (Organization, error) {
		out, err := client(s).DescribeOrganization(ctx, &organizations.DescribeOrganizationInput{})
		switch {
		case standalone(err):
			return Organization{Management: inventory.Of("")}, nil
		case err != nil:
			return Organization{}, err
		case out.Organization == nil || out.Organization.Id == nil:
			return Organization{}, aws.ErrBroken
		}
		return Organization{
			ID:         *out.Organization.Id,
			Management: inventory.FromPtr(out.Organization.MasterAccountId, inventory.Unanswered[string]("Organizations DescribeOrganization", "MasterAccountId")),
		}, nil
	},
}

// AccountAIOptOut fetches Account.AIOptOut. Any member may ask for the policy
// that is in effect on itself.
var AccountAIOptOut = &inventory.Field[Account, string]{
	Of: Accounts, Column: "aiOptOut", Actions: []string{"organizations:DescribeEffectivePolicy"},
	At: func(a *Account) *inventory.Known[string] { return &a.AIOptOut },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Account) (string, error) {
		content, err := effective(ctx, s, types.EffectivePolicyTypeAiservicesOptOutPolicy)
		if content == "" || err != nil {
			return "", err
		}
		return defaultOptOut(content)
	},
}

// defaultOptOut reads what the effective policy chooses for every service: for
// those that it does not name, which is the choice for services to come, and
// for those that it names (Organizations User Guide, "AI services opt-out
// policy syntax and examples").
func defaultOptOut(content string) (string, error) {
	var p struct {
		Services map[string]struct {
			OptOutPolicy string `json:"opt_out_policy"`
		} `json:"services"`
	}
	if err := json.Unmarshal([]byte(content), &p); err != nil {
		return "", err
	}
	for _, name := range slices.Sorted(maps.Keys(p.Services)) {
		if choice := p.Services[name].OptOutPolicy; choice != OptOut {
			return choice, nil
		}
	}
	return p.Services["default"].OptOutPolicy, nil
}

// AccountTagPolicy fetches Account.TagPolicy.
var AccountTagPolicy = &inventory.Field[Account, bool]{
	Of: Accounts, Column: "tagPolicy", Actions: []string{"organizations:DescribeEffectivePolicy"},
	At: func(a *Account) *inventory.Known[bool] { return &a.TagPolicy },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Account) (bool, error) {
		content, err := effective(ctx, s, types.EffectivePolicyTypeTagPolicy)
		return content != "", err
	},
}

// effective is the policy of a type that is in effect on the account, empty
// where there is none.
func effective(ctx context.Context, s inventory.Scope, t types.EffectivePolicyType) (string, error) {
	out, err := client(s).DescribeEffectivePolicy(ctx, &organizations.DescribeEffectivePolicyInput{PolicyType: t})
	switch {
	case standalone(err), aws.Code(err, "EffectivePolicyNotFoundException"):
		return "", nil
	case err != nil:
		return "", err
	case out.EffectivePolicy == nil || out.EffectivePolicy.PolicyContent == nil:
		return "", aws.ErrBroken
	}
	return *out.EffectivePolicy.PolicyContent, nil
}

// AccountDelegation fetches Account.Delegation: whether the organization has
// a resource-based policy that lets members manage its policies. Only the
// management account and delegated administrators may ask.
var AccountDelegation = &inventory.Field[Account, bool]{
	Of: Accounts, Column: "delegation", Actions: []string{"organizations:DescribeResourcePolicy"},
	At: func(a *Account) *inventory.Known[bool] { return &a.Delegation },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Account) (bool, error) {
		_, err := client(s).DescribeResourcePolicy(ctx, &organizations.DescribeResourcePolicyInput{})
		if standalone(err) || aws.Code(err, "ResourcePolicyNotFoundException") {
			return false, nil
		}
		return err == nil, err
	},
}
