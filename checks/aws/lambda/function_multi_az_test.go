package lambda

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

func TestFunctionMultiAZ(t *testing.T) {
	have := func(subnets, zones inventory.Known[[]string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(lambda.Functions, function(func(f *lambda.Function) { f.Subnets, f.Zones = subnets, zones })))
	}
	none, one, two := inventory.Of[[]string](nil), inventory.Of([]string{"a"}), inventory.Of([]string{"a", "b"})
	hidden := inventory.Missing[[]string](checktest.Dark)
	checktest.Run(t, FunctionMultiAZ, []checktest.Case{
		{Name: "two zones", Have: have(two, two), Want: []checks.Verdict{checks.Pass}},
		{Name: "two subnets of one zone", Have: have(two, one), Want: []checks.Verdict{checks.Fail}},
		{Name: "one subnet, zones hidden", Have: have(one, hidden), Want: []checks.Verdict{checks.Fail}},
		{Name: "in no VPC", Have: have(none, none), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "zones hidden", Have: have(two, hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "subnets hidden", Have: have(hidden, hidden), Want: []checks.Verdict{checks.Unknown}},
	})
}
