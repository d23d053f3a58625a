package secretsmanager

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/inventory"
)

func TestSecretPublicAccess(t *testing.T) {
	checktest.Run(t, SecretPublicAccess, []checktest.Case{
		{Name: "no policy", Have: have(nil), Want: []checks.Verdict{checks.Pass}},
		{Name: "anyone", Have: have(attached(t, `"*"`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "anyone, of one organization", Have: have(attached(t, `"*"`, `{"StringEquals":{"aws:PrincipalOrgID":"o-ours000000"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "an account", Have: have(attached(t, `{"AWS":"999988887777"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "awaits deletion", Have: have(deleted), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(secretsmanager.Secrets, "us-east-1", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
