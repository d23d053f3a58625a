package apigateway

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

// APIPrivateIntegrationTLS asks that what is reached through a VPC link be
// spoken to over HTTPS. An HTTP API does so where the integration has a TLS
// configuration, a WebSocket API where the target's URL says https.
var APIPrivateIntegrationTLS = &checks.Check{
	ID:       "aws-apigateway-api-private-integration-tls",
	Title:    "API Gateway HTTP and WebSocket APIs speak HTTPS to private integrations",
	Why:      "A VPC link keeps a server off the internet; it does not encrypt. Whoever listens inside the network reads what is not sent over TLS.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "API Gateway > APIs > the API > Integrations > the integration > Edit: Advanced settings, Secure server name.",
		CLI:       "aws apigatewayv2 update-integration --api-id <api-id> --integration-id <integration-id> --tls-config ServerNameToVerify=<name>",
		Terraform: "resource \"aws_apigatewayv2_integration\" \"example\" {\n  api_id             = aws_apigatewayv2_api.example.id\n  integration_type   = \"HTTP_PROXY\"\n  integration_uri    = aws_lb_listener.example.arn\n  integration_method = \"ANY\"\n  connection_type    = \"VPC_LINK\"\n  connection_id      = aws_apigatewayv2_vpc_link.example.id\n  tls_config {\n    server_name_to_verify = \"internal.example.com\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"APIGateway.10"}},
	Aliases:  []string{"securityhub:APIGateway.10"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html",
	Needs:    []inventory.Source{apigateway.APIIntegrations},
	Run: checks.Each(apigateway.APIs, func(p *checks.Probe, a *apigateway.API) {
		all, read := a.Integrations.Get(p)
		private := 0
		var plain []string
		for _, i := range all {
			if !i.VPCLink {
				continue
			}
			private++
			protocol, ok := a.Protocol.Get(p)
			if ok && !(protocol == "HTTP" && i.TLS || protocol == "WEBSOCKET" && i.Scheme == "https") {
				plain = append(plain, i.ID)
			}
		}
		switch {
		case len(plain) > 0:
			p.Evidence("integrationsOverHTTP", plain)
			p.Failf("plain HTTP is spoken to private integrations: %s", strings.Join(plain, ", "))
		case read && private == 0:
			p.Skipf("no integration is reached through a VPC link")
		}
	}),
}
