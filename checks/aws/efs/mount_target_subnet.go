package efs

import (
	"demarc/checks"
	"demarc/providers/aws/efs"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// MountTargetSubnet asks that mount targets lie in private subnets.
var MountTargetSubnet = &checks.Check{
	ID:       "aws-efs-mount-target-private-subnet",
	Title:    "EFS mount targets lie in subnets without a way to the internet",
	Why:      "NFS has no logins of its own: whoever reaches a mount target may try to mount. In a public subnet a security group is all that keeps the internet away.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EFS > File systems > the file system > Network > Manage: a mount target in a private subnet instead.",
		CLI:       "aws efs create-mount-target --file-system-id <file-system> --subnet-id <private-subnet> --security-groups <group>",
		Terraform: "resource \"aws_efs_mount_target\" \"example\" {\n  file_system_id  = aws_efs_file_system.example.id\n  subnet_id       = aws_subnet.private.id\n  security_groups = [aws_security_group.nfs.id]\n}",
	},
	Aliases: []string{"prowler:efs_mount_target_not_publicly_accessible"},
	Link:    "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
	Needs:   []inventory.Source{efs.MountTargets, vpc.Subnets, vpc.RouteTables, vpc.PrefixListEntries},
	Run: checks.Each(efs.MountTargets, func(p *checks.Probe, m *efs.MountTarget) {
		if !there(p, m.LifeCycleState) {
			return
		}
		id, ok := m.SubnetID.Get(p)
		if !ok {
			return
		}
		if public, ok := vpc.PublicSubnetID(p.Inv, m.Region, id).Get(p); ok && public {
			p.Evidence("fileSystem", m.FileSystemID)
			p.Evidence("subnet", id)
			p.Failf("the mount target of %s lies in the public subnet %s", m.FileSystemID, id)
		}
	}),
}
