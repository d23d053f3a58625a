package cloudwatch

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

func TestLogGroupRetention(t *testing.T) {
	have := func(class string, days inventory.Known[int]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(cloudwatch.LogGroups, &cloudwatch.LogGroup{Resource: inventory.Resource{ID: "g"}, Class: inventory.Of(class), RetentionDays: days}))
	}
	checktest.Run(t, LogGroupRetention, []checktest.Case{
		{Name: "a year", Have: have("STANDARD", inventory.Of(365)), Want: pass},
		{Name: "for ever", Have: have("INFREQUENT_ACCESS", inventory.Of(0)), Want: pass},
		{Name: "a week", Have: have("STANDARD", inventory.Of(7)), Want: fail},
		{Name: "delivery", Have: have("DELIVERY", inventory.Of(1)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have("STANDARD", inventory.Missing[int](checktest.Dark)), Want: unknown},
	})
}
