package logging

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/logging"
	"demarc/providers/inventory"
)

func TestLogBucketLocked(t *testing.T) {
	const place = "projects/" + number + "/locations/global/buckets/"
	have := func(id, state string, locked inventory.Known[bool], changes ...func(*logging.Project)) *inventory.Inventory {
		p := &logging.Project{Resource: inventory.Resource{ID: number}, Sinks: inventory.Of([]logging.Sink(nil))}
		for _, c := range changes {
			c(p)
		}
		return inventory.Fixture(inventory.Rows(logging.Projects, p), inventory.Rows(logging.Buckets, &logging.Bucket{
			Resource: inventory.Resource{ID: id, Full: "//logging.googleapis.com/" + place + id}, State: inventory.Of(state), Locked: locked, RetentionDays: inventory.Of(30),
		}))
	}
	yes, no := inventory.Of(true), inventory.Of(false)
	checktest.Run(t, LogBucketLocked, []checktest.Case{
		{Name: "open", Have: have("a", "ACTIVE", no, through(place+"a", "")), Want: fail},
		{Name: "locked", Have: have("a", "ACTIVE", yes, through(place+"a", "")), Want: pass},
		{Name: "unused", Have: have("a", "ACTIVE", no, through(place+"b", "")), Want: skip},
		{Name: "every project's", Have: have("_Required", "ACTIVE", no, through(place+"_Required", "")), Want: skip},
		{Name: "going", Have: have("a", "DELETE_REQUESTED", no, through(place+"a", "")), Want: skip},
		{Name: "hidden", Have: have("a", "ACTIVE", inventory.Missing[bool](checktest.Dark), through(place+"a", "")), Want: unknown},
		{Name: "sinks hidden", Have: have("a", "ACTIVE", no, func(p *logging.Project) { p.Sinks = inventory.Missing[[]logging.Sink](checktest.Dark) }), Want: unknown},
	})
}
