package secretsmanager

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/checks/frameworks"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/inventory"
)

// SecretPublicAccess asks that no policy of a secret let in everybody.
var SecretPublicAccess = &checks.Check{
	ID:       "aws-secretsmanager-secret-public-access",
	Title:    "Secret policies do not let in everybody",
	Why:      "A secret that anybody may read is no secret; one that anybody may change lets them choose the credential.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Secrets Manager > the secret > Overview > Resource permissions > Edit permissions: name principals instead of \"*\".",
		CLI:       "aws secretsmanager put-resource-policy --secret-id <secret> --resource-policy file://<policy.json> --block-public-policy",
		Terraform: "resource \"aws_secretsmanager_secret_policy\" \"example\" {\n  secret_arn          = aws_secretsmanager_secret.example.arn\n  policy              = data.aws_iam_policy_document.example.json\n  block_public_policy = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.21"}},
	Aliases:  []string{"prowler:secretsmanager_not_publicly_accessible"},
	Link:     "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
	Needs:    []inventory.Source{secretsmanager.Secrets, secretsmanager.SecretPolicy},
	Run: checks.Each(secretsmanager.Secrets, func(p *checks.Probe, s *secretsmanager.Secret) {
		if !kept(p, s) {
			return
		}
		if pol, ok := s.Policy.Get(p); ok {
			access.Public(p, pol.Document, access.At("secretsmanager", &s.Resource, pol))
		}
	}),
}
