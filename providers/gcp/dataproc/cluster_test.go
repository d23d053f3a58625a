package dataproc

import (
	"fmt"
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(kind, name, data string) string {
	return fmt.Sprintf(`{"name":"//dataproc.googleapis.com/%s","assetType":"dataproc.googleapis.com/%s","ancestors":["projects/%s","%s"],"resource":{"location":"europe-west1","data":%s}}`, name, kind, gcptest.Number, gcptest.Parent, data)
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

func TestClusters(t *testing.T) {
	const at = "projects/" + gcptest.Number + "/regions/europe-west1/clusters/"
	inv := gcptest.Collect(t, `{"assets":[`+asset("Cluster", at+"a", `{"status":{"state":"RUNNING"},"config":{"encryptionConfig":{"gcePdKmsKeyName":"k"}}}`)+","+
		asset("Cluster", at+"b", `{"status":{},"config":{"encryptionConfig":{"kmsKey":"j"}}}`)+","+asset("Cluster", at+"c", `{"config":{}}`)+","+asset("Cluster", at+"d", `{"virtualClusterConfig":{}}`)+`]}`, Clusters)
	var gaps inventory.Gaps
	rows := map[string]*Cluster{}
	for c := range Clusters.All(inv, &gaps) {
		rows[c.ID] = c
	}
	if len(rows) != 4 || len(gaps) > 0 {
		t.Fatalf("%v, %v", rows, gaps)
	}
	is(t, "the state", rows["a"].State, "RUNNING")
	is(t, "the key", rows["a"].DiskKey, "k")
	is(t, "the state", rows["b"].State, "?")
	is(t, "the key", rows["b"].DiskKey, "j")
	is(t, "the key", rows["c"].DiskKey, "")
	is(t, "a virtual one", rows["c"].Virtual, "false")
	is(t, "a virtual one", rows["d"].Virtual, "true")
	is(t, "the key", rows["d"].DiskKey, "?")
}

func TestRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 IAM_PERMISSION_DENIED"}}`)); err != nil {
		t.Fatal(err)
	}
	var gaps inventory.Gaps
	for range Clusters.All(gcptest.Over(t, d, Clusters), &gaps) {
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
		t.Errorf("%+v", gaps)
	}
}
