package rds

import (
	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceBackupPlan asks that AWS Backup have copied an instance of late.
var InstanceBackupPlan = &checks.Check{
	ID:       "aws-rds-instance-in-backup-plan",
	Title:    "RDS instances are backed up by AWS Backup",
	Why:      "Automated backups go with their instance and lie in the same account and region. Copies in a vault have rules and keepers of their own.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "AWS Backup > Backup plans > the plan > Assign resources: RDS.",
		CLI:       "aws backup create-backup-selection --backup-plan-id <plan-id> --backup-selection '{\"SelectionName\":\"databases\",\"IamRoleArn\":\"<role-arn>\",\"Resources\":[\"<instance-arn>\"]}'",
		Terraform: "resource \"aws_backup_selection\" \"example\" {\n  name         = \"databases\"\n  plan_id      = aws_backup_plan.example.id\n  iam_role_arn = aws_iam_role.backup.arn\n  resources    = [aws_db_instance.example.arn]\n}",
	},
	Aliases: []string{"prowler:rds_instance_protected_by_backup_plan", "securityhub:RDS.26"},
	Link:    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
	Params:  []*checks.Param{maxBackupAge, firstBackup},
	Needs:   []inventory.Source{rds.DBInstanceLastBackup},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) || !alone(p, d) || !own(p, d) {
			return
		}
		source, ok := d.ReadReplicaOf.Get(p)
		switch {
		case !ok:
		case source != "":
			p.Skipf("it is a read replica of %s", source)
		default:
			backedUp(p, d.InstanceCreateTime, d.LastBackup)
		}
	}),
}
