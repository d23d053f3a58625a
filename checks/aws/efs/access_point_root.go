package efs

import (
	"path"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

// AccessPointRoot asks that access points show a part of the file system only.
var AccessPointRoot = &checks.Check{
	ID:       "aws-efs-access-point-root-directory",
	Title:    "EFS access points enforce a root directory",
	Why:      "An access point that shows the whole file system lets the application behind it read the files of all the others.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EFS > Access points > Create access point: Root directory path. An existing access point cannot be changed.",
		CLI:       "aws efs create-access-point --file-system-id <file-system> --root-directory 'Path=/<directory>,CreationInfo={OwnerUid=1000,OwnerGid=1000,Permissions=750}'",
		Terraform: "resource \"aws_efs_access_point\" \"example\" {\n  file_system_id = aws_efs_file_system.example.id\n\n  root_directory {\n    path = \"/orders\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EFS.3"}},
	Aliases:  []string{"prowler:efs_access_point_enforce_root_directory", "securityhub:EFS.3"},
	Link:     "https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html",
	Needs:    []inventory.Source{efs.AccessPoints},
	Run: checks.Each(efs.AccessPoints, func(p *checks.Probe, a *efs.AccessPoint) {
		if !there(p, a.LifeCycleState) {
			return
		}
		if root, ok := a.RootDirectory.Get(p); ok && path.Clean(root) == "/" {
			p.Evidence("rootDirectory", root)
			p.Failf("the access point shows the whole file system")
		}
	}),
}
