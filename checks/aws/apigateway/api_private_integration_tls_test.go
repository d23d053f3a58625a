package apigateway

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestAPIPrivateIntegrationTLS(t *testing.T) {
	with := func(protocol string, all ...apigateway.Integration) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(apigateway.APIs, &apigateway.API{
			Resource: inventory.Resource{ID: "h1"}, Protocol: inventory.Of(protocol), Integrations: inventory.Of(all)}))
	}
	open := apigateway.Integration{ID: "lambda"}
	checktest.Run(t, APIPrivateIntegrationTLS, []checktest.Case{
		{Name: "HTTPS", Have: with("HTTP", open, apigateway.Integration{ID: "lb", VPCLink: true, TLS: true}), Want: pass},
		{Name: "plain", Have: with("HTTP", open, apigateway.Integration{ID: "lb", VPCLink: true}), Want: fail},
		{Name: "WebSocket, https", Have: with("WEBSOCKET", apigateway.Integration{ID: "nlb", VPCLink: true, Scheme: "https"}), Want: pass},
		{Name: "WebSocket, http", Have: with("WEBSOCKET", apigateway.Integration{ID: "nlb", VPCLink: true, Scheme: "http"}), Want: fail},
		{Name: "none private", Have: with("HTTP", open), Want: skipped},
		{Name: "hidden", Want: unknown, Have: inventory.Fixture(inventory.Rows(apigateway.APIs, &apigateway.API{
			Protocol: inventory.Of("HTTP"), Integrations: inventory.Missing[[]apigateway.Integration](checktest.Dark)}))},
	})
}
