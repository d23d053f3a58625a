package ec2

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// inState is an instance of the customer's own.
func inState(state string) *ec2.Instance {
	return &ec2.Instance{Resource: inventory.Resource{ID: "i-1"}, State: inventory.Of(state), Operator: inventory.Of("")}
}

// managed is a running instance that another service runs.
func managed() *ec2.Instance {
	i := inState("running")
	i.Operator = inventory.Of("eks.amazonaws.com")
	return i
}

// region is an inventory of one region with these settings.
func region(s *ec2.Settings, parts ...inventory.Part) *inventory.Inventory {
	s.ID = inventory.FixtureRegion
	return inventory.Fixture(append(parts, inventory.InRegions(inventory.FixtureRegion), inventory.Rows(ec2.RegionSettings, s))...)
}
