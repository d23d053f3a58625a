package apigateway

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestWebSocketStageLogging(t *testing.T) {
	with := func(protocol string, level inventory.Known[string], routes ...apigateway.RouteSetting) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(apigateway.Stages, &apigateway.Stage{
			Resource: inventory.Resource{ID: "w1/prod"}, Protocol: inventory.Of(protocol), AccessLog: inventory.Of(""),
			Logging: level, Routes: inventory.Of(routes)}))
	}
	checktest.Run(t, WebSocketStageLogging, []checktest.Case{
		{Name: "all", Have: with("WEBSOCKET", inventory.Of("INFO")), Want: pass},
		{Name: "never set", Have: with("WEBSOCKET", inventory.Of("")), Want: fail},
		{Name: "off for a route", Have: with("WEBSOCKET", inventory.Of("ERROR"), apigateway.RouteSetting{Route: "$connect", Logging: "OFF"}), Want: fail},
		{Name: "HTTP", Have: with("HTTP", inventory.Of("")), Want: skipped},
		{Name: "hidden", Have: with("WEBSOCKET", inventory.Missing[string](checktest.Dark)), Want: unknown},
	})
}
