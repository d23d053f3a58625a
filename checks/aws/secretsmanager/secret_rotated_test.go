package secretsmanager

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/secretsmanager"
)

func TestSecretRotated(t *testing.T) {
	rotated := func(created, last when) func(*secretsmanager.Secret) {
		return func(s *secretsmanager.Secret) { s.Created, s.LastRotated = created, last }
	}
	checktest.Run(t, SecretRotated, []checktest.Case{
		{Name: "lately", Have: have(rotated(ago(400), ago(30))), Want: []checks.Verdict{checks.Pass}},
		{Name: "long ago", Have: have(rotated(ago(400), ago(91))), Want: []checks.Verdict{checks.Fail}},
		{Name: "never", Have: have(nil), Want: []checks.Verdict{checks.Fail}},
		{Name: "never, and new", Have: have(rotated(ago(20), never)), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Have: have(rotated(ago(400), hiddenDate)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "never, age hidden", Have: have(rotated(hiddenDate, never)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "managed by a service", Have: have(managed), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "a replica", Have: have(replica), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "awaits deletion", Have: have(deleted), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
