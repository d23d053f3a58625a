package rds

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// DocumentDBTLS asks that a DocumentDB cluster refuse connections without TLS, and
// old versions of it.
var DocumentDBTLS = &checks.Check{
	ID:       "aws-documentdb-cluster-tls-required",
	Title:    "DocumentDB clusters take connections over TLS 1.2 or later only",
	Why:      "Without TLS logins and documents cross the network in the clear; versions of TLS before 1.2 can be broken.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "DocumentDB > Parameter groups > the cluster's group > tls: tls1.2+, tls1.3+ or fips-140-3; then restart the instances.",
		CLI:       "aws docdb modify-db-cluster-parameter-group --db-cluster-parameter-group-name <group> --parameters ParameterName=tls,ParameterValue=tls1.2+,ApplyMethod=pending-reboot",
		Terraform: "resource \"aws_docdb_cluster_parameter_group\" \"example\" {\n  name   = \"example\"\n  family = \"docdb5.0\"\n\n  parameter {\n    name         = \"tls\"\n    value        = \"tls1.2+\"\n    apply_method = \"pending-reboot\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"DocumentDB.6"}},
	Aliases:  []string{"securityhub:DocumentDB.6"},
	Link:     "https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html",
	Params:   []*checks.Param{documentDBTLSValues},
	Needs:    []inventory.Source{rds.DocumentDBClusters, rds.DBClusterParameters},
	Run: checks.Each(rds.DocumentDBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if !there(p, c.Status) {
			return
		}
		value, ok := clusterParameter(p, c, rds.DocumentDBTLS).Get(p)
		switch {
		case !ok:
		case value == "":
			p.Missed(broken("", "no value is given for %s", rds.DocumentDBTLS))
		case slices.Contains(p.Strings(documentDBTLSValues), value):
			membersInForce(p, c)
		case value == "disabled":
			p.Evidence(rds.DocumentDBTLS, value)
			p.Failf("clients may connect without TLS")
		default:
			p.Rank(checks.Low)
			p.Evidence(rds.DocumentDBTLS, value)
			p.Failf("TLS is required, in any version (%s)", value)
		}
	}),
}

var documentDBTLSValues = &checks.Param{Name: "accepted", Default: []string{"tls1.2+", "tls1.3+", "fips-140-3"}, Source: "AWS FSBP, DocumentDB.6: neither disabled nor enabled"}
