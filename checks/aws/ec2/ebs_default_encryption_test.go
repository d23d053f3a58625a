package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestEBSDefaultEncryption(t *testing.T) {
	have := func(on inventory.Known[bool]) *inventory.Inventory { return region(&ec2.Settings{EBSEncryption: on}) }
	checktest.Run(t, EBSDefaultEncryption, []checktest.Case{
		{Name: "on", Have: have(inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "one region of two", Want: []checks.Verdict{checks.Pass, checks.Fail}, Have: inventory.Fixture(inventory.Rows(ec2.RegionSettings,
			&ec2.Settings{Resource: inventory.Resource{ID: "eu-west-1", Region: "eu-west-1"}, EBSEncryption: inventory.Of(true)},
			&ec2.Settings{Resource: inventory.Resource{ID: "us-east-1", Region: "us-east-1"}, EBSEncryption: inventory.Of(false)}),
			inventory.InRegions("eu-west-1", "us-east-1"))},
	})
}
