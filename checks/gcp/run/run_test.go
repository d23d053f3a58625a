package run

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/run"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

// have is a service that everybody can reach, changed, with who may call it.
func have(change func(*run.Service), members ...string) *inventory.Inventory {
	s := &run.Service{Resource: inventory.Resource{ID: "a", Full: "a"}, Ingress: inventory.Of("all"), NoInvoker: inventory.Of(false), OfFunction: inventory.Of(false)}
	change(s)
	return inventory.Fixture(inventory.Rows(run.Services, s),
		inventory.Rows(iam.Policies, &iam.Policy{Resource: inventory.Resource{ID: "a", Full: "a"}, Bindings: inventory.Of([]iam.Binding{{Role: "roles/run.invoker", Members: members}})}))
}

func asIs(*run.Service) {}

func ofFunction(s *run.Service) { s.OfFunction = inventory.Of(true) }

func from(what string) func(*run.Service) {
	return func(s *run.Service) { s.Ingress = inventory.Of(what) }
}
