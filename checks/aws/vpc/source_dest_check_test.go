package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestSourceDestCheck(t *testing.T) {
	have := func(kind string, managed, check inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.NetworkInterfaces, &vpc.NetworkInterface{Resource: res("eni-1"), Type: kind, RequesterManaged: managed, SourceDestCheck: check}))
	}
	yes, no, hidden := inventory.Of(true), inventory.Of(false), inventory.Missing[bool](checktest.Dark)
	checktest.Run(t, SourceDestCheck, []checktest.Case{
		{Name: "on", Have: have("interface", no, yes), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have("interface", no, no), Want: []checks.Verdict{checks.Fail}},
		{Name: "off, of a service", Have: have("interface", yes, no), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "a NAT gateway's", Have: have("natGateway", yes, no), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have("interface", no, hidden), Want: []checks.Verdict{checks.Unknown}},
	})
}
