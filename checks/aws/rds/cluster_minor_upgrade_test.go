package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestClusterMinorUpgrade(t *testing.T) {
	each(t, ClusterMinorUpgrade, rds.DBClusters, ofEngine("postgres"), nil,
		look[rds.DBCluster]{"automatic", checks.Pass, nil},
		look[rds.DBCluster]{"off", checks.Fail, func(c *rds.DBCluster) { c.AutoMinorVersionUpgrade = inventory.Of(false) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.AutoMinorVersionUpgrade = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBCluster]{"Aurora", checks.NotApplicable, func(c *rds.DBCluster) {
			c.Engine, c.AutoMinorVersionUpgrade = inventory.Of("aurora-mysql"), inventory.Of(false)
		}},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
