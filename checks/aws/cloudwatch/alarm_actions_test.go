package cloudwatch

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

func alarms(as ...*cloudwatch.Alarm) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(cloudwatch.Alarms, as...))
}

func TestAlarmActions(t *testing.T) {
	checktest.Run(t, AlarmActions, []checktest.Case{
		{Name: "an action", Have: alarms(alarm("a")), Want: pass},
		{Name: "none", Have: alarms(alarm("a", silent)), Want: fail},
		{Name: "switched off is another matter", Have: alarms(alarm("a", off)), Want: pass},
		{Name: "followed by a composite alarm", Have: alarms(alarm("a", silent), alarm("c", follows(false, "a", "b"))), Want: []checks.Verdict{checks.Pass, checks.Pass}},
		{Name: "followed by a silent one", Have: alarms(alarm("a", silent), alarm("c", silent, follows(true, "a"))), Want: []checks.Verdict{checks.Fail, checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Unlisted(cloudwatch.Alarms, "", checktest.Dark)), Want: unknown},
	})
}
