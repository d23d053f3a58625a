package bigquery

import (
	"fmt"
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(kind, name, data string) string {
	return fmt.Sprintf(`{"name":"//bigquery.googleapis.com/projects/%s/datasets/%s","assetType":"bigquery.googleapis.com/%s","ancestors":["projects/%s","%s"],"resource":{"location":"EU","data":%s}}`,
		gcptest.ProjectID, name, kind, gcptest.Number, gcptest.Parent, data)
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

func TestBigQuery(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+
		asset("Dataset", "a", `{"type":"LINKED","labels":{"team":"web"},"defaultEncryptionConfiguration":{"kmsKeyName":"k"},"access":[{"role":"OWNER","specialGroup":"projectOwners"},{"role":"READER","specialGroup":"allAuthenticatedUsers"},{"role":"roles/bigquery.dataViewer","iamMember":"allUsers"},{"view":{}}]}`)+","+
		asset("Dataset", "bare", `{"defaultEncryptionConfiguration":{}}`)+","+asset("Dataset", "empty", `{}`)+","+
		asset("Table", "a/tables/t", `{"type":"VIEW","encryptionConfiguration":{"kmsKeyName":"k"}}`)+","+asset("Table", "a/tables/u", `{}`)+`]}`, Datasets, Tables)
	var gaps inventory.Gaps
	sets, all := map[string]*Dataset{}, map[string]*Table{}
	for d := range Datasets.All(inv, &gaps) {
		sets[d.ID] = d
	}
	for x := range Tables.All(inv, &gaps) {
		all[x.ID] = x
	}
	if len(gaps) > 0 || len(sets) != 3 || len(all) != 2 {
		t.Fatalf("%v, %d, %d", gaps, len(sets), len(all))
	}
	is(t, "the type", sets["a"].Type, "LINKED")
	is(t, "the access", sets["a"].Access, "[{READER allAuthenticatedUsers} {roles/bigquery.dataViewer allUsers}]")
	is(t, "the key", sets["a"].KMSKey, "k")
	is(t, "the labels", sets["a"].Tags, "map[team:web]")
	is(t, "the key", sets["bare"].KMSKey, "?")
	is(t, "the key", sets["empty"].KMSKey, "")
	is(t, "the type", sets["empty"].Type, "DEFAULT")
	is(t, "the type", all["t"].Type, "VIEW")
	is(t, "the key", all["t"].KMSKey, "k")
	is(t, "the type", all["u"].Type, "TABLE")
	is(t, "the key", all["u"].KMSKey, "")
	if want := "//bigquery.googleapis.com/projects/" + gcptest.Number + "/datasets/a/tables/t"; all["t"].Full != want || all["t"].Region != "eu" {
		t.Errorf("%s in %s", all["t"].Full, all["t"].Region)
	}
}

func TestRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 IAM_PERMISSION_DENIED"}}`)); err != nil {
		t.Fatal(err)
	}
	inv := gcptest.Over(t, d, Datasets, Tables)
	var gaps inventory.Gaps
	for range Datasets.All(inv, &gaps) {
	}
	for range Tables.All(inv, &gaps) {
	}
	if len(gaps) != 2 || gaps[0].Reason != inventory.Denied {
		t.Errorf("%+v", gaps)
	}
}
