package lambda

import (
	"slices"

	"demarc/checks"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

// FunctionURLCORS asks that browsers be let in from named sites only.
var FunctionURLCORS = &checks.Check{
	ID:       "aws-lambda-function-url-cors",
	Title:    "Lambda function URLs take cross-origin requests from named sites only",
	Why:      "With \"*\" as an origin every website can have its visitors' browsers call the URL and read the answers.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Lambda > Functions > the function > Configuration > Function URL > Edit > Configure cross-origin resource sharing (CORS) > Allow origin: the sites that call it.",
		CLI:       "aws lambda update-function-url-config --function-name <function> --cors AllowOrigins=https://<site>",
		Terraform: "resource \"aws_lambda_function_url\" \"example\" {\n  function_name      = aws_lambda_function.example.function_name\n  authorization_type = \"AWS_IAM\"\n  cors {\n    allow_origins = [\"https://www.example.com\"]\n  }\n}",
	},
	Aliases: []string{"prowler:awslambda_function_url_cors_policy"},
	Link:    "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors",
	Needs:   []inventory.Source{lambda.FunctionURLs},
	Run: checks.Each(lambda.Functions, func(p *checks.Probe, f *lambda.Function) {
		urls, ok := f.URLs.Get(p)
		if ok && len(urls) == 0 {
			p.Skipf("the function has no URL")
		}
		for _, u := range urls {
			if slices.Contains(u.Origins, "*") {
				p.Evidence("allowOrigins"+suffix(u), u.Origins)
				p.Failf("the URL%s may be called from any website", suffix(u))
			}
		}
	}),
}
