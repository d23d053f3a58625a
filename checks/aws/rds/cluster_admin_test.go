package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestClusterAdmin(t *testing.T) {
	each(t, ClusterAdmin, rds.DBClusters, cluster, nil,
		look[rds.DBCluster]{"its own", checks.Pass, nil},
		look[rds.DBCluster]{"default", checks.Fail, func(c *rds.DBCluster) { c.MasterUsername = inventory.Of("admin") }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.MasterUsername = inventory.Missing[string](checktest.Dark) }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
