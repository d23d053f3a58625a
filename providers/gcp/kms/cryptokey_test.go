package kms

import (
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

const (
	ancestors = `"ancestors":["projects/` + gcptest.Number + `","` + gcptest.Parent + `"]`
	ring      = "//cloudkms.googleapis.com/projects/" + gcptest.ProjectID + "/locations/europe-west1/keyRings/r"
	ringByNum = "//cloudkms.googleapis.com/projects/" + gcptest.Number + "/locations/europe-west1/keyRings/r"
)

func asset(kind, name, data string) string {
	return `{"name":"` + ring + name + `","assetType":"cloudkms.googleapis.com/` + kind + `",` + ancestors + `,"resource":{"location":"europe-west1","data":{` + data + `}}}`
}

func TestCryptoKeys(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+
		asset("CryptoKey", "/cryptoKeys/rotates", `"purpose":"ENCRYPT_DECRYPT","versionTemplate":{"protectionLevel":"HSM"},"rotationPeriod":"7776000s","nextRotationTime":"2026-12-01T00:00:00Z","primary":{"state":"ENABLED"}`)+`,`+
		asset("CryptoKey", "/cryptoKeys/own", `"purpose":"ENCRYPT_DECRYPT","primary":{"importTime":"2026-01-01T00:00:00Z"}`)+`,`+
		asset("CryptoKey", "/cryptoKeys/only", `"purpose":"ASYMMETRIC_SIGN","importOnly":true,"rotationPeriod":"often"`)+`,`+
		asset("CryptoKey", "/cryptoKeys/bare", ``)+`,`+
		asset("CryptoKeyVersion", "/cryptoKeys/rotates/cryptoKeyVersions/1", `"state":"DESTROYED"`)+`,`+
		asset("CryptoKeyVersion", "/cryptoKeys/rotates/cryptoKeyVersions/2", `"state":"ENABLED"`)+`,`+
		asset("CryptoKeyVersion", "/cryptoKeys/own/cryptoKeyVersions/1", ``)+`]}`, CryptoKeys, Versions)
	var gaps inventory.Gaps
	rows := map[string]*CryptoKey{}
	for k := range CryptoKeys.Own(inv, &gaps) {
		rows[k.ID] = k
	}
	if len(rows) != 4 || len(gaps) != 0 {
		t.Fatalf("%v %v", rows, gaps)
	}
	rotates := rows["rotates"]
	if n, _ := rotates.RotationSeconds.Peek(); n != 7_776_000 {
		t.Errorf("rotates every %d seconds", n)
	}
	if at, _ := rotates.NextRotation.Peek(); at.Year() != 2026 || rotates.Region != "europe-west1" || rotates.Ring() != ringByNum {
		t.Errorf("%+v", rotates)
	}
	for id, want := range map[string]bool{"rotates": false, "own": true, "only": true, "bare": false} {
		if got, ok := rows[id].Imported.Peek(); !ok || got != want {
			t.Errorf("%s imported: %v", id, got)
		}
	}
	if n, ok := rows["own"].RotationSeconds.Peek(); !ok || n != 0 {
		t.Error("a key without a rotation period rotates")
	}
	if _, ok := rows["only"].RotationSeconds.Peek(); ok {
		t.Error("a period that cannot be read is known")
	}
	if _, ok := rows["bare"].Purpose.Peek(); ok {
		t.Error("a purpose that was not told is known")
	}
	if got := VersionsOf.Get(inv, &gaps, "", rotates.Full); len(got) != 2 {
		t.Errorf("%d versions", len(got))
	}
	if got := VersionsOf.Get(inv, &gaps, "", rows["own"].Full); len(got) != 1 {
		t.Errorf("%d versions", len(got))
	} else if _, ok := got[0].State.Peek(); ok {
		t.Error("a state that was not told is known")
	}
}

func TestRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 IAM_PERMISSION_DENIED"}}`)); err != nil {
		t.Fatal(err)
	}
	inv := gcptest.Over(t, d, CryptoKeys, Versions)
	var gaps inventory.Gaps
	for range CryptoKeys.Own(inv, &gaps) {
	}
	VersionsOf.Get(inv, &gaps, "", ringByNum)
	if len(gaps) != 2 || gaps[0].Reason != inventory.Denied {
		t.Errorf("%v", gaps)
	}
}
