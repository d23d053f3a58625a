package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestDocumentDBMultiAZ(t *testing.T) {
	each(t, DocumentDBMultiAZ, rds.DocumentDBClusters, ofEngine(rds.DocumentDB), nil,
		look[rds.DBCluster]{"two zones", checks.Pass, nil},
		look[rds.DBCluster]{"one zone", checks.Fail, func(c *rds.DBCluster) { c.MultiAZ = inventory.Of(false) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.MultiAZ = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBCluster]{"without instances", checks.NotApplicable, func(c *rds.DBCluster) { c.MultiAZ, c.Members = inventory.Of(false), inventory.Of[[]rds.Member](nil) }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
