package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestDocumentDBEncrypted(t *testing.T) {
	each(t, DocumentDBEncrypted, rds.DocumentDBClusters, ofEngine(rds.DocumentDB), nil,
		look[rds.DBCluster]{"on", checks.Pass, nil},
		look[rds.DBCluster]{"off", checks.Fail, func(c *rds.DBCluster) { c.StorageEncrypted = inventory.Of(false) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.StorageEncrypted = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
