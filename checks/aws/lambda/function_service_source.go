package lambda

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/lambda"
	"demarc/providers/aws/policy"
)

// FunctionServiceSource asks that services be let in with their source named.
var FunctionServiceSource = &checks.Check{
	ID:       "aws-lambda-function-service-source",
	Title:    "Lambda function policies name the source of the services that they let in",
	Why:      "A service acts for all its customers. Without a condition on the source, a resource in anybody's account can have the service invoke the function: the confused deputy.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Lambda > Functions > the function > Configuration > Permissions > Resource-based policy statements > the statement > Edit: give the Source ARN and the Source account.",
		CLI:       "aws lambda add-permission --function-name <function> --statement-id <statement> --action lambda:InvokeFunction --principal <service>.amazonaws.com --source-arn <source-arn> --source-account <account>",
		Terraform: "resource \"aws_lambda_permission\" \"example\" {\n  function_name = aws_lambda_function.example.function_name\n  action        = \"lambda:InvokeFunction\"\n  principal     = \"events.amazonaws.com\"\n  source_arn    = aws_cloudwatch_event_rule.example.arn\n}",
	},
	Link:  "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
	Needs: policies,
	Run: checks.Each(lambda.Functions, func(p *checks.Probe, f *lambda.Function) {
		eachPolicy(p, f, func(doc *policy.Document, ctx policy.Context, labels ...string) {
			access.Services(p, doc, ctx, nil, labels...)
		})
	}),
}
