package kms

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/kms"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestKeyForeignAccess(t *testing.T) {
	have := func(m kms.Metadata, pol inventory.Known[trust.Policy]) *inventory.Inventory {
		k := key(m)
		k.Policy = pol
		return inventory.Fixture(inventory.Rows(kms.Keys, k), inventory.Rows(organizations.Accounts,
			&organizations.Account{Organization: inventory.Of(organizations.Organization{ID: "o-ours000000"})}))
	}
	checktest.Run(t, KeyForeignAccess, []checktest.Case{
		{Name: "the account itself", Have: have(own, attached(t, `{"AWS":"111122223333"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "trusted", Have: have(own, attached(t, `{"AWS":"222233334444"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "foreign", Have: have(own, attached(t, `{"AWS":"arn:aws:iam::999988887777:root"}`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "the own organization", Have: have(own, attached(t, `"*"`, `{"StringEquals":{"aws:PrincipalOrgID":"o-ours000000"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "managed by AWS", Have: have(managed, hiddenPolicy), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(own, hiddenPolicy), Want: []checks.Verdict{checks.Unknown}},
	})
}
