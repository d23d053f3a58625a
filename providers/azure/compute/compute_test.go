package compute

import (
	"fmt"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const sub = "/subscriptions/" + azuretest.Subscription

// row is a row of Resource Graph, in the case that it gives ids in.
func row(kind, name, properties string, more ...string) string {
	extra := ""
	for _, m := range more {
		extra += "," + m
	}
	return fmt.Sprintf(`{"id":"%s/resourceGroups/RG/providers/%s/%s","name":%q,"type":"%[2]s","location":"westeurope","subscriptionId":%[5]q,"properties":%[6]s%[7]s}`,
		sub, kind, name, name, azuretest.Subscription, properties, extra)
}

// read lists rows of a Type, by id.
func read[T any](t *testing.T, ty *inventory.Type[T], rows string) map[string]*T {
	t.Helper()
	return collect(t, ty, `{"rows":[`+rows+`]}`)
}

func collect[T any](t *testing.T, ty *inventory.Type[T], text string) map[string]*T {
	t.Helper()
	inv := azuretest.Collect(t, text, ty)
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
