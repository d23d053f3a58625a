package apigateway

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestStageAccessLogging(t *testing.T) {
	with := func(to inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(apigateway.Stages, &apigateway.Stage{
			Resource: inventory.Resource{ID: "h1/$default"}, Protocol: inventory.Of("HTTP"), AccessLog: to}))
	}
	checktest.Run(t, StageAccessLogging, []checktest.Case{
		{Name: "on", Have: with(inventory.Of("arn:aws:logs:us-east-1:111122223333:log-group:api")), Want: pass},
		{Name: "off", Have: with(inventory.Of("")), Want: fail},
		{Name: "hidden", Have: with(inventory.Missing[string](checktest.Dark)), Want: unknown},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(apigateway.Stages, "us-east-1", checktest.Dark)), Want: unknown},
	})
}
