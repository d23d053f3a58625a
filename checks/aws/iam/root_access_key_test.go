package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// roots is a root user with what is known of it.
func roots(mfa, keys, password inventory.Known[bool], virtual inventory.Known[[]string]) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(iam.Roots, &iam.Root{
		Resource:   inventory.Resource{ID: "root"},
		Summary:    known(iam.Summary{MFA: mfa, Keys: keys, Password: password}),
		VirtualMFA: virtual,
	}))
}

var (
	yes, no = known(true), known(false)
	unsure  = dark[bool]()
	noneOf  = known([]string{})
)

func TestRootAccessKey(t *testing.T) {
	checktest.Run(t, RootAccessKey, []checktest.Case{
		{Name: "none", Have: roots(yes, no, yes, noneOf), Want: want(checks.Pass)},
		{Name: "keys", Have: roots(yes, yes, yes, noneOf), Want: want(checks.Fail)},
		{Name: "hidden", Have: roots(yes, unsure, yes, noneOf), Want: want(checks.Unknown)},
	})
}
