package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestLaunchTemplateIMDSv2(t *testing.T) {
	have := func(tokens, endpoint, regional string) *inventory.Inventory {
		lt := template()
		lt.Metadata = inventory.Of(ec2.TemplateMetadata{HTTPTokens: inventory.Of(tokens), HTTPEndpoint: inventory.Of(endpoint)})
		return region(&ec2.Settings{Metadata: inventory.Of(ec2.MetadataDefaults{HTTPTokens: regional})}, inventory.Rows(ec2.LaunchTemplates, lt))
	}
	hidden := template()
	hidden.Metadata = inventory.Missing[ec2.TemplateMetadata](checktest.Dark)
	checktest.Run(t, LaunchTemplateIMDSv2, []checktest.Case{
		{Name: "required", Have: have("required", "", ""), Want: []checks.Verdict{checks.Pass}},
		{Name: "optional against the default", Have: have("optional", "enabled", "required"), Want: []checks.Verdict{checks.Fail}},
		{Name: "silent, default required", Have: have("", "", "required"), Want: []checks.Verdict{checks.Pass}},
		{Name: "silent, no default", Have: have("", "", ""), Want: []checks.Verdict{checks.Fail}},
		{Name: "no endpoint", Have: have("optional", "disabled", ""), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown}, Have: region(
			&ec2.Settings{Metadata: inventory.Of(ec2.MetadataDefaults{HTTPTokens: "required"})}, inventory.Rows(ec2.LaunchTemplates, hidden))},
	})
}
