package network

import (
	"fmt"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const (
	sub  = "/subscriptions/" + azuretest.Subscription
	base = "/subscriptions/" + azuretest.Subscription + "/resourcegroups/rg/providers/microsoft.network/"
)

// row is a row of Resource Graph, in the case that it gives ids in.
func row(kind, name, properties string) string {
	return rowOf(azuretest.Subscription, kind, name, properties)
}

func rowOf(subscription, kind, name, properties string) string {
	return fmt.Sprintf(`{"id":"/subscriptions/%s/resourceGroups/RG/providers/Microsoft.Network/%s/%s","name":%q,"type":"microsoft.network/%[2]s","location":"westeurope","subscriptionId":%[1]q,"sku":{"name":"Standard","tier":"Regional"},"properties":%[5]s}`,
		subscription, kind, name, name, properties)
}

// read lists rows of a Type, by id.
func read[T any](t *testing.T, ty *inventory.Type[T], rows string) map[string]*T {
	t.Helper()
	inv := azuretest.Collect(t, `{"rows":[`+rows+`]}`, ty)
	var gaps inventory.Gaps
	all := map[string]*T{}
	for r := range ty.All(inv, &gaps) {
		all[inventory.ResourceOf(r).ID] = r
	}
	if len(gaps) > 0 {
		t.Fatal(gaps)
	}
	return all
}

// is compares what is known; "?" stands for what is not.
func is[V any](t *testing.T, what string, k inventory.Known[V], want string) {
	t.Helper()
	got := "?"
	if v, ok := k.Peek(); ok {
		got = fmt.Sprint(v)
	}
	if got != want {
		t.Errorf("%s is %s, want %s", what, got, want)
	}
}
