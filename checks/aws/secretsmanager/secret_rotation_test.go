package secretsmanager

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/inventory"
)

func TestSecretRotation(t *testing.T) {
	checktest.Run(t, SecretRotation, []checktest.Case{
		{Name: "off", Have: have(nil), Want: []checks.Verdict{checks.Fail}},
		{Name: "on", Have: have(func(s *secretsmanager.Secret) { s.RotationEnabled = inventory.Of(true) }), Want: []checks.Verdict{checks.Pass}},
		{Name: "managed by a service", Have: have(managed), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "a replica", Have: have(replica), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "a primary", Have: have(func(s *secretsmanager.Secret) { s.PrimaryRegion = inventory.Of("us-east-1") }), Want: []checks.Verdict{checks.Fail}},
		{Name: "awaits deletion", Have: have(deleted), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(func(s *secretsmanager.Secret) { s.RotationEnabled = inventory.Missing[bool](checktest.Dark) }), Want: []checks.Verdict{checks.Unknown}},
		{Name: "owner hidden", Have: have(func(s *secretsmanager.Secret) { s.OwningService = inventory.Missing[string](checktest.Dark) }), Want: []checks.Verdict{checks.Unknown}},
	})
}
