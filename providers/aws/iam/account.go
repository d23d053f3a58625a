package iam

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/iam"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Account holds the settings that IAM has for an account.
type Account struct {
	inventory.Resource
	PasswordPolicy inventory.Known[PasswordPolicy] `fetch:"-"`
	CentralRoot    inventory.Known[CentralRoot]    `fetch:"-"`
}

// A PasswordPolicy is what passwords of IAM users must be like.
type PasswordPolicy struct {
	Custom                              bool // false: the default policy of IAM is in force
	MinimumLength                       inventory.Known[int]
	Uppercase, Lowercase, Digit, Symbol inventory.Known[bool]
	MaxAge                              inventory.Known[int] // days; 0: passwords do not expire
	ReusePrevention                     inventory.Known[int] // passwords remembered; 0: none
}

// defaultPasswordPolicy is in force where none is set: at least eight
// characters, of three of the four kinds, without expiry or memory, so that no
// single kind is required (IAM User Guide, "Default password policy").
func defaultPasswordPolicy() PasswordPolicy {
	none, no := inventory.Of(0), inventory.Of(false)
	return PasswordPolicy{MinimumLength: inventory.Of(8), Uppercase: no, Lowercase: no, Digit: no, Symbol: no, MaxAge: none, ReusePrevention: none}
}

// CentralRoot is what an organization does about the root users of its members.
type CentralRoot struct {
	InOrganization inventory.Known[bool]
	Features       inventory.Known[[]string] // RootCredentialsManagement, RootSessions
}

// Accounts lists the account itself, without a call.
var Accounts = &inventory.Type[Account]{
	Kind:  "aws.iam.Account",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Account, error] {
		arn := aws.ARN{Partition: aws.From(s).Partition, Service: "iam", Account: s.Account, Resource: "account"}.String()
		r := aws.Resource(s, arn, s.Account)
		r.Tags = inventory.Of[map[string]string](nil)
		return aws.One([]*Account{{Resource: r}}, nil)
	},
}

// AccountPasswordPolicy fetches Account.PasswordPolicy. NoSuchEntity says that
// no policy is set, so that IAM's default is in force.
var AccountPasswordPolicy = &inventory.Field[Account, PasswordPolicy]{
	Of: Accounts, Column: "passwordPolicy", Actions: []string{"iam:GetAccountPasswordPolicy"},
	At: func(a *Account) *inventory.Known[PasswordPolicy] { return &a.PasswordPolicy },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Account) (PasswordPolicy, error) {
		out, err := client(s).GetAccountPasswordPolicy(ctx, &iam.GetAccountPasswordPolicyInput{})
		if aws.Code(err, "NoSuchEntity") {
			return defaultPasswordPolicy(), nil
		}
		if err != nil {
			return PasswordPolicy{}, err
		}
		p := out.PasswordPolicy
		if p == nil {
			return PasswordPolicy{}, aws.ErrBroken
		}
		number := func(n *int32, absent inventory.Known[int32]) inventory.Known[int] {
			return inventory.Map(inventory.FromPtr(n, absent), func(n int32) int { return int(n) })
		}
		return PasswordPolicy{
			Custom:    true,
			Uppercase: inventory.Of(p.RequireUppercaseCharacters), Lowercase: inventory.Of(p.RequireLowercaseCharacters),
			Digit: inventory.Of(p.RequireNumbers), Symbol: inventory.Of(p.RequireSymbols),
			MinimumLength: number(p.MinimumPasswordLength, inventory.Unanswered[int32]("IAM GetAccountPasswordPolicy", "MinimumPasswordLength")),
			// "Returns false if MaxPasswordAge is 0 or not present" (of
			// ExpirePasswords): absence means that passwords do not expire.
			MaxAge: number(p.MaxPasswordAge, inventory.Of[int32](0)),
			// UpdateAccountPasswordPolicy: without the parameter "the result is
			// that IAM users are not prevented from reusing previous passwords".
			ReusePrevention: number(p.PasswordReusePrevention, inventory.Of[int32](0)),
		}, nil
	},
}

// AccountCentralRoot fetches Account.CentralRoot. Only the management account
// and the delegated administrator may see the features.
var AccountCentralRoot = &inventory.Field[Account, CentralRoot]{
	Of: Accounts, Column: "centralRoot", Actions: []string{"iam:ListOrganizationsFeatures"},
	At: func(a *Account) *inventory.Known[CentralRoot] { return &a.CentralRoot },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Account) (CentralRoot, error) {
		in := inventory.Of(true)
		out, err := client(s).ListOrganizationsFeatures(ctx, &iam.ListOrganizationsFeaturesInput{})
		switch {
		case aws.Code(err, "OrganizationNotFound", "OrganizationNotFoundException"):
			return CentralRoot{inventory.Of(false), inventory.Of[[]string](nil)}, nil
		case aws.Code(err, "ServiceAccessNotEnabled", "ServiceAccessNotEnabledException", "OrganizationNotInAllFeaturesMode", "OrganizationNotInAllFeaturesModeException"):
			return CentralRoot{in, inventory.Of[[]string](nil)}, nil // what the features need is off, and so are they
		case aws.Code(err, "AccountNotManagementOrDelegatedAdministrator", "AccountNotManagementOrDelegatedAdministratorException"):
			return CentralRoot{in, inventory.Missing[[]string](inventory.Gap{
				Reason: inventory.OtherAccount, Call: "IAM ListOrganizationsFeatures", Action: "iam:ListOrganizationsFeatures",
				Where: "the organization's management account",
			})}, nil
		case err != nil:
			return CentralRoot{}, err
		}
		var features []string
		for _, f := range out.EnabledFeatures {
			features = append(features, string(f))
		}
		return CentralRoot{in, inventory.Of(features)}, nil
	},
}
