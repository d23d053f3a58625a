package apigateway

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

// RestStageWAF asks for a web ACL on REST stages.
var RestStageWAF = &checks.Check{
	ID:       "aws-apigateway-rest-stage-waf",
	Title:    "API Gateway REST API stages are protected by an AWS WAF web ACL",
	Why:      "The web ACL turns away injection attempts and floods before they reach the code behind the API.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "API Gateway > APIs > the API > Stages > the stage > Edit: Web application firewall.",
		CLI:       "aws wafv2 associate-web-acl --web-acl-arn <web-acl-arn> --resource-arn arn:aws:apigateway:<region>::/restapis/<api-id>/stages/<stage>",
		Terraform: "resource \"aws_wafv2_web_acl_association\" \"example\" {\n  resource_arn = aws_api_gateway_stage.example.arn\n  web_acl_arn  = aws_wafv2_web_acl.example.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"APIGateway.4"}},
	Aliases:  []string{"prowler:apigateway_restapi_waf_acl_attached", "securityhub:APIGateway.4"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html",
	Needs:    []inventory.Source{apigateway.RestStages},
	Run: checks.Each(apigateway.RestStages, func(p *checks.Probe, s *apigateway.RestStage) {
		acl, ok := s.WebACL.Get(p)
		if !ok || acl != "" {
			return
		}
		p.Evidence("webACL", "none")
		p.Failf("no web ACL is associated")
		if a, ok := apigateway.RestAPIs.ByID(p.Inv, s.Region, s.API).Peek(); ok && a != nil {
			if private, ok := a.Private.Peek(); ok && private {
				p.Rank(checks.Low) // it is reached through VPC endpoints only
			}
		}
	}),
}
