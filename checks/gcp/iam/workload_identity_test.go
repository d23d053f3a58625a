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
		return inventory.Fixture(inventory.Rows(iam.Pools, &iam.Pool{Resource: inventory.Resource{Full: "//p"}, State: inventory.Of("ACTIVE"), Disabled: inventory.Of(false)}), inventory.Rows(iam.Providers, &iam.Provider{
			Resource: inventory.Resource{ID: "w", Full: "//p/providers/w"}, State: inventory.Of(state), Disabled: inventory.Of(off),
			Kind: inventory.Of(kind), Issuer: inventory.Of(issuer), Conditioned: conditioned,
		}))
	}
	in := func(pool inventory.Part) *inventory.Inventory {
		return inventory.Fixture(pool, inventory.Rows(iam.Providers, &iam.Provider{
			Resource: inventory.Resource{ID: "w", Full: "//p/providers/w"}, State: inventory.Of("ACTIVE"), Disabled: inventory.Of(false),
			Kind: inventory.Of("oidc"), Issuer: inventory.Of("https://gitlab.com"), Conditioned: inventory.Of(false),
		}))
	}
	pool := func(full, state string, off inventory.Known[bool]) inventory.Part {
		return inventory.Rows(iam.Pools, &iam.Pool{Resource: inventory.Resource{ID: "p", Full: full}, State: inventory.Of(state), Disabled: off})
	}
	yes, no := inventory.Of(true), inventory.Of(false)
	const github = "https://token.actions.githubusercontent.com"
	checktest.Run(t, WorkloadIdentityCondition, []checktest.Case{
		{Name: "narrow", Have: have("ACTIVE", "oidc", github, false, inventory.Of(true)), Want: pass},
		{Name: "all of GitHub", Have: have("ACTIVE", "oidc", github, false, inventory.Of(false)), Want: fail, Severity: checks.High},
		{Name: "one's own enterprise at GitHub", Have: have("ACTIVE", "oidc", github+"/larkspur", false, inventory.Of(false)), Want: fail, Severity: checks.Medium},
		{Name: "one's own issuer", Have: have("ACTIVE", "oidc", "https://id.example.com", false, inventory.Of(false)), Want: fail, Severity: checks.Medium},
		{Name: "an AWS account", Have: have("ACTIVE", "aws", "", false, inventory.Of(false)), Want: fail, Severity: checks.Medium},
		{Name: "deleted", Have: have("DELETED", "oidc", github, false, inventory.Of(false)), Want: skip},
		{Name: "disabled", Have: have("ACTIVE", "oidc", github, true, inventory.Of(false)), Want: skip},
		{Name: "in a deleted pool", Have: in(pool("//p", "DELETED", no)), Want: skip},
		{Name: "in a disabled pool", Have: in(pool("//p", "ACTIVE", yes)), Want: skip},
		{Name: "another pool is disabled", Have: in(pool("//q", "ACTIVE", yes)), Want: fail},
		{Name: "the pool's switch is hidden", Have: in(pool("//p", "ACTIVE", dark[bool]())), Want: unknown},
		{Name: "pools hidden", Have: in(inventory.Unlisted(iam.Pools, "", checktest.Dark)), Want: unknown},
		{Name: "hidden", Have: have("ACTIVE", "oidc", github, false, dark[bool]()), Want: unknown},
	})
}
