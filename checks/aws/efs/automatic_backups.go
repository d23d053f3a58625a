package efs

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

// AutomaticBackups asks that file systems be in the plan that EFS keeps for backups.
var AutomaticBackups = &checks.Check{
	ID:       "aws-efs-automatic-backups",
	Title:    "EFS file systems have automatic backups",
	Why:      "What is deleted or overwritten on a file system is gone. The automatic plan copies it daily without anybody having to think of it.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EFS > File systems > the file system > General > Edit: Enable automatic backups.",
		CLI:       "aws efs put-backup-policy --file-system-id <file-system> --backup-policy Status=ENABLED",
		Terraform: "resource \"aws_efs_backup_policy\" \"example\" {\n  file_system_id = aws_efs_file_system.example.id\n\n  backup_policy {\n    status = \"ENABLED\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EFS.7"}},
	Aliases:  []string{"securityhub:EFS.7"},
	Link:     "https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html",
	Needs:    []inventory.Source{efs.FileSystemBackupPolicy},
	Run: checks.Each(efs.FileSystems, func(p *checks.Probe, f *efs.FileSystem) {
		if !there(p, f.LifeCycleState) {
			return
		}
		if on, ok := automatic(f).Get(p); ok && !on {
			status, _ := f.BackupPolicy.Peek()
			p.Evidence("backupPolicy", status)
			p.Failf("automatic backups are off")
		}
	}),
}

// automatic reports whether EFS's own plan backs a file system up, or is about to.
func automatic(f *efs.FileSystem) inventory.Known[bool] {
	return inventory.Map(f.BackupPolicy, func(status string) bool { return status == "ENABLED" || status == "ENABLING" })
}
