package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestNeptuneCopyTags(t *testing.T) {
	each(t, NeptuneCopyTags, rds.NeptuneClusters, ofEngine(rds.Neptune), nil,
		look[rds.DBCluster]{"on", checks.Pass, nil},
		look[rds.DBCluster]{"off", checks.Fail, func(c *rds.DBCluster) { c.CopyTagsToSnapshot = inventory.Of(false) }},
		look[rds.DBCluster]{"hidden", checks.Unknown, func(c *rds.DBCluster) { c.CopyTagsToSnapshot = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBCluster]{"deleting", checks.NotApplicable, ending},
	)
}
