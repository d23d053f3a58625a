package rds

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// GlobalVersion asks that global databases of Aurora MySQL run a version that AWS
// still mends.
var GlobalVersion = &checks.Check{
	ID:       "aws-rds-global-cluster-supported-version",
	Title:    "Global databases of Aurora MySQL run a supported version",
	Why:      "A version past its end gets no fixes in any of the regions. Global databases are not upgraded automatically, so nobody does it unless the owner does.",
	Severity: checks.High,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the global database > Modify > Engine version.",
		CLI:       "aws rds modify-global-cluster --global-cluster-identifier <global-cluster> --engine-version <version> --allow-major-version-upgrade",
		Terraform: "resource \"aws_rds_global_cluster\" \"example\" {\n  global_cluster_identifier = \"example\"\n  engine                    = \"aurora-mysql\"\n  engine_version            = \"8.0.mysql_aurora.3.08.0\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.51"}},
	Aliases:  []string{"securityhub:RDS.51"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html",
	Params:   []*checks.Param{minAuroraMySQL, longTermAuroraMySQL},
	Needs:    []inventory.Source{rds.GlobalClusters},
	Run: checks.Each(rds.GlobalClusters, func(p *checks.Probe, g *rds.GlobalCluster) {
		if !there(p, g.Status) || !runs(p, g.Engine, "aurora-mysql") {
			return
		}
		v, ok := g.EngineVersion.Get(p)
		if !ok {
			return
		}
		_, aurora, _ := strings.Cut(v, "mysql_aurora.")
		for _, line := range p.Strings(longTermAuroraMySQL) {
			if strings.HasPrefix(aurora, line+".") {
				return
			}
		}
		old, ok := below(aurora, p.Strings(minAuroraMySQL)[0])
		switch {
		case !ok:
			p.Missed(broken("RDS DescribeGlobalClusters", "the version %s cannot be read", v))
		case old:
			p.Evidence("engineVersion", v)
			p.Failf("runs %s, which AWS no longer mends", v)
		}
	}),
}

// The least version of Aurora MySQL, and the lines of versions that are
// supported for longer.
var (
	minAuroraMySQL      = &checks.Param{Name: "minVersion", Default: []string{"3.08.0"}, Source: "AWS FSBP, RDS.51: minSupportedEngineVersion"}
	longTermAuroraMySQL = &checks.Param{Name: "longTermVersions", Default: []string{"3.04"}, Source: "AWS FSBP, RDS.51: longTermSupportVersion"}
)
