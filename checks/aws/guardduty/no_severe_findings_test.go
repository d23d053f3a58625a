package guardduty

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/guardduty"
	"demarc/providers/inventory"
)

func TestNoSevereFindings(t *testing.T) {
	have := func(severe inventory.Known[bool]) *inventory.Inventory {
		return in(&guardduty.Detector{Resource: inventory.Resource{ID: "d"}, Severe: severe})
	}
	checktest.Run(t, NoSevereFindings, []checktest.Case{
		{Name: "none", Have: have(inventory.Of(false)), Want: pass},
		{Name: "some", Have: have(inventory.Of(true)), Want: fail},
		{Name: "hidden", Have: have(inventory.Missing[bool](checktest.Dark)), Want: unknown},
	})
}
