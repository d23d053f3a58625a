package efs

import (
	"strings"

	"demarc/checks"
	"demarc/providers/aws/efs"
	"demarc/providers/aws/policy"
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
		doc, ok := f.Policy.Get(p)
		if !ok {
			return
		}
		access := policy.Access(doc, policy.Context{Account: p.Inv.Account, Service: "efs", Resource: f.Full})
		switch {
		case access.Has(policy.Public):
			var actions []string
			for _, g := range access.Of(policy.Public) {
				actions = append(actions, g.Actions...)
			}
			p.Evidence("actions", actions)
			p.Failf("the policy lets everybody in")
		case access.MayHave(policy.Public):
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the policy may let everybody in: " + strings.Join(access.Undecided, "; ")})
		}
	}),
}
