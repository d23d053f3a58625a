package loadbalancing

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/loadbalancing"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

func is(name string, want checks.Verdict, parts ...inventory.Part) checktest.Case {
	return checktest.Case{Name: name, Have: inventory.Fixture(parts...), Want: []checks.Verdict{want}}
}

// backend is a backend service that no check complains of, changed by edit.
func backend(scheme, protocol string, edit ...func(*loadbalancing.BackendService)) inventory.Part {
	b := &loadbalancing.BackendService{
		Resource: inventory.Resource{ID: "b"}, Scheme: inventory.Of(scheme), Protocol: inventory.Of(protocol),
		Logging: inventory.Of(true), SampleRate: inventory.Of(1.0), Policy: inventory.Of("//waf"), Groups: inventory.Of([]string{"//g"}),
	}
	for _, e := range edit {
		e(b)
	}
	return inventory.Rows(loadbalancing.BackendServices, b)
}
