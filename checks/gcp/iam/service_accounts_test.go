package iam

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func accounts(used inventory.Known[time.Time], off inventory.Known[bool]) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(iam.ServiceAccounts, newAccount(used, off)))
}

func TestServiceAccountUsed(t *testing.T) {
	never := inventory.Of(time.Time{})
	checktest.Run(t, ServiceAccountUsed, []checktest.Case{
		{Name: "used", Have: accounts(inventory.Of(daysAgo(41)), inventory.Of(false)), Want: pass},
		{Name: "not in six weeks", Have: accounts(never, inventory.Of(false)), Want: fail},
		{Name: "disabled", Have: accounts(never, inventory.Of(true)), Want: skip},
		{Name: "hidden", Have: accounts(dark[time.Time](), inventory.Of(false)), Want: unknown},
	})
	// A limit that Monitoring does not reach to makes nobody idle; a shorter one does.
	for limit, want := range map[int]checks.Verdict{100: checks.Unknown, 10: checks.Fail} {
		checks.Evaluate(ServiceAccountUsed, accounts(never, inventory.Of(false)), checks.Params{ServiceAccountUsed.ID + ".maxIdleDays": limit}, func(r checks.Result) {
			if r.Verdict != want {
				t.Errorf("with a limit of %d days: %s %s", limit, r.Verdict, r.Message)
			}
		})
	}
	checks.Evaluate(ServiceAccountUsed, accounts(inventory.Of(daysAgo(20)), inventory.Of(false)), checks.Params{ServiceAccountUsed.ID + ".maxIdleDays": 10}, func(r checks.Result) {
		if r.Verdict != checks.Fail {
			t.Errorf("used 20 days ago, with a limit of 10: %s", r.Verdict)
		}
	})
}

func TestServiceAccountPublic(t *testing.T) {
	have := func(policies ...*iam.Policy) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.ServiceAccounts, newAccount(dark[time.Time](), inventory.Of(false))), inventory.Rows(iam.Policies, policies...))
	}
	checktest.Run(t, ServiceAccountPublic, []checktest.Case{
		{Name: "no policy", Have: have(), Want: pass},
		{Name: "someone", Have: have(on(accountFull, to("roles/iam.serviceAccountUser", "user:a@example.com"))), Want: pass},
		{Name: "everybody", Have: have(on(accountFull, to("roles/iam.serviceAccountTokenCreator", "allUsers"))), Want: fail},
		{Name: "hidden", Have: have(hiddenPolicy(accountFull)), Want: unknown},
	})
}
