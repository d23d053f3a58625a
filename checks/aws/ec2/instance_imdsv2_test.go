package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestInstanceIMDSv2(t *testing.T) {
	have := func(i *ec2.Instance, tokens, endpoint inventory.Known[string]) *inventory.Inventory {
		i.Metadata = inventory.Of(ec2.MetadataOptions{HTTPTokens: tokens, HTTPEndpoint: endpoint, HopLimit: inventory.Of(1)})
		return inventory.Fixture(inventory.Rows(ec2.Instances, i))
	}
	on, off := inventory.Of("enabled"), inventory.Of("disabled")
	required, optional, hidden := inventory.Of("required"), inventory.Of("optional"), inventory.Missing[string](checktest.Dark)
	checktest.Run(t, InstanceIMDSv2, []checktest.Case{
		{Name: "required", Have: have(inState("running"), required, on), Want: []checks.Verdict{checks.Pass}},
		{Name: "optional", Have: have(inState("running"), optional, on), Want: []checks.Verdict{checks.Fail}},
		{Name: "no endpoint", Have: have(inState("running"), optional, off), Want: []checks.Verdict{checks.Pass}},
		{Name: "no endpoint, tokens hidden", Have: have(inState("running"), hidden, off), Want: []checks.Verdict{checks.Pass}},
		{Name: "tokens hidden", Have: have(inState("running"), hidden, on), Want: []checks.Verdict{checks.Unknown}},
		{Name: "managed", Have: have(managed(), optional, on), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "terminating", Have: have(inState("shutting-down"), optional, on), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
