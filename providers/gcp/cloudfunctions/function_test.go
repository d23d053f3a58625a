package cloudfunctions

import (
	"fmt"
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(kind, name, data string) string {
	return fmt.Sprintf(`{"name":"//cloudfunctions.googleapis.com/%s","assetType":"cloudfunctions.googleapis.com/%s","ancestors":["projects/%s","%s"],"resource":{"location":"europe-west1","data":%s}}`, name, kind, gcptest.Number, gcptest.Parent, data)
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

// Functions of both generations, one of which both listings have.
func TestFunctions(t *testing.T) {
	const at = "projects/" + gcptest.ProjectID + "/locations/europe-west1/functions/"
	inv := gcptest.Collect(t, `{"assets":[`+
		asset("Function", at+"a", `{"environment":"GEN_2","state":"ACTIVE","serviceConfig":{"ingressSettings":"ALLOW_INTERNAL_ONLY","vpcConnector":"c","service":"projects/`+gcptest.ProjectID+`/locations/europe-west1/services/a","environmentVariables":{"TOKEN":"x"}}}`)+","+
		asset("Function", at+"b", `{"environment":"GEN_1","state":"ACTIVE","serviceConfig":{"directVpcNetworkInterface":[{"network":"n"}]}}`)+","+asset("Function", at+"c", `{"state":"FAILED"}`)+","+
		asset("CloudFunction", at+"a", `{"status":"OFFLINE"}`)+","+asset("CloudFunction", at+"d", `{"status":"ACTIVE","ingressSettings":"ALLOW_ALL","httpsTrigger":{}}`)+","+
		asset("CloudFunction", at+"e", `{"network":"n"}`)+`]}`, Functions)
	var gaps inventory.Gaps
	rows := map[string]*Function{}
	for f := range Functions.All(inv, &gaps) {
		rows[f.ID] = f
	}
	if len(rows) != 5 || len(gaps) > 0 {
		t.Fatalf("%v, %v", rows, gaps)
	}
	a, b, c, d, e := rows["a"], rows["b"], rows["c"], rows["d"], rows["e"]
	is(t, "the service of a", a.Service, "//run.googleapis.com/projects/"+gcptest.Number+"/locations/europe-west1/services/a")
	is(t, "the service of b", b.Service, "")
	is(t, "the service of c", c.Service, "?")
	is(t, "the service of d", d.Service, "")
	is(t, "the state", a.State, "ACTIVE")
	is(t, "the ingress", a.Ingress, "ALLOW_INTERNAL_ONLY")
	is(t, "the network", a.Connected, "true")
	is(t, "the ingress", b.Ingress, "?")
	is(t, "the network", b.Connected, "true")
	is(t, "the network", c.Connected, "?")
	is(t, "the state", d.State, "ACTIVE")
	is(t, "the ingress", d.Ingress, "ALLOW_ALL")
	is(t, "the network", d.Connected, "false")
	is(t, "the state", e.State, "?")
	is(t, "the network", e.Connected, "true")
}

func TestRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 IAM_PERMISSION_DENIED"}}`)); err != nil {
		t.Fatal(err)
	}
	var gaps inventory.Gaps
	for range Functions.All(gcptest.Over(t, d, Functions), &gaps) {
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
		t.Errorf("%+v", gaps)
	}
}
