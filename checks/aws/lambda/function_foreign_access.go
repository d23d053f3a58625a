package lambda

import (
	"slices"

	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/lambda"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// FunctionForeignAccess asks that functions be shared with trusted accounts only.
var FunctionForeignAccess = &checks.Check{
	ID:       "aws-lambda-function-foreign-access",
	Title:    "Lambda function policies let in trusted accounts only",
	Why:      "An account that may invoke a function runs your code with its role; one that may change it runs its own code there.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Lambda > Functions > the function > Configuration > Permissions > Resource-based policy statements: delete the statements for accounts that you do not know.",
		CLI:       "aws lambda remove-permission --function-name <function> --statement-id <statement>",
		Terraform: "resource \"aws_lambda_permission\" \"example\" {\n  function_name    = aws_lambda_function.example.function_name\n  action           = \"lambda:InvokeFunction\"\n  principal        = \"*\"\n  principal_org_id = data.aws_organizations_organization.current.id\n}",
	},
	Link:  "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-cross-account.html",
	Needs: append(slices.Clone(policies), inventory.Source(access.Needs), access.Buckets),
	Run: checks.Each(lambda.Functions, func(p *checks.Probe, f *lambda.Function) {
		eachPolicy(p, f, func(doc *policy.Document, ctx policy.Context, labels ...string) {
			access.Foreign(p, doc, access.OwnBucket(p, ctx), labels...)
		})
	}),
}
