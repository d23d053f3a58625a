package apigateway

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestAPIRouteAuthorization(t *testing.T) {
	with := func(protocol string, routes ...apigateway.Route) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(apigateway.APIs, &apigateway.API{
			Resource: inventory.Resource{ID: "h1"}, Protocol: inventory.Of(protocol), Routes: inventory.Of(routes)}))
	}
	route := func(key, kind string) apigateway.Route {
		return apigateway.Route{Key: key, Authorization: inventory.Of(kind)}
	}
	dark := apigateway.Route{Key: "GET /b", Authorization: inventory.Missing[string](checktest.Dark)}
	checktest.Run(t, APIRouteAuthorization, []checktest.Case{
		{Name: "authorized", Have: with("HTTP", route("GET /a", "JWT"), route("OPTIONS /a", "NONE")), Want: pass},
		{Name: "open", Have: with("HTTP", route("GET /a", "JWT"), route("$default", "NONE")), Want: fail},
		{Name: "one seen open, one hidden", Have: with("HTTP", route("GET /a", "NONE"), dark), Want: fail},
		{Name: "WebSocket", Have: with("WEBSOCKET", route("$connect", "CUSTOM"), route("$default", "NONE")), Want: pass},
		{Name: "WebSocket, open", Have: with("WEBSOCKET", route("$connect", "NONE"), route("send", "NONE")), Want: fail},
		{Name: "WebSocket without $connect", Have: with("WEBSOCKET", route("$default", "NONE")), Want: fail},
		{Name: "no route", Have: with("HTTP"), Want: skipped},
		{Name: "preflight only", Have: with("HTTP", route("OPTIONS /a", "NONE")), Want: skipped},
		{Name: "hidden", Have: with("HTTP", dark), Want: unknown},
	})
}
