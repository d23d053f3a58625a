package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestClusterEncrypted(t *testing.T) {
	each(t, ClusterEncrypted, rds.DBClusters, cluster, nil,
		look[rds.DBCluster]{"on", checks.Pass, nil},
		look[rds.DBCluster]{"off", checks.Fail, func(c *rds.DBCluster) { c.StorageEncrypted = inventory.Of(false) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.StorageEncrypted = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
