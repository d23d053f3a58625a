package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceLogs asks that an instance export every log that its engine writes.
var InstanceLogs = &checks.Check{
	ID:       "aws-rds-instance-all-logs-exported",
	Title:    "RDS instances publish every log of their engine to CloudWatch Logs",
	Why:      "What happened in a database is told by several logs together: who logged in, what was asked, what failed. A log that stays on the instance is gone when it is needed.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Log exports: choose every log.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --cloudwatch-logs-export-configuration '{\"EnableLogTypes\":[\"<log>\"]}' --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  enabled_cloudwatch_logs_exports = [\"postgresql\", \"upgrade\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.9"}},
	Aliases:  []string{"prowler:rds_instance_integration_cloudwatch_logs", "securityhub:RDS.9"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
	Params:   []*checks.Param{allLogs},
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) || !alone(p, d) || !own(p, d) {
			return
		}
		e, _ := d.Engine.Peek()
		want := of(p.Strings(allLogs), e)
		if len(want) == 0 {
			p.Skipf("no logs are asked of %s", e)
			return
		}
		published(p, d.EnabledCloudwatchLogsExports, want)
	}),
}

var allLogs = &checks.Param{
	Name: "logTypes",
	Default: []string{
		"oracle-=alert", "oracle-=audit", "oracle-=trace", "oracle-=listener", "postgres=postgresql", "postgres=upgrade",
		"mysql=audit", "mysql=error", "mysql=general", "mysql=slowquery", "mariadb=audit", "mariadb=error", "mariadb=general", "mariadb=slowquery",
		"sqlserver-=error", "sqlserver-=agent",
	},
	Source: "AWS FSBP, RDS.9",
}
