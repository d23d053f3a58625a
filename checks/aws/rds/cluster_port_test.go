package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestClusterPort(t *testing.T) {
	each(t, ClusterPort, rds.DBClusters, cluster, nil,
		look[rds.DBCluster]{"its own", checks.Pass, nil},
		look[rds.DBCluster]{"of the engine", checks.Fail, func(c *rds.DBCluster) { c.Port = inventory.Of(3306) }},
		look[rds.DBCluster]{"of another engine", checks.Pass, func(c *rds.DBCluster) { c.Port = inventory.Of(5432) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.Port = inventory.Missing[int](checktest.Dark) }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
