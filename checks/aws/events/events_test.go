package events

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/events"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skipped = []checks.Verdict{checks.NotApplicable}

	hidden = inventory.Missing[trust.Policy](checktest.Dark)
	none   = inventory.Of(trust.Policy{})
)

// lets is a policy that lets a principal send events under a condition.
func lets(t *testing.T, principal, condition string) inventory.Known[trust.Policy] {
	t.Helper()
	doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":` + principal + `,"Action":"events:PutEvents","Resource":"arn:aws:events:us-east-1:111122223333:event-bus/b","Condition":{` + condition + `}}]}`)
	if err != nil {
		t.Fatal(err)
	}
	return inventory.Of(trust.Policy{Document: &doc, Trusted: []string{"222233334444"}})
}

// bus is an account of an organization with one event bus.
func bus(name string, pol inventory.Known[trust.Policy]) *inventory.Inventory {
	b := &events.Bus{Resource: inventory.Resource{ID: name, Full: "arn:aws:events:us-east-1:111122223333:event-bus/" + name}, Policy: pol}
	org := &organizations.Account{Organization: inventory.Of(organizations.Organization{ID: "o-abc"})}
	return inventory.Fixture(inventory.Rows(events.Buses, b), inventory.Rows(organizations.Accounts, org))
}
