package secretsmanager

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"

	"demarc/providers/inventory"
)

// A secret for which rotation was never set up says nothing of it; one that
// rotates says how often, and when it is due.
func TestAbsentRotation(t *testing.T) {
	day := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	rules := &types.RotationRulesType{AutomaticallyAfterDays: new(int64(30))}
	for name, tc := range map[string]struct {
		e               types.SecretListEntry
		on, days, dueBy bool
	}{
		"never set up":          {types.SecretListEntry{}, true, true, true},
		"set up":                {types.SecretListEntry{RotationEnabled: new(true), RotationRules: rules, NextRotationDate: &day}, true, true, true},
		"switched off":          {types.SecretListEntry{RotationEnabled: new(false), RotationRules: rules}, true, true, true},
		"whether is not told":   {types.SecretListEntry{RotationRules: rules}, false, true, true},
		"how often is not told": {types.SecretListEntry{RotationEnabled: new(true), RotationRules: &types.RotationRulesType{}, NextRotationDate: &day}, true, false, true},
		"no rules":              {types.SecretListEntry{RotationEnabled: new(true), NextRotationDate: &day}, true, false, true},
		"when is not told":      {types.SecretListEntry{RotationEnabled: new(true), RotationRules: rules}, true, true, false},
	} {
		tc.e.ARN, tc.e.Name = new("arn:aws:secretsmanager:us-east-1:111122223333:secret:s-AbCdEf"), new("s")
		row := secret(inventory.Scope{}, tc.e)
		_, on := row.RotationEnabled.Gap()
		_, days := row.RotationDays.Gap()
		_, due := row.NextRotation.Gap()
		if on == tc.on || days == tc.days || due == tc.dueBy {
			t.Errorf("%s: known %t, %t, %t", name, !on, !days, !due)
		}
	}
}
