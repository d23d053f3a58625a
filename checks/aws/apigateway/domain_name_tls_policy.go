package apigateway

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

var outdatedPolicies = &checks.Param{
	Name: "outdatedPolicies", Default: []string{"TLS_1_0"}, Source: "AWS Security Hub, APIGateway.11; AWS Config rule apigateway-domain-name-tls-check",
}

// DomainNameTLSPolicy asks for a security policy from TLS 1.2 on.
var DomainNameTLSPolicy = &checks.Check{
	ID:       "aws-apigateway-domain-name-tls-policy",
	Title:    "API Gateway custom domain names ask for TLS 1.2 or newer",
	Why:      "The policy TLS_1_0 lets clients, and whoever sits between, fall back to versions of TLS with known attacks.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "API Gateway > Custom domain names > the name > Edit: Security policy.",
		CLI:       "aws apigateway update-domain-name --domain-name <name> --patch-operations op=replace,path=/securityPolicy,value=TLS_1_2",
		Terraform: "resource \"aws_api_gateway_domain_name\" \"example\" {\n  domain_name              = \"api.example.com\"\n  regional_certificate_arn = aws_acm_certificate.example.arn\n  security_policy          = \"TLS_1_2\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"APIGateway.11"}},
	Aliases:  []string{"securityhub:APIGateway.11"},
	Link:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
	Params:   []*checks.Param{outdatedPolicies},
	Needs:    []inventory.Source{apigateway.DomainNames},
	Run: checks.Each(apigateway.DomainNames, func(p *checks.Probe, d *apigateway.DomainName) {
		if policy, ok := d.SecurityPolicy.Get(p); ok && slices.Contains(p.Strings(outdatedPolicies), policy) {
			p.Evidence("securityPolicy", policy)
			p.Failf("the security policy is %s", policy)
		}
	}),
}
