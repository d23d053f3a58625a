package secretsmanager

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/inventory"
)

// SecretForeignAccess asks that secrets be shared with trusted accounts only.
var SecretForeignAccess = &checks.Check{
	ID:       "aws-secretsmanager-secret-foreign-access",
	Title:    "Secret policies let in trusted accounts only",
	Why:      "An account that may read a secret holds the credential in it, and nobody can take it back but by changing it.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Secrets Manager > the secret > Overview > Resource permissions > Edit permissions: remove the accounts that you do not know, and rotate the secret.",
		CLI:       "aws secretsmanager put-resource-policy --secret-id <secret> --resource-policy file://<policy.json> --block-public-policy",
		Terraform: "resource \"aws_secretsmanager_secret_policy\" \"example\" {\n  secret_arn          = aws_secretsmanager_secret.example.arn\n  policy              = data.aws_iam_policy_document.example.json\n  block_public_policy = true\n}",
	},
	Link:  "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html",
	Needs: []inventory.Source{secretsmanager.Secrets, secretsmanager.SecretPolicy, access.Needs},
	Run: checks.Each(secretsmanager.Secrets, func(p *checks.Probe, s *secretsmanager.Secret) {
		if !kept(p, s) {
			return
		}
		if pol, ok := s.Policy.Get(p); ok {
			access.Foreign(p, pol.Document, access.At("secretsmanager", &s.Resource, pol))
		}
	}),
}
