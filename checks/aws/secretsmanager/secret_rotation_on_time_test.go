package secretsmanager

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/secretsmanager"
	"demarc/providers/inventory"
)

func TestSecretRotationOnTime(t *testing.T) {
	every30 := func(last, next, changed when) *inventory.Inventory {
		return have(func(s *secretsmanager.Secret) {
			s.RotationEnabled, s.RotationDays, s.LastRotated, s.NextRotation, s.LastChanged = inventory.Of(true), inventory.Of(int64(30)), last, next, changed
		})
	}
	checktest.Run(t, SecretRotationOnTime, []checktest.Case{
		{Name: "on time", Have: every30(ago(10), ago(-20), ago(10)), Want: []checks.Verdict{checks.Pass}},
		{Name: "due today", Have: every30(ago(30), ago(0), ago(30)), Want: []checks.Verdict{checks.Pass}},
		{Name: "late", Have: every30(ago(33), ago(3), ago(33)), Want: []checks.Verdict{checks.Fail}},
		{Name: "changed by hand since", Have: every30(ago(45), ago(-15), ago(15)), Want: []checks.Verdict{checks.Pass}},
		{Name: "put off again and again", Have: every30(ago(100), ago(-5), ago(1)), Want: []checks.Verdict{checks.Fail}},
		{Name: "switched on, not due yet", Have: every30(never, ago(-25), ago(5)), Want: []checks.Verdict{checks.Pass}},
		{Name: "switched on, never done", Have: every30(never, never, ago(50)), Want: []checks.Verdict{checks.Fail}},
		{Name: "late, the rest hidden", Have: every30(hiddenDate, ago(3), hiddenDate), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: every30(hiddenDate, ago(-3), ago(3)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "off", Have: have(nil), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "managed by a service", Have: have(managed), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "awaits deletion", Have: have(deleted), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
