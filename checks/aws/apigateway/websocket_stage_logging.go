package apigateway

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

// WebSocketStageLogging asks for execution logs of every route of a WebSocket
// stage. HTTP APIs write none.
var WebSocketStageLogging = &checks.Check{
	ID:       "aws-apigateway-websocket-stage-execution-logging",
	Title:    "API Gateway WebSocket API stages write execution logs for all routes",
	Why:      "Without them nobody can say which messages reached the API, which were turned away, and why.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "API Gateway > APIs > the API > Stages > the stage > Logs and tracing > Edit: CloudWatch logs, Errors and info logs.",
		CLI:       "aws apigatewayv2 update-stage --api-id <api-id> --stage-name <stage> --default-route-settings LoggingLevel=ERROR",
		Terraform: "resource \"aws_apigatewayv2_stage\" \"example\" {\n  api_id = aws_apigatewayv2_api.example.id\n  name   = \"prod\"\n  default_route_settings {\n    logging_level = \"ERROR\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"APIGateway.1"}},
	Aliases:  []string{"securityhub:APIGateway.1"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html",
	Needs:    []inventory.Source{apigateway.Stages},
	Run: checks.Each(apigateway.Stages, func(p *checks.Probe, s *apigateway.Stage) {
		protocol, ok := s.Protocol.Get(p)
		if ok && protocol != "WEBSOCKET" {
			p.Skipf("a stage of an HTTP API, which writes access logs only")
			return
		}
		level, _ := s.Logging.Get(p)
		routes, _ := s.Routes.Get(p)
		var off []string
		for _, r := range routes {
			if !logs(r.Logging) {
				off = append(off, r.Route)
			}
		}
		switch {
		case !logs(level):
			p.Evidence("loggingLevel", level)
			p.Absentf("no logging level is set for the routes of the stage")
		case len(off) > 0:
			p.Evidence("routesThatDoNotLog", off)
			p.Absentf("the stage logs, and its settings turn it off for %s", strings.Join(off, ", "))
		}
	}),
}
