package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestNeptuneAudit(t *testing.T) {
	sound := ofEngine(rds.Neptune)
	have := func(all map[string]string) *inventory.Inventory {
		return inventory.Fixture(append(parameters(rds.DBClusterParameterGroups, all), inventory.Rows(rds.NeptuneClusters, sound()))...)
	}
	checktest.Run(t, NeptuneAudit, append(casesOf(rds.NeptuneClusters, sound, parameters(rds.DBClusterParameterGroups, map[string]string{rds.NeptuneAuditLog: "1"}),
		look[rds.DBCluster]{"written and published", checks.Pass, nil},
		look[rds.DBCluster]{"not published", checks.Fail, func(c *rds.DBCluster) { c.EnabledCloudwatchLogsExports = inventory.Of[[]string](nil) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.EnabledCloudwatchLogsExports = inventory.Missing[[]string](checktest.Dark) }},
		look[rds.DBCluster]{"on, after a restart", checks.Fail, func(c *rds.DBCluster) {
			c.Members = inventory.Of([]rds.Member{{DBInstanceIdentifier: "ledger-1", ParameterGroupStatus: inventory.Of("pending-reboot")}})
		}},
		look[rds.DBCluster]{"group hidden", checks.Unknown, func(c *rds.DBCluster) { c.DBClusterParameterGroup = inventory.Missing[string](checktest.Dark) }},
		look[rds.DBCluster]{"group not found", checks.Unknown, func(c *rds.DBCluster) { c.DBClusterParameterGroup = inventory.Of("other") }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	), []checktest.Case{
		{Name: "published, not written", Have: have(map[string]string{rds.NeptuneAuditLog: "0"}), Want: []checks.Verdict{checks.Fail}},
		{Name: "without a value", Have: have(map[string]string{rds.NeptuneAuditLog: ""}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "parameters hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.Rows(rds.NeptuneClusters, sound()),
			inventory.Rows(rds.DBClusterParameterGroups, &rds.ParameterGroup{Resource: inventory.Resource{ID: "group"}, Parameters: inventory.Missing[map[string]string](checktest.Dark)}))},
	}...))
}
