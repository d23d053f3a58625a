package ssm

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

func TestAutomationLogging(t *testing.T) {
	with := func(k inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(ssm.RegionSettings, &ssm.Settings{AutomationLog: k}))
	}
	checktest.Run(t, AutomationLogging, []checktest.Case{
		{Name: "on", Have: with(inventory.Of("CloudWatch")), Want: pass},
		{Name: "never set", Have: with(inventory.Of("None")), Want: fail},
		{Name: "hidden", Have: with(inventory.Missing[string](checktest.Dark)), Want: unknown},
	})
}
