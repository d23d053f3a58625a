package efs

import (
	"demarc/checks"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

// MultiAZ asks that file systems be kept in more than one zone.
var MultiAZ = &checks.Check{
	ID:       "aws-efs-multi-az",
	Title:    "EFS file systems are kept in several Availability Zones",
	Why:      "A One Zone file system is lost with its zone, and cannot be mounted while the zone is down.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EFS > Create file system > Customize > File system type: Regional; then replicate the files to it.",
		CLI:       "aws efs create-replication-configuration --source-file-system-id <file-system> --destinations Region=<region>",
		Terraform: "resource \"aws_efs_replication_configuration\" \"example\" {\n  source_file_system_id = aws_efs_file_system.example.id\n\n  destination {\n    region = \"eu-west-1\"\n  }\n}",
	},
	Aliases: []string{"prowler:efs_multi_az_enabled"},
	Link:    "https://docs.aws.amazon.com/efs/latest/ug/availability-durability.html",
	Needs:   []inventory.Source{efs.FileSystems},
	Run: checks.Each(efs.FileSystems, func(p *checks.Probe, f *efs.FileSystem) {
		if !there(p, f.LifeCycleState) {
			return
		}
		if zone, ok := f.AvailabilityZone.Get(p); ok && zone != "" {
			p.Evidence("availabilityZone", zone)
			p.Failf("the file system is kept in %s only", zone)
		}
	}),
}
