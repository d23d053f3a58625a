package lifecycle

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/inventory"
)

type thing struct {
	inventory.Resource
	State inventory.Known[string]
}

func TestSettled(t *testing.T) {
	things := &inventory.Type[thing]{Kind: "azure.test.Thing", Level: inventory.AtAccount, Model: inventory.PaaS}
	c := &checks.Check{Run: checks.Each(things, func(p *checks.Probe, x *thing) {
		if Settled(p, x.State) {
			p.Evidence("judged", true)
			p.Failf("it was judged")
		}
	})}
	for state, want := range map[string]checks.Verdict{"Succeeded": checks.Fail, "Failed": checks.Fail, "Updating": checks.Fail, "deleting": checks.NotApplicable, "Creating": checks.NotApplicable, "": checks.Unknown} {
		x := &thing{State: inventory.Of(state)}
		if state == "" {
			x.State = inventory.Missing[string](checktest.Dark)
		}
		checks.Evaluate(c, inventory.Fixture(inventory.Rows(things, x)), nil, func(r checks.Result) {
			if r.Verdict != want {
				t.Errorf("%s: %s", state, r.Verdict)
			}
		})
	}
}
