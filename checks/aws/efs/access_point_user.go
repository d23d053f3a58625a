package efs

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

// AccessPointUser asks that access points act as a user of their own.
var AccessPointUser = &checks.Check{
	ID:       "aws-efs-access-point-user-identity",
	Title:    "EFS access points enforce a user identity",
	Why:      "Without it a client says itself which user it is, root included, and file permissions protect nothing.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "EFS > Access points > Create access point > POSIX user. An existing access point cannot be changed.",
		CLI:       "aws efs create-access-point --file-system-id <file-system> --posix-user Uid=1000,Gid=1000",
		Terraform: "resource \"aws_efs_access_point\" \"example\" {\n  file_system_id = aws_efs_file_system.example.id\n\n  posix_user {\n    uid = 1000\n    gid = 1000\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EFS.4"}},
	Aliases:  []string{"prowler:efs_access_point_enforce_user_identity", "securityhub:EFS.4"},
	Link:     "https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html",
	Needs:    []inventory.Source{efs.AccessPoints},
	Run: checks.Each(efs.AccessPoints, func(p *checks.Probe, a *efs.AccessPoint) {
		if !there(p, a.LifeCycleState) {
			return
		}
		if set, ok := a.PosixUser.Get(p); ok && !set {
			p.Evidence("posixUser", "none")
			p.Failf("clients say themselves which user they are")
		}
	}),
}
