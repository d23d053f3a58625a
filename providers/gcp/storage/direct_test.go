package storage

import (
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

const off = `"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 SERVICE_DISABLED"`

// Where the inventory is switched off, Cloud Storage lists its own buckets, in
// the same words.
func TestDirect(t *testing.T) {
	d := &gcpfake.Double{}
	err := d.Load([]byte(`{` + off + `},"get":{"https://storage.googleapis.com/storage/v1/b":{"kind":"storage#buckets","items":[
		{"name":"good","location":"EUROPE-WEST1","labels":{"team":"web"},"iamConfiguration":{"publicAccessPrevention":"enforced","uniformBucketLevelAccess":{"enabled":true}},"versioning":{"enabled":true},
			"retentionPolicy":{"retentionPeriod":"864000","isLocked":true,"effectiveTime":"2026-01-01T00:00:00Z"},"softDeletePolicy":{"retentionDurationSeconds":"604800"},"logging":{"logBucket":"logs"},"lifecycle":{"rule":[{"action":{"type":"Delete"},"condition":{"age":3}}]}},
		{"name":"bare","location":"US","defaultObjectAcl":[{"entity":"allUsers","role":"READER"}]}]}}}`))
	if err != nil {
		t.Fatal(err)
	}
	var gaps inventory.Gaps
	rows := map[string]*Bucket{}
	for b := range Buckets.All(gcptest.Over(t, d, Buckets), &gaps) {
		rows[b.ID] = b
	}
	if len(rows) != 2 || len(gaps) != 0 {
		t.Fatalf("%d rows, %v", len(rows), gaps)
	}
	good, bare := rows["good"], rows["bare"]
	if v, _ := good.UniformAccess.Peek(); !v || good.Region != "europe-west1" || good.Account != gcptest.Number || good.Full != "//storage.googleapis.com/good" {
		t.Errorf("%+v", good)
	}
	if v, _ := good.RetentionDays.Peek(); v != 10 {
		t.Errorf("retention of %d days", v)
	}
	if v, _ := good.SoftDeleteDays.Peek(); v != 7 {
		t.Errorf("soft delete of %d days", v)
	}
	if v, _ := good.PublicAccessPrevention.Peek(); v != "enforced" {
		t.Error(v)
	}
	if v, _ := bare.PublicDefault.Peek(); v != "allUsers" {
		t.Error(v)
	}
}

// Where neither answers, the Gap says which API to switch on.
func TestDirectRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{` + off + `,"https://storage.googleapis.com/storage/v1/b":"403 forbidden"}}`)); err != nil {
		t.Fatal(err)
	}
	var gaps inventory.Gaps
	for range Buckets.All(gcptest.Over(t, d, Buckets), &gaps) {
	}
	if len(gaps) != 1 || gaps[0].Cause != "the API cloudasset.googleapis.com is switched off" {
		t.Errorf("%+v", gaps)
	}
}
