package secretsmanager

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/inventory"
)

var usedWithin = &checks.Param{Name: "unusedForDays", Default: 90, Unit: "days", Source: "AWS Security Hub, SecretsManager.3"}

// SecretUsed asks that secrets which nobody reads be removed. A secret that
// was never read counts from when it was made. Reading is counted by region,
// so that replicas, which wait for their region's turn, are not judged.
var SecretUsed = &checks.Check{
	ID:       "aws-secretsmanager-secret-used",
	Title:    "Secrets are in use",
	Why:      "A secret that nobody reads opens something all the same, to former users as well; and nobody will notice when it does.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Secrets Manager > the secret > Actions > Delete secret; it can be restored during the waiting period. Withdraw the credential itself where it was made.",
		CLI:       "aws secretsmanager delete-secret --secret-id <secret> --recovery-window-in-days 30",
		Terraform: "resource \"aws_secretsmanager_secret\" \"example\" {\n  name                    = \"example\"\n  recovery_window_in_days = 30\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SecretsManager.3"}},
	Aliases:  []string{"prowler:secretsmanager_secret_unused", "securityhub:SecretsManager.3"},
	Link:     "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
	Params:   []*checks.Param{usedWithin},
	Needs:    []inventory.Source{secretsmanager.Secrets},
	Run: checks.Each(secretsmanager.Secrets, func(p *checks.Probe, s *secretsmanager.Secret) {
		if !ours(p, s) {
			return
		}
		last, ok := s.LastAccessed.Get(p)
		if !ok {
			return
		}
		since := last
		if last.IsZero() {
			if since, ok = s.Created.Get(p); !ok {
				return
			}
		}
		if limit := p.Int(usedWithin); p.Inv.Now.After(since.AddDate(0, 0, limit)) {
			p.Evidence("lastAccessedDate", date(last))
			p.Evidence("unusedDays", int(p.Inv.Now.Sub(since)/day))
			p.Failf("the secret has not been read for %d days; %d are allowed", int(p.Inv.Now.Sub(since)/day), limit)
		}
	}),
}
