package defender

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/defender"
)

func TestPlans(t *testing.T) {
	for c, names := range map[*checks.Check][]string{
		CSPM: {"CloudPosture"}, APIs: {"Api"}, Servers: {"VirtualMachines"}, Containers: {"Containers"}, StoragePlan: {"StorageAccounts"},
		AppServices: {"AppServices"}, CosmosDB: {"CosmosDbs"}, OpenSourceDatabases: {"OpenSourceRelationalDatabases"}, AzureSQL: {"SqlServers"},
		SQLMachines: {"SqlServerVirtualMachines"}, KeyVault: {"KeyVaults"}, ResourceManager: {"Arm"},
		Databases: {"SqlServers", "SqlServerVirtualMachines", "OpenSourceRelationalDatabases", "CosmosDbs"},
	} {
		t.Run(c.ID, func(t *testing.T) {
			tier := func(last string) (all []defender.Plan) {
				for i, n := range names {
					if i < len(names)-1 {
						all = append(all, plan(n, "Standard"))
						continue
					}
					all = append(all, plan(n, last))
				}
				return append(all, plan("Dns", "Free"))
			}
			checktest.Run(t, c, []checktest.Case{
				{Name: "on", Have: withPlans(tier("Standard")...), Want: pass},
				{Name: "off", Have: withPlans(tier("Free")...), Want: fail},
				{Name: "never registered", Have: withPlans(), Want: fail},
				{Name: "not offered", Have: withPlans(plan("Dns", "Free")), Want: skip},
				{Name: "another tier", Have: withPlans(tier("Gold")...), Want: unknown},
				plansHidden,
			})
		})
	}
}
