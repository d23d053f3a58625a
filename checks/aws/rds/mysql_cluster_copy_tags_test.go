package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestMySQLClusterCopyTags(t *testing.T) {
	each(t, MySQLClusterCopyTags, rds.DBClusters, ofEngine("mysql"), nil,
		look[rds.DBCluster]{"copied", checks.Pass, nil},
		look[rds.DBCluster]{"not copied", checks.Fail, func(c *rds.DBCluster) { c.CopyTagsToSnapshot = inventory.Of(false) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.CopyTagsToSnapshot = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBCluster]{"another engine", checks.NotApplicable, func(c *rds.DBCluster) { c.Engine = inventory.Of("aurora-mysql") }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
