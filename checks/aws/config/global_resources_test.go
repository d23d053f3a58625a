package config

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/config"
	"demarc/providers/inventory"
)

func TestGlobalResources(t *testing.T) {
	regional := scope(config.RecordingScope{Strategy: config.AllSupported})
	checktest.Run(t, GlobalResources, []checktest.Case{
		{Name: "in one of two", Have: have(recorder("us-east-1", regional), recorder("eu-west-1")), Want: pass},
		{Name: "an exclusion of other types", Have: have(recorder("us-east-1", scope(config.RecordingScope{Strategy: config.Exclusion, Excluded: []string{"AWS::EC2::Subnet"}}))), Want: pass},
		{Name: "in none", Have: have(recorder("us-east-1", regional)), Want: fail},
		{Name: "where the recorder is stopped", Have: have(recorder("us-east-1", stopped)), Want: fail},
		{Name: "no recorder", Have: have(), Want: fail},
		{Name: "hidden", Have: have(recorder("us-east-1", regional), recorder("eu-west-1", dark)), Want: unknown},
		{Name: "a region left out", Want: unknown, Have: inventory.Fixture(inventory.InRegions("us-east-1"), inventory.WithoutRegions("eu-west-1"), inventory.Rows(config.Recorders))},
	})
}
