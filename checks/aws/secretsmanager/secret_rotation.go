package secretsmanager

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/inventory"
)

// SecretRotation asks that Secrets Manager change secrets by itself.
var SecretRotation = &checks.Check{
	ID:       "aws-secretsmanager-secret-rotation",
	Title:    "Secrets are rotated automatically",
	Why:      "A secret that only people change is seldom changed, and whoever once saw it can use it for as long.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Secrets Manager > the secret > Rotation > Edit rotation: Automatic rotation on, a schedule, and the function that rotates it.",
		CLI:       "aws secretsmanager rotate-secret --secret-id <secret> --rotation-lambda-arn <function-arn> --rotation-rules AutomaticallyAfterDays=30",
		Terraform: "resource \"aws_secretsmanager_secret_rotation\" \"example\" {\n  secret_id           = aws_secretsmanager_secret.example.id\n  rotation_lambda_arn = aws_lambda_function.rotate.arn\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SecretsManager.1"}},
	Aliases:  []string{"prowler:secretsmanager_automatic_rotation_enabled", "securityhub:SecretsManager.1"},
	Link:     "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
	Needs:    []inventory.Source{secretsmanager.Secrets},
	Run: checks.Each(secretsmanager.Secrets, func(p *checks.Probe, s *secretsmanager.Secret) {
		if !ours(p, s) {
			return
		}
		if on, ok := s.RotationEnabled.Get(p); ok && !on {
			p.Evidence("rotationEnabled", false)
			p.Failf("automatic rotation is off")
		}
	}),
}
