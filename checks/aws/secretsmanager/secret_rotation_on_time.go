package secretsmanager

import (
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/inventory"
)

// SecretRotationOnTime asks that rotations which are scheduled take place. A
// rotation is late a day after it was due at the latest, since the window for
// it may last until the end of that day; after twice the interval, whatever
// date is given for the next; and where it has never happened, an interval
// after the secret was last changed, which switching rotation on does.
var SecretRotationOnTime = &checks.Check{
	ID:       "aws-secretsmanager-secret-rotation-on-time",
	Title:    "Scheduled rotations of secrets succeed",
	Why:      "A rotation that fails leaves the old secret in use while everyone believes that it is changed.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "CloudWatch > Log groups > the rotation function's: find why it fails; then Secrets Manager > the secret > Rotation > Rotate secret immediately.",
		CLI:       "aws secretsmanager rotate-secret --secret-id <secret>",
		Terraform: "resource \"aws_secretsmanager_secret_rotation\" \"example\" {\n  secret_id           = aws_secretsmanager_secret.example.id\n  rotation_lambda_arn = aws_lambda_function.rotate.arn\n  rotate_immediately  = true\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SecretsManager.2"}},
	Aliases:  []string{"securityhub:SecretsManager.2"},
	Link:     "https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html",
	Needs:    []inventory.Source{secretsmanager.Secrets},
	Run: checks.Each(secretsmanager.Secrets, func(p *checks.Probe, s *secretsmanager.Secret) {
		if !ours(p, s) {
			return
		}
		switch on, ok := s.RotationEnabled.Get(p); {
		case !ok:
			return
		case !on:
			p.Skipf("automatic rotation is off")
			return
		}
		next, nextKnown := s.NextRotation.Get(p)
		if nextKnown && !next.IsZero() && p.Inv.Now.After(next.Add(day)) {
			p.Evidence("nextRotationDate", next.UTC().Format(time.DateOnly))
			p.Failf("the rotation that was due by %s has not taken place", next.UTC().Format(time.DateOnly))
		}
		days, daysKnown := s.RotationDays.Get(p)
		last, lastKnown := s.LastRotated.Get(p)
		if !daysKnown || !lastKnown || days == 0 {
			return
		}
		interval := time.Duration(days) * day
		if !last.IsZero() {
			if p.Inv.Now.After(last.Add(2*interval + day)) {
				late(p, days, "the last rotation, of "+last.UTC().Format(time.DateOnly)+", is more than two intervals ago", last)
			}
			return
		}
		if changed, ok := s.LastChanged.Get(p); ok && p.Inv.Now.After(changed.Add(interval+day)) {
			late(p, days, "the secret has never been rotated", last)
		}
	}),
}

func late(p *checks.Probe, days int64, what string, last time.Time) {
	p.Evidence("automaticallyAfterDays", days)
	p.Evidence("lastRotatedDate", date(last))
	p.Failf("%s", what)
}

// date is a day, or "never" for the zero time.
func date(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return t.UTC().Format(time.DateOnly)
}
