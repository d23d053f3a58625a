package rds

import (
	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterBackupPlan asks that AWS Backup have copied a cluster of late.
var ClusterBackupPlan = &checks.Check{
	ID:       "aws-rds-cluster-in-backup-plan",
	Title:    "RDS clusters are backed up by AWS Backup",
	Why:      "Automated backups go with their cluster and lie in the same account and region. Copies in a vault have rules and keepers of their own.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "AWS Backup > Backup plans > the plan > Assign resources: Aurora, RDS.",
		CLI:       "aws backup create-backup-selection --backup-plan-id <plan-id> --backup-selection '{\"SelectionName\":\"databases\",\"IamRoleArn\":\"<role-arn>\",\"Resources\":[\"<cluster-arn>\"]}'",
		Terraform: "resource \"aws_backup_selection\" \"example\" {\n  name         = \"databases\"\n  plan_id      = aws_backup_plan.example.id\n  iam_role_arn = aws_iam_role.backup.arn\n  resources    = [aws_rds_cluster.example.arn]\n}",
	},
	Aliases: []string{"prowler:rds_cluster_protected_by_backup_plan"},
	Link:    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
	Params:  []*checks.Param{maxBackupAge, firstBackup},
	Needs:   []inventory.Source{rds.DBClusterLastBackup},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			backedUp(p, c.ClusterCreateTime, c.LastBackup)
		}
	}),
}
