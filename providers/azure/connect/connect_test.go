package connect

import (
	"errors"
	"testing"

	"demarc/providers/azure"
	"demarc/providers/azure/azurefake"
)

// A subscription that is listed without its id cannot be read: to go on would
// be to leave it out without a word.
func TestUnnamedSubscription(t *testing.T) {
	d := &azurefake.Double{}
	if err := d.Load([]byte(`{"get":{"/tenants":{"value":[{"tenantId":"t"}]},"/subscriptions":{"value":[{"displayName":"nameless"}]}}}`)); err != nil {
		t.Fatal(err)
	}
	p, err := Over(t.Context(), azure.NewTenant("t", "", azurefake.Credential{}, azure.Settings{Transport: d, MaxAttempts: 1}), nil)
	if err != nil {
		t.Fatal(err)
	}
	if all, err := p.Accounts(t.Context()); !errors.Is(err, azure.ErrUnnamed) {
		t.Error(all, err)
	}
}
