package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestGlobalVersion(t *testing.T) {
	sound := func() *rds.GlobalCluster {
		return &rds.GlobalCluster{Resource: inventory.Resource{ID: "world"}, Engine: inventory.Of("aurora-mysql"), EngineVersion: inventory.Of("8.0.mysql_aurora.3.10.1"), Status: inventory.Of("available")}
	}
	at := func(v string) func(*rds.GlobalCluster) {
		return func(g *rds.GlobalCluster) { g.EngineVersion = inventory.Of(v) }
	}
	each(t, GlobalVersion, rds.GlobalClusters, sound, nil,
		look[rds.GlobalCluster]{"newer", checks.Pass, nil},
		look[rds.GlobalCluster]{"the least", checks.Pass, at("8.0.mysql_aurora.3.08.0")},
		look[rds.GlobalCluster]{"too old", checks.Fail, at("8.0.mysql_aurora.3.07.1")},
		look[rds.GlobalCluster]{"version 2", checks.Fail, at("5.7.mysql_aurora.2.11.2")},
		look[rds.GlobalCluster]{"long-term support", checks.Pass, at("8.0.mysql_aurora.3.04.3")},
		look[rds.GlobalCluster]{"not a version", checks.Unknown, at("next")},
		look[rds.GlobalCluster]{"Aurora PostgreSQL", checks.NotApplicable, func(g *rds.GlobalCluster) { g.Engine = inventory.Of("aurora-postgresql") }},
		look[rds.GlobalCluster]{"hidden", checks.Unknown, func(g *rds.GlobalCluster) { g.EngineVersion = inventory.Missing[string](checktest.Dark) }},
		look[rds.GlobalCluster]{"deleting", checks.NotApplicable, func(g *rds.GlobalCluster) { g.Status = inventory.Of("deleting") }},
	)
}
