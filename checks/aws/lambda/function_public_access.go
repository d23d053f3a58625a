package lambda

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/checks/frameworks"
	"demarc/providers/aws/lambda"
	"demarc/providers/aws/policy"
)

// FunctionPublicAccess asks that no policy of a function let in everybody. A
// statement for Amazon S3 without a source counts as public, as it does for
// Security Hub: anybody's bucket could invoke the function.
var FunctionPublicAccess = &checks.Check{
	ID:       "aws-lambda-function-public-access",
	Title:    "Lambda function policies do not let in everybody",
	Why:      "Whoever may invoke a function runs your code with its role, on your bill, with whatever input they like.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Lambda > Functions > the function > Configuration > Permissions > Resource-based policy statements: delete the statement, or edit it to name an account and a source.",
		CLI:       "aws lambda remove-permission --function-name <function> --statement-id <statement>",
		Terraform: "resource \"aws_lambda_permission\" \"example\" {\n  function_name  = aws_lambda_function.example.function_name\n  action         = \"lambda:InvokeFunction\"\n  principal      = \"s3.amazonaws.com\"\n  source_arn     = aws_s3_bucket.example.arn\n  source_account = data.aws_caller_identity.current.account_id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.21"}, frameworks.FSBP: {"Lambda.1"}},
	Aliases:  []string{"prowler:awslambda_function_not_publicly_accessible", "securityhub:Lambda.1"},
	Link:     "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
	Needs:    policies,
	Run: checks.Each(lambda.Functions, func(p *checks.Probe, f *lambda.Function) {
		eachPolicy(p, f, func(doc *policy.Document, ctx policy.Context, labels ...string) {
			access.Public(p, doc, ctx, labels...)
			access.Services(p, doc, ctx, []string{"s3.amazonaws.com"}, append(labels, "S3")...)
		})
	}),
}
