package orgpolicy

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// Each check asks for a constraint of its own, and for no other.
func TestEnforced(t *testing.T) {
	for constraint, c := range map[string]*checks.Check{
		orgpolicy.NoServiceAccountKeys: NoServiceAccountKeys, orgpolicy.NoServiceAccountUploads: NoServiceAccountUploads, orgpolicy.NoAutomaticGrants: NoAutomaticGrants,
		orgpolicy.UniformAccess: UniformAccess, orgpolicy.PublicAccessPrevention: PublicAccessPrevention, orgpolicy.RequireOSLogin: RequireOSLogin,
		orgpolicy.NoSerialPort: NoSerialPort, orgpolicy.SkipDefaultNetwork: SkipDefaultNetwork,
	} {
		t.Run(c.ID, func(t *testing.T) {
			have := func(others bool, enforced inventory.Known[bool]) *inventory.Inventory {
				row := &orgpolicy.Project{Resource: inventory.Resource{ID: "1"}}
				for _, other := range orgpolicy.Constraints {
					p := orgpolicy.Policy{Constraint: other, Enforced: inventory.Of(others)}
					if other == constraint {
						p.Enforced = enforced
					}
					row.Policies = append(row.Policies, p)
				}
				return inventory.Fixture(inventory.Rows(orgpolicy.Projects, row))
			}
			checktest.Run(t, c, []checktest.Case{
				{Name: "on", Have: have(false, inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
				{Name: "off", Have: have(true, inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
				{Name: "hidden", Have: have(true, inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
			})
		})
	}
}
