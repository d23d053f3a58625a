package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestDocumentDBBackupRetention(t *testing.T) {
	each(t, DocumentDBBackupRetention, rds.DocumentDBClusters, ofEngine(rds.DocumentDB), nil,
		look[rds.DBCluster]{"a week", checks.Pass, nil},
		look[rds.DBCluster]{"a day", checks.Fail, func(c *rds.DBCluster) { c.BackupRetentionPeriod = inventory.Of(1) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.BackupRetentionPeriod = inventory.Missing[int](checktest.Dark) }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
