package apigateway

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

// RestStageClientCertificate asks that HTTP servers behind a REST API can tell
// that it is the gateway that calls. Other integrations know it by signatures.
var RestStageClientCertificate = &checks.Check{
	ID:       "aws-apigateway-rest-stage-client-certificate",
	Title:    "API Gateway REST API stages show a client certificate to HTTP backends",
	Why:      "A server that cannot tell the gateway from anybody else answers whoever finds its address, past authorizers, throttling and the web ACL.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "API Gateway > Client certificates > Generate. Then APIs > the API > Stages > the stage > Edit: Client certificate; and have the server verify it.",
		CLI:       "aws apigateway update-stage --rest-api-id <api-id> --stage-name <stage> --patch-operations op=replace,path=/clientCertificateId,value=<certificate-id>",
		Terraform: "resource \"aws_api_gateway_stage\" \"example\" {\n  rest_api_id           = aws_api_gateway_rest_api.example.id\n  deployment_id         = aws_api_gateway_deployment.example.id\n  stage_name            = \"prod\"\n  client_certificate_id = aws_api_gateway_client_certificate.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"APIGateway.2"}},
	Aliases:  []string{"prowler:apigateway_restapi_client_certificate_enabled", "securityhub:APIGateway.2"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html",
	Needs:    []inventory.Source{apigateway.RestStages, apigateway.RestAPIMethods},
	Run: checks.Each(apigateway.RestStages, func(p *checks.Probe, s *apigateway.RestStage) {
		certificate, ok := s.ClientCertificate.Get(p)
		if !ok || certificate != "" {
			return
		}
		methods, ok := inventory.Then(apigateway.RestAPIs.ByID(p.Inv, s.Region, s.API), func(a *apigateway.RestAPI) inventory.Known[[]apigateway.Method] {
			if a == nil {
				return inventory.Unanswered[[]apigateway.Method]("API Gateway GetRestApis", s.API)
			}
			return a.Methods
		}).Get(p)
		if !ok {
			return
		}
		var called []string
		for _, m := range methods {
			if kind, ok := m.Integration.Get(p); ok && strings.HasPrefix(kind, "HTTP") {
				called = append(called, m.Verb+" "+m.Path)
			}
		}
		if len(called) == 0 {
			p.Skipf("no method is answered by an HTTP backend")
			return
		}
		p.Evidence("clientCertificate", "none")
		p.Evidence("methodsWithHTTPBackend", called)
		p.Failf("the stage calls HTTP backends and has no client certificate")
	}),
}
