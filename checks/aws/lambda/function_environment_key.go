package lambda

import (
	"demarc/checks"
	"demarc/providers/aws/lambda"
	"demarc/providers/inventory"
)

// FunctionEnvironmentKey asks that environment variables be encrypted under a
// key of the customer's. Lambda always encrypts them; the question is whether
// a key policy stands between the configuration and its readers.
var FunctionEnvironmentKey = &checks.Check{
	ID:       "aws-lambda-function-environment-key",
	Title:    "Lambda functions encrypt their environment variables under a key of the customer's",
	Why:      "Under the key that AWS manages, whoever may read the function's configuration reads its variables. A key of your own lets you say who may decrypt them, and shows it in CloudTrail.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Lambda > Functions > the function > Configuration > Environment variables > Edit > Encryption configuration > Use a customer master key.",
		CLI:       "aws lambda update-function-configuration --function-name <function> --kms-key-arn <key-arn>",
		Terraform: "resource \"aws_lambda_function\" \"example\" {\n  kms_key_arn = aws_kms_key.example.arn\n}",
	},
	Aliases: []string{"prowler:awslambda_function_env_vars_not_encrypted_with_cmk"},
	Link:    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html",
	Needs:   []inventory.Source{lambda.Functions},
	Run: checks.Each(lambda.Functions, func(p *checks.Probe, f *lambda.Function) {
		key, ok := f.KMSKey.Get(p)
		if !ok || key != "" {
			return
		}
		e, ok := f.Environment.Get(p)
		switch {
		case !ok:
		case e.Variables == 0:
			p.Skipf("the function has no environment variables")
		default:
			p.Evidence("variables", e.Variables)
			p.Evidence("kmsKeyArn", "none")
			p.Failf("the environment variables are encrypted under the key that AWS manages")
		}
	}),
}
