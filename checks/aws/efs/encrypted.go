package efs

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

// Encrypted asks that file systems be encrypted at rest.
var Encrypted = &checks.Check{
	ID:       "aws-efs-file-system-encrypted",
	Title:    "EFS file systems are encrypted at rest",
	Why:      "Files on an unencrypted file system have no key that can be withheld or whose use is logged. Only file systems made in the console are encrypted unless told otherwise.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EFS > Create file system > Customize: Enable encryption of data at rest; then move the files over. An existing file system cannot be encrypted.",
		CLI:       "aws efs create-file-system --encrypted --kms-key-id <key>",
		Terraform: "resource \"aws_efs_file_system\" \"example\" {\n  encrypted  = true\n  kms_key_id = aws_kms_key.example.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.3.1"}, frameworks.FSBP: {"EFS.1", "EFS.8"}},
	Aliases:  []string{"prowler:efs_encryption_at_rest_enabled", "securityhub:EFS.1", "securityhub:EFS.8"},
	Link:     "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
	Needs:    []inventory.Source{efs.FileSystems},
	Run: checks.Each(efs.FileSystems, func(p *checks.Probe, f *efs.FileSystem) {
		if !there(p, f.LifeCycleState) {
			return
		}
		if encrypted, ok := f.Encrypted.Get(p); ok && !encrypted {
			p.Evidence("encrypted", false)
			p.Failf("the file system is not encrypted")
		}
	}),
}
