package guardduty

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/guardduty"
	"demarc/providers/inventory"
)

func TestCentrallyManaged(t *testing.T) {
	have := func(admin inventory.Known[string], members inventory.Known[bool]) *inventory.Inventory {
		return in(&guardduty.Detector{Resource: inventory.Resource{ID: "d"}, Administrator: admin, Members: members})
	}
	dark := inventory.Missing[bool](checktest.Dark)
	checktest.Run(t, CentrallyManaged, []checktest.Case{
		{Name: "a member", Have: have(inventory.Of("999988887777"), inventory.Of(false)), Want: pass},
		{Name: "an administrator", Have: have(inventory.Of(""), inventory.Of(true)), Want: pass},
		{Name: "neither", Have: have(inventory.Of(""), inventory.Of(false)), Want: fail},
		{Name: "a member, the rest hidden", Have: have(inventory.Of("999988887777"), dark), Want: pass},
		{Name: "no member, the rest hidden", Have: have(inventory.Of(""), dark), Want: unknown},
	})
}
