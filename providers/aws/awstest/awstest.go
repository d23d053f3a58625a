// Package awstest runs collectors against the AWS double in tests.
package awstest

import (
	"testing"
	"time"

	"demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/inventory"
)

// Account is the account that Collect reads.
const Account = "111122223333"

// Regions are the regions that it has; the first is its home.
var Regions = []string{"us-east-1", "eu-central-1", "ap-southeast-2"}

// Target is the account as the engine is given it.
func Target(e *awsfake.Estate, account string) inventory.Target {
	sess := aws.NewSession(e.Config(account, Regions[0]), account, "aws", aws.Tuning{MaxAttempts: 3, MaxBackoff: time.Millisecond, MinRate: 1000})
	t := inventory.Target{Provider: "aws", Account: account}
	t.Scopes = append(t.Scopes, inventory.Scope{Level: inventory.AtAccount, Provider: "aws", Account: account, Session: sess})
	for _, r := range Regions {
		t.Scopes = append(t.Scopes, inventory.Scope{Level: inventory.AtRegion, Provider: "aws", Account: account, Region: r, Session: sess})
	}
	return t
}

// Collect reads what needs name from the estate, each error logged to t.
func Collect(t *testing.T, e *awsfake.Estate, needs ...inventory.Source) *inventory.Inventory {
	t.Helper()
	return inventory.Collect(t.Context(), Target(e, Account), needs, inventory.Options{
		Now:      time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC),
		Classify: aws.Classify,
		Scrub:    inventory.Scrub,
		Log: func(source string, s inventory.Scope, err error) {
			t.Logf("%s in %s: %v", source, s, err)
		},
	})
}

// Rows lists the rows of one type, and fails where the listing has a gap.
func Rows[T any](t *testing.T, inv *inventory.Inventory, of *inventory.Type[T]) (rows []*T) {
	t.Helper()
	var gaps inventory.Gaps
	for r := range of.All(inv, &gaps) {
		rows = append(rows, r)
	}
	if len(gaps) > 0 {
		t.Errorf("listing %s: %v", of.Name(), gaps)
	}
	return rows
}

// Value is what k holds; a Gap fails the test.
func Value[T any](t *testing.T, k inventory.Known[T]) T {
	t.Helper()
	if g, hidden := k.Gap(); hidden {
		t.Errorf("a gap where a value was expected: %s", g)
	}
	v, _ := k.Peek()
	return v
}
