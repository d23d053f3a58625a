package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestDocumentDBAudit(t *testing.T) {
	sound := ofEngine(rds.DocumentDB)
	have := func(all map[string]string) *inventory.Inventory {
		return inventory.Fixture(append(parameters(rds.DBClusterParameterGroups, all), inventory.Rows(rds.DocumentDBClusters, sound()))...)
	}
	checktest.Run(t, DocumentDBAudit, append(casesOf(rds.DocumentDBClusters, sound, parameters(rds.DBClusterParameterGroups, map[string]string{rds.DocumentDBAuditLogs: "ddl"}),
		look[rds.DBCluster]{"written and published", checks.Pass, nil},
		look[rds.DBCluster]{"not published", checks.Fail, func(c *rds.DBCluster) { c.EnabledCloudwatchLogsExports = inventory.Of[[]string](nil) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.EnabledCloudwatchLogsExports = inventory.Missing[[]string](checktest.Dark) }},
		look[rds.DBCluster]{"group hidden", checks.Unknown, func(c *rds.DBCluster) { c.DBClusterParameterGroup = inventory.Missing[string](checktest.Dark) }},
		look[rds.DBCluster]{"group not found", checks.Unknown, func(c *rds.DBCluster) { c.DBClusterParameterGroup = inventory.Of("other") }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	), []checktest.Case{
		{Name: "published, not written", Have: have(map[string]string{rds.DocumentDBAuditLogs: "disabled"}), Want: []checks.Verdict{checks.Fail}},
		{Name: "without a value", Have: have(map[string]string{rds.DocumentDBAuditLogs: ""}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "parameters hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.Rows(rds.DocumentDBClusters, sound()),
			inventory.Rows(rds.DBClusterParameterGroups, &rds.ParameterGroup{Resource: inventory.Resource{ID: "group"}, Parameters: inventory.Missing[map[string]string](checktest.Dark)}))},
	}...))
}
