package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// VolumeEncryption asks that disks be encrypted. A volume that is attached to
// nothing holds its data all the same, but is ranked lower.
var VolumeEncryption = &checks.Check{
	ID:       "aws-ec2-volume-encryption",
	Title:    "EBS volumes are encrypted",
	Why:      "Encryption at rest binds the data to a key: whoever gets at the volume or a snapshot of it, and may not use the key, reads nothing. It costs neither money nor speed, and cannot be switched on later in place.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > Volumes > the volume: create a snapshot, copy it with encryption, create a volume of the copy and attach it in place of the old one.",
		CLI:       "aws ec2 create-volume --availability-zone <zone> --snapshot-id <encrypted-copy> --encrypted",
		Terraform: "resource \"aws_ebs_volume\" \"example\" {\n  availability_zone = \"eu-central-1a\"\n  size              = 20\n  encrypted         = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.3"}},
	Aliases:  []string{"prowler:ec2_ebs_volume_encryption", "securityhub:EC2.3"},
	Link:     "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
	Needs:    []inventory.Source{ec2.Volumes},
	Run: checks.Each(ec2.Volumes, func(p *checks.Probe, v *ec2.Volume) {
		if !lasting(p, v) {
			return
		}
		if encrypted, ok := v.Encrypted.Get(p); !ok || encrypted {
			return
		}
		p.Evidence("encrypted", false)
		if to, ok := v.Attached.Peek(); ok && len(to) > 0 {
			p.Evidence("attachedTo", to)
		} else if ok {
			p.Rank(checks.Low)
		}
		p.Failf("the volume is not encrypted")
	}),
}

// lasting reports whether a volume is the customer's and there to stay.
func lasting(p *checks.Probe, v *ec2.Volume) bool {
	state, seen := v.State.Get(p)
	operator, told := v.Operator.Get(p)
	switch {
	case !seen || !told:
		return false
	case state == "deleting" || state == "deleted" || state == "error":
		p.Skipf("the volume is in the state %s", state)
		return false
	case operator != "":
		p.Skipf("the volume is managed by %s", operator)
		return false
	}
	return true
}
