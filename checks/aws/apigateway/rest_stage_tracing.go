package apigateway

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

// RestStageTracing asks for X-Ray traces.
var RestStageTracing = &checks.Check{
	ID:       "aws-apigateway-rest-stage-tracing",
	Title:    "API Gateway REST API stages trace requests with X-Ray",
	Why:      "A trace follows a request through the services behind the API, so that failures and slow answers are found where they arise.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "API Gateway > APIs > the API > Stages > the stage > Logs and tracing > Edit: X-Ray tracing.",
		CLI:       "aws apigateway update-stage --rest-api-id <api-id> --stage-name <stage> --patch-operations op=replace,path=/tracingEnabled,value=true",
		Terraform: "resource \"aws_api_gateway_stage\" \"example\" {\n  rest_api_id          = aws_api_gateway_rest_api.example.id\n  deployment_id        = aws_api_gateway_deployment.example.id\n  stage_name           = \"prod\"\n  xray_tracing_enabled = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"APIGateway.3"}},
	Aliases:  []string{"prowler:apigateway_restapi_tracing_enabled", "securityhub:APIGateway.3"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enabling-xray.html",
	Needs:    []inventory.Source{apigateway.RestStages},
	Run: checks.Each(apigateway.RestStages, func(p *checks.Probe, s *apigateway.RestStage) {
		if on, ok := s.Tracing.Get(p); ok && !on {
			p.Evidence("tracingEnabled", false)
			p.Failf("X-Ray tracing is off")
		}
	}),
}
