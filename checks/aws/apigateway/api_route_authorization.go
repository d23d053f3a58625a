package apigateway

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

// APIRouteAuthorization asks that every route that can have an authorizer have
// one. A WebSocket API authorizes on $connect alone; the preflight requests of
// browsers, which OPTIONS routes answer, cannot carry credentials.
var APIRouteAuthorization = &checks.Check{
	ID:       "aws-apigateway-api-route-authorization",
	Title:    "API Gateway HTTP and WebSocket API routes authorize callers",
	Why:      "Whoever knows the address of an open route calls the code behind it, as often as they like.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "API Gateway > APIs > the API > Authorization > the route > Attach authorizer.",
		CLI:       "aws apigatewayv2 update-route --api-id <api-id> --route-id <route-id> --authorization-type AWS_IAM",
		Terraform: "resource \"aws_apigatewayv2_route\" \"example\" {\n  api_id             = aws_apigatewayv2_api.example.id\n  route_key          = \"GET /orders\"\n  authorization_type = \"JWT\"\n  authorizer_id      = aws_apigatewayv2_authorizer.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"APIGateway.8"}},
	Aliases:  []string{"prowler:apigatewayv2_api_authorizers_enabled", "securityhub:APIGateway.8"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html",
	Needs:    []inventory.Source{apigateway.APIRoutes},
	Run: checks.Each(apigateway.APIs, func(p *checks.Probe, a *apigateway.API) {
		protocol, ok := a.Protocol.Get(p)
		routes, read := a.Routes.Get(p)
		if !ok || !read {
			return
		}
		if len(routes) == 0 {
			p.Skipf("the API has no route")
			return
		}
		var open []string
		judged := 0
		for _, r := range routes {
			if protocol == "WEBSOCKET" && r.Key != "$connect" || strings.HasPrefix(r.Key, "OPTIONS ") {
				continue
			}
			judged++
			if kind, ok := r.Authorization.Get(p); ok && kind == "NONE" {
				open = append(open, r.Key)
			}
		}
		switch {
		case len(open) > 0:
			p.Evidence("openRoutes", open)
			p.Failf("no authorization is asked for on %s", strings.Join(open, ", "))
		case judged == 0 && protocol == "WEBSOCKET":
			p.Evidence("openRoutes", []string{"$connect"})
			p.Failf("there is no $connect route, so that everybody may connect")
		case judged == 0:
			p.Skipf("the API answers preflight requests only")
		}
	}),
}
