package defender

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/defender"
	"demarc/providers/inventory"
)

func TestAssessments(t *testing.T) {
	for c, of := range map[*checks.Check]*inventory.Type[defender.Assessment]{
		UpdatesApplied: defender.SystemUpdates, EndpointInstalled: defender.EndpointProtection, ImagesResolved: defender.ContainerImages,
	} {
		t.Run(c.ID, func(t *testing.T) {
			have := func(k inventory.Known[string]) *inventory.Inventory {
				return inventory.Fixture(inventory.Rows(of, &defender.Assessment{Resource: inventory.Resource{ID: "a"}, Status: k, Cause: "OffByPolicy"}))
			}
			checktest.Run(t, c, []checktest.Case{
				{Name: "healthy", Have: have(inventory.Of("Healthy")), Want: pass},
				{Name: "unhealthy", Have: have(inventory.Of("Unhealthy")), Want: fail},
				{Name: "not applicable", Have: have(inventory.Of("NotApplicable")), Want: skip},
				{Name: "another status", Have: have(inventory.Of("Odd")), Want: unknown},
				{Name: "hidden", Have: have(dark[string]()), Want: unknown},
			})
		})
	}
}

func TestIoTHubs(t *testing.T) {
	hub := &defender.IoTHub{Resource: inventory.Resource{ID: "h", Full: "/hub"}}
	solution := func(id, status string, hubs ...string) *defender.IoTSolution {
		return &defender.IoTSolution{Resource: inventory.Resource{ID: id}, Status: inventory.Of(status), Hubs: inventory.Of(hubs)}
	}
	have := func(all ...*defender.IoTSolution) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(defender.IoTHubs, hub), inventory.Rows(defender.IoTSolutions, all...))
	}
	hidden := solution("x", "Enabled")
	hidden.Hubs = dark[[]string]()
	checktest.Run(t, IoTHubs, []checktest.Case{
		{Name: "watched", Have: have(solution("s", "Enabled", "/hub")), Want: pass},
		{Name: "watched, another hidden", Have: have(hidden, solution("z", "Enabled", "/hub")), Want: pass},
		{Name: "disabled", Have: have(solution("s", "Disabled", "/hub")), Want: fail},
		{Name: "other hubs", Have: have(solution("s", "Enabled", "/other")), Want: fail},
		{Name: "hidden", Have: have(hidden), Want: unknown},
	})
}
