package cloudfunctions

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudfunctions"
	"demarc/providers/gcp/iam"
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

// have is a function that everybody can reach, changed.
func have(change func(*cloudfunctions.Function), policies ...*iam.Policy) *inventory.Inventory {
	f := &cloudfunctions.Function{Resource: inventory.Resource{ID: "a", Full: "a"}, State: inventory.Of("ACTIVE"), Ingress: inventory.Of("ALLOW_ALL"), Connected: inventory.Of(false), Service: inventory.Of("s")}
	change(f)
	return inventory.Fixture(inventory.Rows(cloudfunctions.Functions, f), inventory.Rows(iam.Policies, policies...))
}

func granted(full string, members ...string) *iam.Policy {
	return &iam.Policy{Resource: inventory.Resource{ID: full, Full: full}, Bindings: inventory.Of([]iam.Binding{{Role: "roles/run.invoker", Members: members}})}
}

func asIs(*cloudfunctions.Function) {}

func going(f *cloudfunctions.Function) { f.State = inventory.Of("DELETE_IN_PROGRESS") }

func from(what string) func(*cloudfunctions.Function) {
	return func(f *cloudfunctions.Function) { f.Ingress = inventory.Of(what) }
}
