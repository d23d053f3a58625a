package cloudwatch

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

func TestAlarmActionsEnabled(t *testing.T) {
	dark := func(a *cloudwatch.Alarm) { a.ActionsEnabled = inventory.Missing[bool](checktest.Dark) }
	checktest.Run(t, AlarmActionsEnabled, []checktest.Case{
		{Name: "on", Have: alarms(alarm("a")), Want: pass},
		{Name: "off", Have: alarms(alarm("a", off)), Want: fail},
		{Name: "hidden", Have: alarms(alarm("a", dark)), Want: unknown},
	})
}
