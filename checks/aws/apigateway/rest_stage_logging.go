package apigateway

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

// RestStageLogging asks for execution logs of every method of a REST stage.
var RestStageLogging = &checks.Check{
	ID:       "aws-apigateway-rest-stage-execution-logging",
	Title:    "API Gateway REST API stages write execution logs for all methods",
	Why:      "Without them nobody can say which requests reached the API, which were turned away, and why.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "API Gateway > APIs > the API > Stages > the stage > Logs and tracing > Edit: CloudWatch logs, Errors and info logs.",
		CLI:       "aws apigateway update-stage --rest-api-id <api-id> --stage-name <stage> --patch-operations 'op=replace,path=/*/*/logging/loglevel,value=ERROR'",
		Terraform: "resource \"aws_api_gateway_method_settings\" \"example\" {\n  rest_api_id = aws_api_gateway_rest_api.example.id\n  stage_name  = aws_api_gateway_stage.example.stage_name\n  method_path = \"*/*\"\n  settings {\n    logging_level = \"ERROR\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.10"}, frameworks.FSBP: {"APIGateway.1"}},
	Aliases:  []string{"prowler:apigateway_restapi_logging_enabled", "securityhub:APIGateway.1"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
	Needs:    []inventory.Source{apigateway.RestStages},
	Run: checks.Each(apigateway.RestStages, func(p *checks.Probe, s *apigateway.RestStage) {
		settings, ok := s.Settings.Get(p)
		if !ok {
			return
		}
		all, some := false, []string{}
		var off []string
		for _, m := range settings {
			switch {
			case m.Method == "*/*":
				all = logs(m.Logging)
			case logs(m.Logging):
				some = append(some, m.Method)
			default:
				off = append(off, m.Method)
			}
		}
		switch {
		case !all:
			p.Evidence("loggingForAllMethods", false)
			p.Evidence("methodsThatLog", some)
			p.Failf("no logging level is set for all methods of the stage")
		case len(off) > 0:
			p.Evidence("methodsThatDoNotLog", off)
			p.Failf("the stage logs, and its settings turn it off for %s", strings.Join(off, ", "))
		}
	}),
}
