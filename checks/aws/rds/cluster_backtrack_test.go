package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestClusterBacktrack(t *testing.T) {
	each(t, ClusterBacktrack, rds.DBClusters, cluster, nil,
		look[rds.DBCluster]{"a day", checks.Pass, nil},
		look[rds.DBCluster]{"off", checks.Fail, func(c *rds.DBCluster) { c.BacktrackWindow = inventory.Of(0) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.BacktrackWindow = inventory.Missing[int](checktest.Dark) }},
		look[rds.DBCluster]{"Aurora PostgreSQL", checks.NotApplicable, func(c *rds.DBCluster) {
			c.Engine, c.BacktrackWindow = inventory.Of("aurora-postgresql"), inventory.Of(0)
		}},
		look[rds.DBCluster]{"Serverless v1", checks.NotApplicable, serverless},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
