package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestDocumentDBTLS(t *testing.T) {
	sound := ofEngine(rds.DocumentDB)
	have := func(all map[string]string) *inventory.Inventory {
		return inventory.Fixture(append(parameters(rds.DBClusterParameterGroups, all), inventory.Rows(rds.DocumentDBClusters, sound()))...)
	}
	checktest.Run(t, DocumentDBTLS, append(casesOf(rds.DocumentDBClusters, sound, parameters(rds.DBClusterParameterGroups, map[string]string{rds.DocumentDBTLS: "tls1.3+"}),
		look[rds.DBCluster]{"1.3", checks.Pass, nil},
		look[rds.DBCluster]{"on, after a restart", checks.Fail, func(c *rds.DBCluster) {
			c.Members = inventory.Of([]rds.Member{{DBInstanceIdentifier: "ledger-1", ParameterGroupStatus: inventory.Of("pending-reboot")}})
		}},
		look[rds.DBCluster]{"group hidden", checks.Unknown, func(c *rds.DBCluster) { c.DBClusterParameterGroup = inventory.Missing[string](checktest.Dark) }},
		look[rds.DBCluster]{"group not found", checks.Unknown, func(c *rds.DBCluster) { c.DBClusterParameterGroup = inventory.Of("other") }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	), []checktest.Case{
		{Name: "disabled", Have: have(map[string]string{rds.DocumentDBTLS: "disabled"}), Want: []checks.Verdict{checks.Fail}},
		{Name: "any version", Have: have(map[string]string{rds.DocumentDBTLS: "enabled"}), Want: []checks.Verdict{checks.Fail}},
		{Name: "without a value", Have: have(map[string]string{rds.DocumentDBTLS: ""}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "parameters hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.Rows(rds.DocumentDBClusters, sound()),
			inventory.Rows(rds.DBClusterParameterGroups, &rds.ParameterGroup{Resource: inventory.Resource{ID: "group"}, Parameters: inventory.Missing[map[string]string](checktest.Dark)}))},
	}...))
}
