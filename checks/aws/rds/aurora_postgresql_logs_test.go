package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestAuroraPostgreSQLLogs(t *testing.T) {
	each(t, AuroraPostgreSQLLogs, rds.DBClusters, ofEngine("aurora-postgresql"), nil,
		look[rds.DBCluster]{"exported", checks.Pass, nil},
		look[rds.DBCluster]{"not exported", checks.Fail, func(c *rds.DBCluster) { c.EnabledCloudwatchLogsExports = inventory.Of[[]string](nil) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.EnabledCloudwatchLogsExports = inventory.Missing[[]string](checktest.Dark) }},
		look[rds.DBCluster]{"another engine", checks.NotApplicable, func(c *rds.DBCluster) { c.Engine = inventory.Of("postgres") }},
		look[rds.DBCluster]{"Serverless v1", checks.NotApplicable, serverless},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
