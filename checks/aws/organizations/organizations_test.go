package organizations

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	larkspur = inventory.Of(organizations.Organization{ID: "o-larkspur00", Management: inventory.Of("999988887777")})
	alone    = inventory.Of(organizations.Organization{Management: inventory.Of("")})
	unread   = inventory.Missing[organizations.Organization](checktest.Dark)
)

// account is the scanned account, changed by the functions given.
func account(org inventory.Known[organizations.Organization], change ...func(*organizations.Account)) inventory.Part {
	a := &organizations.Account{Resource: inventory.Resource{ID: inventory.FixtureAccount}, Organization: org}
	for _, c := range change {
		c(a)
	}
	return inventory.Rows(organizations.Accounts, a)
}

func want(v checks.Verdict) []checks.Verdict { return []checks.Verdict{v} }
