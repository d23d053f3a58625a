package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestTransitGatewayAutoAccept(t *testing.T) {
	have := func(state string, auto inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.TransitGateways, &vpc.TransitGateway{Resource: res("tgw-1"), State: state, AutoAccept: auto}))
	}
	checktest.Run(t, TransitGatewayAutoAccept, []checktest.Case{
		{Name: "asks", Have: have("available", inventory.Of(false)), Want: []checks.Verdict{checks.Pass}},
		{Name: "accepts", Have: have("available", inventory.Of(true)), Want: []checks.Verdict{checks.Fail}},
		{Name: "deleting", Have: have("deleting", inventory.Of(true)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have("available", inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
