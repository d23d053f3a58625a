package apigateway

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestRestStageTracing(t *testing.T) {
	with := func(on inventory.Known[bool]) *inventory.Inventory {
		return stage(func(_ *apigateway.RestAPI, s *apigateway.RestStage) { s.Tracing = on })
	}
	checktest.Run(t, RestStageTracing, []checktest.Case{
		{Name: "on", Have: with(inventory.Of(true)), Want: pass},
		{Name: "off", Have: with(inventory.Of(false)), Want: fail},
		{Name: "hidden", Have: with(inventory.Missing[bool](checktest.Dark)), Want: unknown},
	})
}
