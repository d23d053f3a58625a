package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestAuroraMySQLAudit(t *testing.T) {
	sound := cluster
	have := func(all map[string]string) *inventory.Inventory {
		return inventory.Fixture(append(parameters(rds.DBClusterParameterGroups, all), inventory.Rows(rds.DBClusters, sound()))...)
	}
	checktest.Run(t, AuroraMySQLAudit, append(casesOf(rds.DBClusters, sound, parameters(rds.DBClusterParameterGroups, map[string]string{rds.ServerAuditLogging: "1", rds.ServerAuditEvents: "CONNECT"}),
		look[rds.DBCluster]{"on", checks.Pass, nil},
		look[rds.DBCluster]{"on, after a restart", checks.Fail, func(c *rds.DBCluster) {
			c.Members = inventory.Of([]rds.Member{{DBInstanceIdentifier: "ledger-1", ParameterGroupStatus: inventory.Of("pending-reboot")}})
		}},
		look[rds.DBCluster]{"group hidden", checks.Unknown, func(c *rds.DBCluster) { c.DBClusterParameterGroup = inventory.Missing[string](checktest.Dark) }},
		look[rds.DBCluster]{"group not found", checks.Unknown, func(c *rds.DBCluster) { c.DBClusterParameterGroup = inventory.Of("other") }},
		look[rds.DBCluster]{"another engine", checks.NotApplicable, func(c *rds.DBCluster) { c.Engine = inventory.Of("postgres") }},
		look[rds.DBCluster]{"Serverless v1", checks.NotApplicable, serverless},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	), []checktest.Case{
		{Name: "off", Have: have(map[string]string{rds.ServerAuditLogging: "0", rds.ServerAuditEvents: "CONNECT"}), Want: []checks.Verdict{checks.Fail}},
		{Name: "left to the engine", Have: have(map[string]string{rds.ServerAuditLogging: "", rds.ServerAuditEvents: "CONNECT"}), Want: []checks.Verdict{checks.Fail}},
		{Name: "no events", Have: have(map[string]string{rds.ServerAuditLogging: "1", rds.ServerAuditEvents: ""}), Want: []checks.Verdict{checks.Fail}},
		{Name: "not told", Have: have(map[string]string{rds.ServerAuditEvents: "CONNECT"}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "parameters hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.Rows(rds.DBClusters, sound()),
			inventory.Rows(rds.DBClusterParameterGroups, &rds.ParameterGroup{Resource: inventory.Resource{ID: "group"}, Parameters: inventory.Missing[map[string]string](checktest.Dark)}))},
	}...))
}
