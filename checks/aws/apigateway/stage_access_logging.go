package apigateway

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

// StageAccessLogging asks for access logs of HTTP and WebSocket stages.
var StageAccessLogging = &checks.Check{
	ID:       "aws-apigateway-stage-access-logging",
	Title:    "API Gateway HTTP and WebSocket API stages write access logs",
	Why:      "Without them nobody can say who called the API, from where, and what they were answered.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "API Gateway > APIs > the API > Monitor > Logging > the stage > Edit: Access logging, a log group and a format.",
		CLI:       "aws apigatewayv2 update-stage --api-id <api-id> --stage-name <stage> --access-log-settings 'DestinationArn=<log-group-arn>,Format=$context.identity.sourceIp $context.requestId'",
		Terraform: "resource \"aws_apigatewayv2_stage\" \"example\" {\n  api_id = aws_apigatewayv2_api.example.id\n  name   = \"prod\"\n  access_log_settings {\n    destination_arn = aws_cloudwatch_log_group.example.arn\n    format          = \"$context.identity.sourceIp $context.requestId\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.10"}, frameworks.FSBP: {"APIGateway.9"}},
	Aliases:  []string{"prowler:apigatewayv2_api_access_logging_enabled", "securityhub:APIGateway.9"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
	Needs:    []inventory.Source{apigateway.Stages},
	Run: checks.Each(apigateway.Stages, func(p *checks.Probe, s *apigateway.Stage) {
		if to, ok := s.AccessLog.Get(p); ok && to == "" {
			p.Evidence("accessLogDestination", "none")
			p.Failf("access logging is off")
		}
	}),
}
