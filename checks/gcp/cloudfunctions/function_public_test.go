package cloudfunctions

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudfunctions"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func TestFunctionPublic(t *testing.T) {
	hidden := &iam.Policy{Resource: inventory.Resource{ID: "s", Full: "s"}, Bindings: dark[[]iam.Binding]()}
	checktest.Run(t, FunctionPublic, []checktest.Case{
		{Name: "no policy", Have: have(asIs), Want: pass},
		{Name: "some", Have: have(asIs, granted("a", "user:ada@example.com"), granted("s", "user:ada@example.com")), Want: pass},
		{Name: "everybody", Have: have(asIs, granted("a", "allUsers")), Want: fail, Severity: checks.High},
		{Name: "everybody, by the service", Have: have(asIs, granted("s", "allUsers")), Want: fail},
		{Name: "of the first generation", Have: have(func(f *cloudfunctions.Function) { f.Service = inventory.Of("") }, granted("s", "allUsers")), Want: pass},
		{Name: "everybody within", Have: have(from("ALLOW_INTERNAL_ONLY"), granted("s", "allUsers")), Want: fail, Severity: checks.Low},
		{Name: "being deleted", Have: have(going, granted("a", "allUsers")), Want: skip},
		{Name: "hidden", Have: have(asIs, hidden), Want: unknown},
	})
}
