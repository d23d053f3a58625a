package rds

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// AuroraMySQLAudit asks that Aurora MySQL write an audit log.
var AuroraMySQLAudit = &checks.Check{
	ID:       "aws-rds-aurora-mysql-audit-logging",
	Title:    "Aurora MySQL clusters write an audit log",
	Why:      "Without it nobody can tell later who connected to the database and what they ran.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Parameter groups > the cluster's group > Edit: server_audit_logging = 1, and server_audit_events, such as CONNECT,QUERY.",
		CLI:       "aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name <group> --parameters ParameterName=server_audit_logging,ParameterValue=1,ApplyMethod=pending-reboot",
		Terraform: "resource \"aws_rds_cluster_parameter_group\" \"example\" {\n  name   = \"example\"\n  family = \"aurora-mysql8.0\"\n\n  parameter {\n    name         = \"server_audit_logging\"\n    value        = \"1\"\n    apply_method = \"pending-reboot\"\n  }\n\n  parameter {\n    name  = \"server_audit_events\"\n    value = \"CONNECT,QUERY\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.45"}},
	Aliases:  []string{"securityhub:RDS.45"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html",
	Needs:    []inventory.Source{rds.DBClusters, rds.DBClusterParameters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if !there(p, c.Status) || !runs(p, c.Engine, "aurora-mysql") || !provisioned(p, c) {
			return
		}
		// The engine writes no audit log of its own accord (Aurora User Guide, "Using
		// Advanced Auditing": server_audit_logging defaults to OFF).
		clusterSwitch(p, c, rds.ServerAuditLogging, true, "audit logging is off")
		if events, ok := clusterParameter(p, c, rds.ServerAuditEvents).Get(p); ok && strings.TrimSpace(events) == "" {
			p.Evidence("server_audit_events", "none")
			p.Failf("no events are chosen for the audit log")
		}
	}),
}
