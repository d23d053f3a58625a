package main

import (
	"testing"
	"time"

	"demarc/providers/inventory"
)

func TestProgressLine(t *testing.T) {
	w := &inventory.Watch{}
	if got := progressLine(w, time.Now()); got != "0 of 0 tasks, 0 resources" {
		t.Error(got)
	}
	w.Queued.Add(9)
	w.Done.Add(4)
	w.Rows.Add(7)
	w.Regions.Add(3)
	w.CallsOf(func() map[string]int { return map[string]int{"S3 ListBuckets": 1, "S3 GetBucketAcl": 5} })
	if got := progressLine(w, time.Now()); got != "4 of 9 tasks, 7 resources in 3 regions, 6 calls" {
		t.Error(got)
	}
}
