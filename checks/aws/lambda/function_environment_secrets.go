package lambda

import (
	"strings"

	"demarc/checks"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

// FunctionEnvironmentSecrets asks that environment variables hold no secrets.
// Which of them look so is found out while the function is read: no value gets
// here.
var FunctionEnvironmentSecrets = &checks.Check{
	ID:       "aws-lambda-function-environment-secrets",
	Title:    "Lambda functions keep secrets out of their environment variables",
	Why:      "Everybody who may read a function's configuration reads its variables, in the console, in deployment tools and in their logs.",
	Severity: checks.High,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Secrets Manager > Store a new secret; have the function fetch it by its ARN; then Lambda > Functions > the function > Configuration > Environment variables > Edit: remove the variable. Change the secret: it has been seen.",
		CLI:       "aws lambda update-function-configuration --function-name <function> --environment Variables={<NAME>_SECRET_ARN=<secret-arn>}",
		Terraform: "resource \"aws_lambda_function\" \"example\" {\n  environment {\n    variables = {\n      DB_SECRET_ARN = aws_secretsmanager_secret.example.arn\n    }\n  }\n}",
	},
	Aliases: []string{"prowler:awslambda_function_no_secrets_in_variables"},
	Link:    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
	Needs:   []inventory.Source{lambda.Functions},
	Run: checks.Each(lambda.Functions, func(p *checks.Probe, f *lambda.Function) {
		if e, ok := f.Environment.Get(p); ok && len(e.Suspects) > 0 {
			p.Evidence("variables", e.Suspects)
			p.Failf("%d of %d variables look like secrets by their names or values: %s", len(e.Suspects), e.Variables, strings.Join(e.Suspects, ", "))
		}
	}),
}
