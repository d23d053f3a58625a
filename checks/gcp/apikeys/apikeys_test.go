package apikeys

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/apikeys"
	"demarc/providers/gcp/serviceusage"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// The verdicts of cases with one result.
var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

// newKey is a key without restrictions, ten days old.
func newKey(change ...func(*apikeys.Key)) *apikeys.Key {
	k := &apikeys.Key{
		Resource: inventory.Resource{ID: "k"}, Deleted: inventory.Of(false), Created: inventory.Of(inventory.FixtureNow.AddDate(0, 0, -10)),
		Targets: inventory.Of([]string(nil)), Referrers: inventory.Of([]string(nil)), Addresses: inventory.Of([]string(nil)), Apps: inventory.Of(0),
	}
	for _, c := range change {
		c(k)
	}
	return k
}

func targets(names ...string) func(*apikeys.Key) {
	return func(k *apikeys.Key) { k.Targets = inventory.Of(names) }
}

func deleted(k *apikeys.Key) { k.Deleted = inventory.Of(true) }

// have is a project with a key, and with services that are enabled.
func have(k *apikeys.Key, services ...string) *inventory.Inventory {
	var rows []*serviceusage.Service
	for _, s := range services {
		rows = append(rows, &serviceusage.Service{Resource: inventory.Resource{ID: s}, State: inventory.Of("ENABLED")})
	}
	return inventory.Fixture(inventory.Rows(apikeys.Keys, k), inventory.Rows(serviceusage.Services, rows...))
}

func at(created time.Time) func(*apikeys.Key) {
	return func(k *apikeys.Key) { k.Created = inventory.Of(created) }
}
