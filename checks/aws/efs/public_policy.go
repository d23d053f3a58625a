package efs

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

// PublicPolicy asks that no file system policy let everybody in. Without a policy
// only clients that reach a mount target get in, which is not public.
var PublicPolicy = &checks.Check{
	ID:       "aws-efs-policy-not-public",
	Title:    "EFS file system policies do not let everybody in",
	Why:      "A policy without conditions grants its actions to every AWS account, and to clients without credentials, along every way that leads to the file system.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EFS > File systems > the file system > File system policy > Edit: name the principals, or add the condition elasticfilesystem:AccessedViaMountTarget.",
		CLI:       "aws efs put-file-system-policy --file-system-id <file-system> --policy file://policy.json",
		Terraform: "resource \"aws_efs_file_system_policy\" \"example\" {\n  file_system_id = aws_efs_file_system.example.id\n  policy         = data.aws_iam_policy_document.example.json\n}",
	},
	Aliases: []string{"prowler:efs_not_publicly_accessible"},
	Link:    "https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html",
	Needs:   []inventory.Source{efs.FileSystemPolicy},
	Run: checks.Each(efs.FileSystems, func(p *checks.Probe, f *efs.FileSystem) {
		if !there(p, f.LifeCycleState) {
			return
		}
		if doc, ok := f.Policy.Get(p); ok {
			access.Public(p, &doc, access.At("efs", &f.Resource, access.NoTrust))
		}
	}),
}
