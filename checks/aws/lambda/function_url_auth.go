package lambda

import (
	"demarc/checks"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

// FunctionURLAuth asks that calls of function URLs be signed. Of a URL that
// takes unsigned calls only the function's policy keeps people away, and the
// console and most tools write one that does not.
var FunctionURLAuth = &checks.Check{
	ID:       "aws-lambda-function-url-auth",
	Title:    "Lambda function URLs ask for signed requests",
	Why:      "A URL of the type NONE takes calls from the whole internet without credentials; the function has to tell callers apart itself.",
	Severity: checks.High,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Lambda > Functions > the function > Configuration > Function URL > Edit > Auth type: AWS_IAM.",
		CLI:       "aws lambda update-function-url-config --function-name <function> --auth-type AWS_IAM",
		Terraform: "resource \"aws_lambda_function_url\" \"example\" {\n  function_name      = aws_lambda_function.example.function_name\n  authorization_type = \"AWS_IAM\"\n}",
	},
	Aliases: []string{"prowler:awslambda_function_url_public"},
	Link:    "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
	Needs:   []inventory.Source{lambda.FunctionURLs},
	Run: checks.Each(lambda.Functions, func(p *checks.Probe, f *lambda.Function) {
		urls, ok := f.URLs.Get(p)
		if ok && len(urls) == 0 {
			p.Skipf("the function has no URL")
		}
		for _, u := range urls {
			if u.AuthType != "AWS_IAM" {
				p.Evidence("authType"+suffix(u), u.AuthType)
				p.Failf("the URL%s takes requests without a signature (%s)", suffix(u), u.AuthType)
			}
		}
	}),
}

// suffix says which alias a URL is of.
func suffix(u lambda.URL) string {
	if u.Qualifier == "" {
		return ""
	}
	return " of the alias " + u.Qualifier
}
