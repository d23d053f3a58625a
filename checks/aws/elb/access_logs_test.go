package elb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

func TestAccessLogs(t *testing.T) {
	have := func(on inventory.Known[bool]) *inventory.Inventory { return with(elb.Attributes{AccessLogs: on}) }
	checktest.Run(t, AccessLogs, []checktest.Case{
		{Name: "on", Have: have(inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
