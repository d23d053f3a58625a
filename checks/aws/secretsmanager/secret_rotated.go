package secretsmanager

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/inventory"
)

var rotatedWithin = &checks.Param{Name: "maxDaysSinceRotation", Default: 90, Unit: "days", Source: "AWS Security Hub, SecretsManager.4"}

// SecretRotated asks that a rotation have taken place lately. A secret that
// was never rotated counts from when it was made: a change by hand leaves no
// date that could be told from one of the secret's description.
var SecretRotated = &checks.Check{
	ID:       "aws-secretsmanager-secret-rotated",
	Title:    "Secrets were rotated within the allowed time",
	Why:      "The longer a secret stays the same, the more people, backups and logs hold it, and the longer a leak goes on.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Secrets Manager > the secret > Rotation > Rotate secret immediately; and set a schedule there.",
		CLI:       "aws secretsmanager rotate-secret --secret-id <secret> --rotation-rules AutomaticallyAfterDays=30",
		Terraform: "resource \"aws_secretsmanager_secret_rotation\" \"example\" {\n  secret_id           = aws_secretsmanager_secret.example.id\n  rotation_lambda_arn = aws_lambda_function.rotate.arn\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SecretsManager.4"}},
	Aliases:  []string{"prowler:secretsmanager_secret_rotated_periodically", "securityhub:SecretsManager.4"},
	Link:     "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
	Params:   []*checks.Param{rotatedWithin},
	Needs:    []inventory.Source{secretsmanager.Secrets},
	Run: checks.Each(secretsmanager.Secrets, func(p *checks.Probe, s *secretsmanager.Secret) {
		if !ours(p, s) {
			return
		}
		last, ok := s.LastRotated.Get(p)
		if !ok {
			return
		}
		since := last
		if last.IsZero() {
			if since, ok = s.Created.Get(p); !ok {
				return
			}
		}
		if limit := p.Int(rotatedWithin); p.Inv.Now.After(since.AddDate(0, 0, limit)) {
			p.Evidence("lastRotatedDate", date(last))
			p.Evidence("unchangedDays", int(p.Inv.Now.Sub(since)/day))
			p.Failf("no rotation in %d days; last rotated: %s, where %d days are allowed", int(p.Inv.Now.Sub(since)/day), date(last), limit)
		}
	}),
}
