package secretmanager

import (
	"fmt"
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(kind, name, data string) string {
	return fmt.Sprintf(`{"name":"//secretmanager.googleapis.com/%s","assetType":"secretmanager.googleapis.com/%s","ancestors":["projects/%s","%s"],"resource":{"location":"europe-west1","data":%s}}`, name, kind, gcptest.Number, gcptest.Parent, data)
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

func TestSecrets(t *testing.T) {
	const at = "projects/" + gcptest.Number + "/secrets/"
	inv := gcptest.Collect(t, `{"assets":[`+asset("Secret", at+"a", `{"labels":{"team":"web"},"rotation":{"nextRotationTime":"2027-01-02T03:04:05Z","rotationPeriod":"7776000s"}}`)+","+
		asset("Secret", at+"b", `{"rotation":{}}`)+","+asset("Secret", at+"c", `{}`)+`]}`, Secrets)
	var gaps inventory.Gaps
	rows := map[string]*Secret{}
	for s := range Secrets.All(inv, &gaps) {
		rows[s.ID] = s
	}
	if len(rows) != 3 || len(gaps) > 0 {
		t.Fatalf("%v, %v", rows, gaps)
	}
	is(t, "the rotation", rows["a"].NextRotation, "2027-01-02 03:04:05 +0000 UTC")
	is(t, "the labels", rows["a"].Tags, "map[team:web]")
	is(t, "a rotation without a time", rows["b"].NextRotation, "?")
	is(t, "no rotation", rows["c"].NextRotation, "0001-01-01 00:00:00 +0000 UTC")
}

func TestRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 IAM_PERMISSION_DENIED"}}`)); err != nil {
		t.Fatal(err)
	}
	var gaps inventory.Gaps
	for range Secrets.All(gcptest.Over(t, d, Secrets), &gaps) {
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
		t.Errorf("%+v", gaps)
	}
}
