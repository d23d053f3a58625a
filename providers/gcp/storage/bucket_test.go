package storage

import (
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

const ancestors = `"ancestors":["projects/` + gcptest.Number + `","` + gcptest.Parent + `"]`

// Buckets as the reference shows them, one on which nothing was set, and one
// of another project.
func TestBuckets(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[
		{"name":"//storage.googleapis.com/good","assetType":"storage.googleapis.com/Bucket",`+ancestors+`,"resource":{"location":"europe-west1","data":{"name":"good","labels":{"team":"web"},
			"iamConfiguration":{"publicAccessPrevention":"enforced","uniformBucketLevelAccess":{"enabled":true}},"versioning":{"enabled":true},"retentionPolicy":{"retentionPeriod":"864000","isLocked":true},
			"defaultObjectAcl":[{"entity":"project-owners-1"},{"entity":"allUsers"}],"lifecycle":{"rule":[{"action":{"type":"Delete"},"condition":{"age":30}}]},"softDeletePolicy":{"retentionDurationSeconds":604800},
			"logging":{"logBucket":"logs"},"encryption":{"defaultKmsKeyName":"k"},"hierarchicalNamespace":{"enabled":true}}}},
		{"name":"//storage.googleapis.com/bare","assetType":"storage.googleapis.com/Bucket",`+ancestors+`,"resource":{"location":"us","data":{"name":"bare"}}},
		{"name":"//storage.googleapis.com/other","assetType":"storage.googleapis.com/Bucket","ancestors":["projects/9"],"resource":{"data":{"name":"other"}}}]}`, Buckets)
	var gaps inventory.Gaps
	rows := map[string]*Bucket{}
	for b := range Buckets.All(inv, &gaps) {
		rows[b.ID] = b
	}
	if len(rows) != 2 || len(gaps) != 0 {
		t.Fatalf("%d rows, %v", len(rows), gaps)
	}
	good, bare := rows["good"], rows["bare"]
	if v, _ := good.UniformAccess.Peek(); !v || good.Region != "europe-west1" || good.Account != gcptest.Number {
		t.Errorf("%+v", good)
	}
	if d, _ := good.RetentionDays.Peek(); d != 10 {
		t.Errorf("retention of %d days", d)
	}
	for what, got := range map[string][2]any{
		"the default ACL": {value(good.PublicDefault), "allUsers"}, "rules": {value(good.LifecycleRules), 1}, "soft delete": {value(good.SoftDeleteDays), 7},
		"usage logs": {value(good.LogBucket), "logs"}, "the key": {value(good.KMSKey), "k"}, "folders": {value(good.Hierarchical), true},
		"no default ACL": {value(bare.PublicDefault), ""}, "no rules": {value(bare.LifecycleRules), 0}, "no soft delete": {value(bare.SoftDeleteDays), nil},
		"no usage logs": {value(bare.LogBucket), ""}, "no key": {value(bare.KMSKey), ""}, "no folders": {value(bare.Hierarchical), false},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %v, want %v", what, got[0], got[1])
		}
	}
	if tags, _ := good.Tags.Peek(); tags["team"] != "web" {
		t.Errorf("labels %v", tags)
	}
	if _, known := bare.UniformAccess.Peek(); known {
		t.Error("what the answer lacks counts as known")
	}
}

// value is what is known, or nil.
func value[V any](k inventory.Known[V]) any {
	if v, ok := k.Peek(); ok {
		return v
	}
	return nil
}

func TestBucketsRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 SERVICE_DISABLED"}}`)); err != nil {
		t.Fatal(err)
	}
	var gaps inventory.Gaps
	for range Buckets.All(gcptest.Over(t, d, Buckets), &gaps) {
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Disabled || gaps[0].Cause != "the API cloudasset.googleapis.com is switched off" || gaps[0].Action != "cloudasset.assets.listResource" {
		t.Errorf("%+v", gaps)
	}
}
