package run

import (
	"fmt"
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(kind, name, data string) string {
	return fmt.Sprintf(`{"name":"//run.googleapis.com/%s","assetType":"run.googleapis.com/%s","ancestors":["projects/%s","%s"],"resource":{"location":"europe-west1","data":%s}}`, name, kind, gcptest.Number, gcptest.Parent, data)
}

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

// Services in the form of either version of the API.
func TestServices(t *testing.T) {
	const at = "projects/" + gcptest.Number + "/locations/europe-west1/services/"
	inv := gcptest.Collect(t, `{"assets":[`+
		asset("Service", at+"a", `{"metadata":{"labels":{"goog-managed-by":"cloudfunctions"},"annotations":{"run.googleapis.com/ingress":"internal","run.googleapis.com/ingress-status":"all"}}}`)+","+
		asset("Service", at+"b", `{"metadata":{"annotations":{"run.googleapis.com/ingress":"internal","run.googleapis.com/invoker-iam-disabled":"true"}}}`)+","+
		asset("Service", at+"c", `{"metadata":{}}`)+","+
		asset("Service", at+"d", `{"ingress":"INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER","invokerIamDisabled":true,"labels":{"team":"web"}}`)+","+
		asset("Service", at+"e", `{"ingress":"INGRESS_TRAFFIC_UNSPECIFIED"}`)+","+asset("Service", at+"f", `{}`)+`]}`, Services)
	var gaps inventory.Gaps
	rows := map[string]*Service{}
	for s := range Services.All(inv, &gaps) {
		rows[s.ID] = s
	}
	if len(rows) != 6 || len(gaps) > 0 {
		t.Fatalf("%v, %v", rows, gaps)
	}
	is(t, "the ingress of a", rows["a"].Ingress, "all")
	is(t, "a function", rows["a"].OfFunction, "true")
	is(t, "the check of a", rows["a"].NoInvoker, "false")
	is(t, "the ingress of b", rows["b"].Ingress, "internal")
	is(t, "the check of b", rows["b"].NoInvoker, "true")
	is(t, "the ingress of c", rows["c"].Ingress, "?")
	is(t, "the check of c", rows["c"].NoInvoker, "?")
	is(t, "the ingress of d", rows["d"].Ingress, "internal-and-cloud-load-balancing")
	is(t, "the check of d", rows["d"].NoInvoker, "true")
	is(t, "the labels of d", rows["d"].Tags, "map[team:web]")
	is(t, "the ingress of e", rows["e"].Ingress, "?")
	is(t, "the check of e", rows["e"].NoInvoker, "false")
	is(t, "the check of f", rows["f"].NoInvoker, "?")
}

func TestRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 IAM_PERMISSION_DENIED"}}`)); err != nil {
		t.Fatal(err)
	}
	var gaps inventory.Gaps
	for range Services.All(gcptest.Over(t, d, Services), &gaps) {
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
		t.Errorf("%+v", gaps)
	}
}
