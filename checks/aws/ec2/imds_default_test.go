package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestIMDSDefault(t *testing.T) {
	have := func(d ec2.MetadataDefaults) *inventory.Inventory {
		return region(&ec2.Settings{Metadata: inventory.Of(d)})
	}
	checktest.Run(t, IMDSDefault, []checktest.Case{
		{Name: "required", Have: have(ec2.MetadataDefaults{HTTPTokens: "required"}), Want: []checks.Verdict{checks.Pass}},
		{Name: "enforced", Have: have(ec2.MetadataDefaults{Enforced: true}), Want: []checks.Verdict{checks.Pass}},
		{Name: "no preference", Have: have(ec2.MetadataDefaults{}), Want: []checks.Verdict{checks.Fail}},
		{Name: "optional", Have: have(ec2.MetadataDefaults{HTTPTokens: "optional"}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: region(&ec2.Settings{Metadata: inventory.Missing[ec2.MetadataDefaults](checktest.Dark)}), Want: []checks.Verdict{checks.Unknown}},
	})
}
