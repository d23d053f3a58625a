// Package account collects the contacts of an AWS account.
package account

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/account"
	"github.com/aws/aws-sdk-go-v2/service/account/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Account holds the contacts of the account.
type Account struct {
	inventory.Resource
	Primary    inventory.Known[Primary] `fetch:"-"`
	Security   inventory.Known[Contact] `fetch:"-"`
	Billing    inventory.Known[Contact] `fetch:"-"`
	Operations inventory.Known[Contact] `fetch:"-"`
}

// Primary says which parts of the primary contact are filled in.
type Primary struct {
	Missing []string // the required parts that are empty, by the API's names
	Name    string   // a digest, for comparison
	Phone   string   // a digest, for comparison
}

// A Contact is an alternate contact. People's details are not kept: digests
// tell whether two contacts have the same.
type Contact struct {
	Set                bool
	Name, Email, Phone string
}

// Accounts lists the account itself, without a call.
var Accounts = &inventory.Type[Account]{
	Kind:  "aws.account.Account",
	Level: inventory.AtAccount,
	Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Account, error] {
		arn := aws.ARN{Partition: aws.From(s).Partition, Service: "account", Account: s.Account, Resource: "account"}.String()
		r := aws.Resource(s, arn, s.Account)
		r.Tags = inventory.Of[map[string]string](nil)
		return aws.One([]*Account{{Resource: r}}, nil)
	},
}

func client(s inventory.Scope) *account.Client {
	return account.NewFromConfig(aws.Config(s, "account"))
}

// AccountPrimary fetches Account.Primary.
var AccountPrimary = &inventory.Field[Account, Primary]{
	Of: Accounts, Column: "primary", Actions: []string{"account:GetContactInformation"},
	At: func(a *Account) *inventory.Known[Primary] { return &a.Primary },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Account) (Primary, error) {
		required := []string{"FullName", "AddressLine1", "City", "PostalCode", "CountryCode", "PhoneNumber"}
		out, err := client(s).GetContactInformation(ctx, &account.GetContactInformationInput{})
		if aws.Code(err, "ResourceNotFoundException") {
			return Primary{Missing: required}, nil
		}
		if err != nil {
			return Primary{}, err
		}
		c := out.ContactInformation
		if c == nil {
			return Primary{}, aws.ErrBroken
		}
		p := Primary{Name: digest(c.FullName), Phone: digest(c.PhoneNumber)}
		for i, v := range []*string{c.FullName, c.AddressLine1, c.City, c.PostalCode, c.CountryCode, c.PhoneNumber} {
			if strings.TrimSpace(aws.Deref(v)) == "" {
				p.Missing = append(p.Missing, required[i])
			}
		}
		return p, nil
	},
}

// The fields of the alternate contacts, one call each.
var (
	AccountSecurity   = alternate("security", types.AlternateContactTypeSecurity, func(a *Account) *inventory.Known[Contact] { return &a.Security })
	AccountBilling    = alternate("billing", types.AlternateContactTypeBilling, func(a *Account) *inventory.Known[Contact] { return &a.Billing })
	AccountOperations = alternate("operations", types.AlternateContactTypeOperations, func(a *Account) *inventory.Known[Contact] { return &a.Operations })
)

// alternate is the Field of one alternate contact; ResourceNotFoundException
// says that there is none.
func alternate(column string, t types.AlternateContactType, at func(*Account) *inventory.Known[Contact]) *inventory.Field[Account, Contact] {
	return &inventory.Field[Account, Contact]{
		Of: Accounts, Column: column, Actions: []string{"account:GetAlternateContact"}, At: at,
		Fetch: func(ctx context.Context, s inventory.Scope, _ *Account) (Contact, error) {
			out, err := client(s).GetAlternateContact(ctx, &account.GetAlternateContactInput{AlternateContactType: t})
			if aws.Code(err, "ResourceNotFoundException") {
				return Contact{}, nil
			}
			if err != nil {
				return Contact{}, err
			}
			c := out.AlternateContact
			if c == nil {
				return Contact{}, aws.ErrBroken
			}
			return Contact{true, digest(c.Name), digest(c.EmailAddress), digest(c.PhoneNumber)}, nil
		},
	}
}

// digest stands for a detail of a person in comparisons; letter case and
// spaces make no difference. It is empty for an empty one.
func digest(v *string) string {
	text := strings.ToLower(strings.Join(strings.Fields(aws.Deref(v)), ""))
	if text == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}
