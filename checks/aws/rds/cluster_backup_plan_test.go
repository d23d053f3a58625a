package rds

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestClusterBackupPlan(t *testing.T) {
	each(t, ClusterBackupPlan, rds.DBClusters, cluster, nil,
		look[rds.DBCluster]{"last night", checks.Pass, nil},
		look[rds.DBCluster]{"never", checks.Fail, func(c *rds.DBCluster) { c.LastBackup = inventory.Of(time.Time{}) }},
		look[rds.DBCluster]{"long ago", checks.Fail, func(c *rds.DBCluster) { c.LastBackup = inventory.Of(inventory.FixtureNow.AddDate(0, -3, 0)) }},
		look[rds.DBCluster]{"new", checks.NotApplicable, func(c *rds.DBCluster) {
			c.LastBackup, c.ClusterCreateTime = inventory.Of(time.Time{}), inventory.Of(inventory.FixtureNow.Add(-time.Hour))
		}},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.LastBackup = inventory.Missing[time.Time](checktest.Dark) }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
