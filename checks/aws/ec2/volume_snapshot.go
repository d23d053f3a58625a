package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// snapshotsOf finds the snapshots of a volume; those that failed do not count.
var snapshotsOf = &inventory.Index[ec2.Snapshot]{
	Of: ec2.Snapshots,
	Keys: func(r inventory.Reader, s *ec2.Snapshot) []string {
		id, ok := s.VolumeID.Get(r)
		if state, seen := s.State.Get(r); !ok || !seen || state == "error" {
			return nil
		}
		return []string{id}
	},
}

// VolumeSnapshot asks that there be a copy of every disk.
var VolumeSnapshot = &checks.Check{
	ID:       "aws-ec2-volume-snapshot",
	Title:    "EBS volumes have a snapshot to restore from",
	Why:      "A volume lives in one Availability Zone. Without a snapshot, a failed volume, a deletion or encryption by an extortionist is final.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > Lifecycle Manager, or AWS Backup > Backup plans: take snapshots on a schedule. Once: EC2 > Volumes > the volume > Actions > Create snapshot.",
		CLI:       "aws ec2 create-snapshot --volume-id <volume>",
		Terraform: "resource \"aws_ebs_snapshot\" \"example\" {\n  volume_id = aws_ebs_volume.example.id\n}",
	},
	Aliases: []string{"prowler:ec2_ebs_volume_snapshots_exists"},
	Link:    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html",
	Needs:   []inventory.Source{ec2.Volumes, ec2.Snapshots},
	Run: checks.Each(ec2.Volumes, func(p *checks.Probe, v *ec2.Volume) {
		if !lasting(p, v) {
			return
		}
		var gaps inventory.Gaps
		if len(snapshotsOf.Get(p.Inv, &gaps, v.Region, v.ID)) > 0 {
			return // one is enough, whatever others are hidden
		}
		for _, g := range gaps {
			p.Missed(g)
		}
		p.Evidence("snapshots", 0)
		p.Absentf("the volume has no snapshot")
	}),
}
