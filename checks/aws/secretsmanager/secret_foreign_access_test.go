package secretsmanager

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/inventory"
)

func TestSecretForeignAccess(t *testing.T) {
	member := inventory.Rows(organizations.Accounts, &organizations.Account{Organization: inventory.Of(organizations.Organization{ID: "o-ours000000"})})
	checktest.Run(t, SecretForeignAccess, []checktest.Case{
		{Name: "no policy", Have: have(nil, member), Want: []checks.Verdict{checks.Pass}},
		{Name: "trusted", Have: have(attached(t, `{"AWS":"222233334444"}`, ""), member), Want: []checks.Verdict{checks.Pass}},
		{Name: "foreign", Have: have(attached(t, `{"AWS":"999988887777"}`, ""), member), Want: []checks.Verdict{checks.Fail}},
		{Name: "the own organization", Have: have(attached(t, `"*"`, `{"StringEquals":{"aws:PrincipalOrgID":"o-ours000000"}}`), member), Want: []checks.Verdict{checks.Pass}},
		{Name: "awaits deletion", Have: have(deleted, member), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(hidden, member), Want: []checks.Verdict{checks.Unknown}},
	})
}
