package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestAuroraMySQLAuditExport(t *testing.T) {
	sound := cluster
	have := func(all map[string]string) *inventory.Inventory {
		return inventory.Fixture(append(parameters(rds.DBClusterParameterGroups, all), inventory.Rows(rds.DBClusters, sound()))...)
	}
	checktest.Run(t, AuroraMySQLAuditExport, append(casesOf(rds.DBClusters, sound, parameters(rds.DBClusterParameterGroups, map[string]string{rds.ServerAuditLogsUpload: "0"}),
		look[rds.DBCluster]{"exported", checks.Pass, nil},
		look[rds.DBCluster]{"not exported", checks.Fail, func(c *rds.DBCluster) { c.EnabledCloudwatchLogsExports = inventory.Of([]string{"error"}) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.EnabledCloudwatchLogsExports = inventory.Missing[[]string](checktest.Dark) }},
		look[rds.DBCluster]{"exports told, group hidden", checks.Pass, func(c *rds.DBCluster) { c.DBClusterParameterGroup = inventory.Missing[string](checktest.Dark) }},
		look[rds.DBCluster]{"another engine", checks.NotApplicable, func(c *rds.DBCluster) { c.Engine = inventory.Of("postgres") }},
		look[rds.DBCluster]{"Serverless v1", checks.NotApplicable, serverless},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	), []checktest.Case{
		{Name: "exported", Have: have(map[string]string{rds.ServerAuditLogsUpload: "0"}), Want: []checks.Verdict{checks.Pass}},
		{Name: "parameters hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.Rows(rds.DBClusters, func() *rds.DBCluster {
				c := cluster()
				c.EnabledCloudwatchLogsExports = inventory.Of[[]string](nil)
				return c
			}()),
			inventory.Rows(rds.DBClusterParameterGroups, &rds.ParameterGroup{Resource: inventory.Resource{ID: "group"}, Parameters: inventory.Missing[map[string]string](checktest.Dark)}))},
		{Name: "uploaded by parameter", Want: []checks.Verdict{checks.Pass}, Have: inventory.Fixture(append(
			parameters(rds.DBClusterParameterGroups, map[string]string{rds.ServerAuditLogsUpload: "1"}),
			inventory.Rows(rds.DBClusters, func() *rds.DBCluster {
				c := cluster()
				c.EnabledCloudwatchLogsExports = inventory.Of[[]string](nil)
				return c
			}()))...)},
	}...))
}
