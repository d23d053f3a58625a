package rds

import (
	"strings"

	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterTLS asks that a cluster refuse connections without TLS.
var ClusterTLS = &checks.Check{
	ID:       "aws-rds-cluster-tls-required",
	Title:    "RDS clusters take connections over TLS only",
	Why:      "A client that does not ask for TLS sends its login and its data in the clear. Only the server can refuse that.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Parameter groups > the cluster's group > Edit: require_secure_transport = ON for MySQL, rds.force_ssl = 1 for PostgreSQL.",
		CLI:       "aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name <group> --parameters ParameterName=rds.force_ssl,ParameterValue=1,ApplyMethod=pending-reboot",
		Terraform: "resource \"aws_rds_cluster_parameter_group\" \"example\" {\n  name   = \"example\"\n  family = \"aurora-postgresql16\"\n\n  parameter {\n    name         = \"rds.force_ssl\"\n    value        = \"1\"\n    apply_method = \"pending-reboot\"\n  }\n}",
	},
	Aliases: []string{"prowler:rds_instance_transport_encrypted"},
	Link:    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html",
	Needs:   []inventory.Source{rds.DBClusters, rds.DBClusterParameters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		const fault = "clients may connect without TLS"
		if !there(p, c.Status) || !runs(p, c.Engine, "aurora-mysql", "mysql", "aurora-postgresql", "postgres") || !provisioned(p, c) {
			return
		}
		if e, _ := c.Engine.Peek(); strings.HasSuffix(e, "mysql") {
			clusterSwitch(p, c, rds.RequireSecureTransport, true, fault)
		} else {
			clusterSwitch(p, c, rds.ForceSSL, false, fault)
		}
	}),
}
