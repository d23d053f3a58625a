package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestCentralRoot(t *testing.T) {
	have := func(in inventory.Known[bool], features inventory.Known[[]string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Accounts, &iam.Account{CentralRoot: known(iam.CentralRoot{InOrganization: in, Features: features})}))
	}
	checktest.Run(t, CentralRoot, []checktest.Case{
		{Name: "on", Have: have(yes, known([]string{"RootCredentialsManagement", "RootSessions"})), Want: want(checks.Pass)},
		{Name: "off", Have: have(yes, known([]string{})), Want: want(checks.Fail)},
		{Name: "sessions only", Have: have(yes, known([]string{"RootSessions"})), Want: want(checks.Fail)},
		{Name: "alone", Have: have(no, known([]string{})), Want: want(checks.NotApplicable)},
		{Name: "a member account", Have: have(yes, dark[[]string]()), Want: want(checks.Unknown)},
	})
}
