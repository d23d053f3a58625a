package efs

import (
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

// BackupPlan asks that AWS Backup copy file systems, by EFS's own plan or by another.
var BackupPlan = &checks.Check{
	ID:       "aws-efs-in-backup-plan",
	Title:    "EFS file systems are backed up by AWS Backup",
	Why:      "Without copies elsewhere, one mistaken deletion or one intruder who encrypts the files takes them for good.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "AWS Backup > Backup plans > the plan > Assign resources: EFS.",
		CLI:       "aws backup create-backup-selection --backup-plan-id <plan-id> --backup-selection '{\"SelectionName\":\"files\",\"IamRoleArn\":\"<role-arn>\",\"Resources\":[\"<file-system-arn>\"]}'",
		Terraform: "resource \"aws_backup_selection\" \"example\" {\n  name         = \"files\"\n  plan_id      = aws_backup_plan.example.id\n  iam_role_arn = aws_iam_role.backup.arn\n  resources    = [aws_efs_file_system.example.arn]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EFS.2"}},
	Aliases:  []string{"prowler:efs_have_backup_enabled", "securityhub:EFS.2"},
	Link:     "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
	Params:   []*checks.Param{maxBackupAge, firstBackup},
	Needs:    []inventory.Source{efs.FileSystemBackupPolicy, efs.FileSystemLastBackup},
	Run: checks.Each(efs.FileSystems, func(p *checks.Probe, f *efs.FileSystem) {
		if !there(p, f.LifeCycleState) {
			return
		}
		lately := inventory.Map(f.LastBackup, func(at time.Time) bool { return p.Inv.Now.Sub(at) <= days(p.Int(maxBackupAge)) })
		covered, ok := inventory.Or(automatic(f), lately).Get(p)
		if !ok || covered {
			return
		}
		made, ok := f.CreationTime.Get(p)
		at, _ := f.LastBackup.Peek()
		switch {
		case !at.IsZero():
			p.Evidence("lastBackup", at.Format(time.DateOnly))
			p.Failf("automatic backups are off, and AWS Backup last copied it on %s", at.Format(time.DateOnly))
		case !ok:
		case p.Inv.Now.Sub(made) <= days(p.Int(firstBackup)):
			p.Skipf("it is too new to have been backed up")
		default:
			p.Evidence("lastBackup", "never")
			p.Failf("automatic backups are off, and AWS Backup holds no copy of it")
		}
	}),
}

// The days within which AWS Backup must have copied a file system, and those
// that a new one is given until its first copy.
var (
	maxBackupAge = &checks.Param{Name: "maxAgeDays", Default: 35, Unit: "days", Source: "a plan that runs once a month, with some days to spare"}
	firstBackup  = &checks.Param{Name: "graceDays", Default: 2, Unit: "days", Source: "a plan that runs daily, with a day to spare"}
)

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }
