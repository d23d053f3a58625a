package secretsmanager

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/secretsmanager"
)

func TestSecretUsed(t *testing.T) {
	read := func(created, last when) func(*secretsmanager.Secret) {
		return func(s *secretsmanager.Secret) { s.Created, s.LastAccessed = created, last }
	}
	checktest.Run(t, SecretUsed, []checktest.Case{
		{Name: "lately", Have: have(nil), Want: []checks.Verdict{checks.Pass}},
		{Name: "long ago", Have: have(read(ago(400), ago(120))), Want: []checks.Verdict{checks.Fail}},
		{Name: "never", Have: have(read(ago(400), never)), Want: []checks.Verdict{checks.Fail}},
		{Name: "never, and new", Have: have(read(ago(20), never)), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Have: have(read(ago(400), hiddenDate)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "never, age hidden", Have: have(read(hiddenDate, never)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "managed by a service", Have: have(managed), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "a replica", Have: have(replica), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "awaits deletion", Have: have(deleted), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
