package apigateway

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

// RestStageCacheEncryption asks that cached responses be encrypted.
var RestStageCacheEncryption = &checks.Check{
	ID:       "aws-apigateway-rest-stage-cache-encryption",
	Title:    "API Gateway REST API stages encrypt the responses that they cache",
	Why:      "The cache keeps what the API answered, personal data included, for as long as the time to live says.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "API Gateway > APIs > the API > Stages > the stage > Edit: Provision API cache, Encrypt cache data.",
		CLI:       "aws apigateway update-stage --rest-api-id <api-id> --stage-name <stage> --patch-operations 'op=replace,path=/*/*/caching/dataEncrypted,value=true'",
		Terraform: "resource \"aws_api_gateway_method_settings\" \"example\" {\n  rest_api_id = aws_api_gateway_rest_api.example.id\n  stage_name  = aws_api_gateway_stage.example.stage_name\n  method_path = \"*/*\"\n  settings {\n    caching_enabled      = true\n    cache_data_encrypted = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"APIGateway.5"}},
	Aliases:  []string{"prowler:apigateway_restapi_cache_encrypted", "securityhub:APIGateway.5"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
	Needs:    []inventory.Source{apigateway.RestStages},
	Run: checks.Each(apigateway.RestStages, func(p *checks.Probe, s *apigateway.RestStage) {
		cluster, ok := s.CacheCluster.Get(p)
		if ok && !cluster {
			// Without a cluster the methods' settings cache nothing.
			p.Skipf("the stage has no cache")
			return
		}
		settings, read := s.Settings.Get(p)
		var plain []string
		caching := 0
		for _, m := range settings {
			if m.Caching {
				caching++
			}
			if m.Caching && !m.Encrypted {
				plain = append(plain, m.Method)
			}
		}
		switch {
		case ok && len(plain) > 0:
			p.Evidence("methodsCachedInPlain", plain)
			p.Failf("cached responses are not encrypted for %s", strings.Join(plain, ", "))
		case read && caching == 0:
			p.Skipf("the stage has a cache, and no method uses it")
		}
	}),
}
