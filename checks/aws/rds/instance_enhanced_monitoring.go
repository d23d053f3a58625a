package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceEnhancedMonitoring asks that the operating system under an instance be
// watched.
var InstanceEnhancedMonitoring = &checks.Check{
	ID:       "aws-rds-instance-enhanced-monitoring",
	Title:    "RDS instances have Enhanced Monitoring",
	Why:      "Metrics taken outside the machine miss what its processes do. Enhanced Monitoring shows load and faults as the operating system sees them.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Monitoring: Enable Enhanced monitoring.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --monitoring-interval 60 --monitoring-role-arn <role-arn> --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  monitoring_interval = 60\n  monitoring_role_arn = aws_iam_role.monitoring.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.6"}},
	Aliases:  []string{"prowler:rds_instance_enhanced_monitoring_enabled", "securityhub:RDS.6"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html",
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) || !own(p, d) {
			return
		}
		if e, _ := d.Engine.Peek(); e == rds.Neptune || e == rds.DocumentDB {
			p.Skipf("%s has no Enhanced Monitoring", e)
			return
		}
		if every, ok := d.MonitoringInterval.Get(p); ok && every == 0 {
			p.Evidence("monitoringInterval", 0)
			p.Failf("Enhanced Monitoring is off")
		}
	}),
}
