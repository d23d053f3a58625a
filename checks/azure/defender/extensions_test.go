package defender

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/defender"
	"demarc/providers/inventory"
)

func TestExtensions(t *testing.T) {
	for c, of := range map[*checks.Check][2]string{
		AgentlessScanning: {"VirtualMachines", "AgentlessVmScanning"}, FileIntegrity: {"VirtualMachines", "FileIntegrityMonitoring"},
		ContainerImageScanning: {"Containers", "ContainerRegistriesVulnerabilityAssessments"},
	} {
		t.Run(c.ID, func(t *testing.T) {
			with := func(on bool) *inventory.Inventory {
				return withPlans(plan(of[0], "Standard", defender.Extension{Name: "Other", Enabled: inventory.Of(true)}, defender.Extension{Name: of[1], Enabled: inventory.Of(on)}))
			}
			checktest.Run(t, c, []checktest.Case{
				{Name: "on", Have: with(true), Want: pass},
				{Name: "off", Have: with(false), Want: fail},
				{Name: "the plan has none", Have: withPlans(plan(of[0], "Standard")), Want: fail},
				{Name: "the plan is off", Have: withPlans(plan(of[0], "Free")), Want: fail},
				{Name: "extensions hidden", Have: withPlans(defender.Plan{Name: of[0], Tier: inventory.Of("Standard"), Extensions: dark[[]defender.Extension]()}), Want: unknown},
				plansHidden,
			})
		})
	}
}

func TestDNS(t *testing.T) {
	servers := plan("VirtualMachines", "Standard")
	first, second := servers, servers
	first.SubPlan, second.SubPlan = "P1", "P2"
	checktest.Run(t, DNS, []checktest.Case{
		{Name: "its own plan", Have: withPlans(plan("Dns", "Standard")), Want: pass},
		{Name: "plan 2 of servers", Have: withPlans(plan("Dns", "Free"), second), Want: pass},
		{Name: "plan 1 of servers", Have: withPlans(plan("Dns", "Free"), first), Want: fail},
		{Name: "a plan of servers", Have: withPlans(plan("Dns", "Free"), servers), Want: unknown},
		{Name: "no plan of servers", Have: withPlans(plan("Dns", "Free"), plan("VirtualMachines", "Free")), Want: fail},
		{Name: "none", Have: withPlans(), Want: fail},
		plansHidden,
	})
}

func TestMachineVulnerabilities(t *testing.T) {
	have := func(k inventory.Known[string]) *inventory.Inventory {
		return subscription(func(s *defender.Subscription) { s.Vulnerability = k })
	}
	checktest.Run(t, MachineVulnerabilities, []checktest.Case{
		{Name: "chosen", Have: have(inventory.Of("MdeTvm")), Want: pass},
		{Name: "nobody", Have: have(inventory.Of("")), Want: fail},
		{Name: "hidden", Have: have(dark[string]()), Want: unknown},
	})
}
