package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func TestWorkloadIdentityCondition(t *testing.T) {
	have := func(state, kind, issuer string, off bool, conditioned inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Providers, &iam.Provider{
			Resource: inventory.Resource{ID: "w"}, State: inventory.Of(state), Disabled: inventory.Of(off),
			Kind: inventory.Of(kind), Issuer: inventory.Of(issuer), Conditioned: conditioned,
		}))
	}
	const github = "https://token.actions.githubusercontent.com"
	checktest.Run(t, WorkloadIdentityCondition, []checktest.Case{
		{Name: "narrow", Have: have("ACTIVE", "oidc", github, false, inventory.Of(true)), Want: pass},
		{Name: "all of GitHub", Have: have("ACTIVE", "oidc", github, false, inventory.Of(false)), Want: fail, Severity: checks.High},
		{Name: "one's own enterprise at GitHub", Have: have("ACTIVE", "oidc", github+"/larkspur", false, inventory.Of(false)), Want: fail, Severity: checks.Medium},
		{Name: "one's own issuer", Have: have("ACTIVE", "oidc", "https://id.example.com", false, inventory.Of(false)), Want: fail, Severity: checks.Medium},
		{Name: "an AWS account", Have: have("ACTIVE", "aws", "", false, inventory.Of(false)), Want: fail, Severity: checks.Medium},
		{Name: "deleted", Have: have("DELETED", "oidc", github, false, inventory.Of(false)), Want: skip},
		{Name: "disabled", Have: have("ACTIVE", "oidc", github, true, inventory.Of(false)), Want: skip},
		{Name: "hidden", Have: have("ACTIVE", "oidc", github, false, dark[bool]()), Want: unknown},
	})
}
