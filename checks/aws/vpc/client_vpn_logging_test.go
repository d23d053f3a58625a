package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestClientVPNLogging(t *testing.T) {
	have := func(state string, logs inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.ClientVPNs, &vpc.ClientVPN{Resource: res("cvpn-1"), State: state, Logs: logs}))
	}
	checktest.Run(t, ClientVPNLogging, []checktest.Case{
		{Name: "on", Have: have("available", inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have("pending-associate", inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "deleting", Have: have("deleting", inventory.Of(false)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have("available", inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
