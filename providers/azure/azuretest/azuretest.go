// Package azuretest runs collectors against the double of Azure in tests.
package azuretest

import (
	"testing"
	"time"

	"demarc/providers/azure"
	"demarc/providers/azure/azurefake"
	"demarc/providers/inventory"
)

// The tenant and the subscription that Collect reads.
const (
	Tenant       = "72f988bf-0000-0000-0000-000000000001"
	Subscription = "00000000-0000-0000-0000-00000000aaaa"
)

// Collect reads what needs name from one subscription and its tenant. text is
// the double's data, as azurefake.Data; the subscription itself is added.
func Collect(t *testing.T, text string, needs ...inventory.Source) *inventory.Inventory {
	t.Helper()
	d := &azurefake.Double{}
	d.AddRow("microsoft.resources/subscriptions", []byte(`{"id":"/subscriptions/`+Subscription+`","name":"test","type":"microsoft.resources/subscriptions","subscriptionId":"`+Subscription+`"}`))
	if err := d.Load([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return Over(t, d, needs...)
}

// Over is Collect for a double of the caller's.
func Over(t *testing.T, d *azurefake.Double, needs ...inventory.Source) *inventory.Inventory {
	t.Helper()
	tenant := azure.NewTenant(Tenant, "test", azurefake.Credential{}, azure.Settings{Transport: d, MaxAttempts: 2, RetryDelay: time.Microsecond})
	root := inventory.Scope{Level: inventory.AtOrganization, Provider: "azure", Account: Tenant, Session: &azure.Session{Tenant: tenant}}.Root()
	target := inventory.Target{Provider: "azure", Account: Subscription, Scopes: []inventory.Scope{
		*root,
		{Level: inventory.AtAccount, Provider: "azure", Account: Subscription, Up: root, Session: &azure.Session{Tenant: tenant, Subscription: Subscription}},
	}}
	return inventory.Collect(t.Context(), target, needs, inventory.Options{
		Now: time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC), Classify: azure.Classify,
		Log: func(source string, s inventory.Scope, err error) { t.Logf("%s in %s: %v", source, s, err) },
	})
}
