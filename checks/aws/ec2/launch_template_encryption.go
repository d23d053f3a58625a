package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// LaunchTemplateEncryption asks that the volumes of a template be encrypted:
// by the template, by the snapshot that they are made of, or by the region.
var LaunchTemplateEncryption = &checks.Check{
	ID:       "aws-ec2-launch-template-encryption",
	Title:    "EC2 launch templates encrypt the EBS volumes that they describe",
	Why:      "A template that describes a volume without encryption makes one more unencrypted disk with every launch.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > Launch Templates > the template > Actions > Modify template: Storage > each volume > Encrypted *Yes*; then Set default version. Better: switch encryption by default on for the region.",
		CLI:       "aws ec2 create-launch-template-version --launch-template-id <template> --source-version <version> --launch-template-data '{\"BlockDeviceMappings\":[{\"DeviceName\":\"<device>\",\"Ebs\":{\"Encrypted\":true}}]}'",
		Terraform: "resource \"aws_launch_template\" \"example\" {\n  name = \"example\"\n\n  block_device_mappings {\n    device_name = \"/dev/xvda\"\n\n    ebs {\n      encrypted = true\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.181"}},
	Aliases:  []string{"securityhub:EC2.181"},
	Link:     "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
	Needs:    []inventory.Source{ec2.LaunchTemplates, ec2.EBSEncryption, ec2.Snapshots},
	Run: checks.Each(ec2.LaunchTemplates, func(p *checks.Probe, t *ec2.LaunchTemplate) {
		if !own(p, t) {
			return
		}
		volumes, ok := t.Volumes.Get(p)
		if !ok {
			return
		}
		plain := plainVolumes(p, t.Region, volumes)
		if len(plain) > 0 {
			p.Evidence("version", t.Version)
			p.Evidence("devices", plain)
			p.Failf("the default version describes EBS volumes that are not encrypted")
		}
		if len(volumes) == 0 {
			unlessEncrypted(p, t.Region, "the template describes no EBS volume: the image does")
		}
	}),
}

// plainVolumes lists the devices of the volumes that a launch in region would
// leave unencrypted. Where encryption by default is on, every new volume is
// encrypted, whatever its launch says (API reference,
// "EnableEbsEncryptionByDefault"); one made of an encrypted snapshot is too.
func plainVolumes(p *checks.Probe, region string, volumes []ec2.LaunchVolume) (plain []string) {
	byDefault := setting(p, region, ebsEncryption)
	for _, v := range volumes {
		encrypted := inventory.Or(v.Encrypted, byDefault)
		if v.SnapshotID != "" {
			encrypted = inventory.Or(v.Encrypted, byDefault, snapshotEncrypted(p, region, v.SnapshotID))
		}
		if on, ok := encrypted.Get(p); ok && !on {
			plain = append(plain, v.Device)
		}
	}
	return plain
}

func snapshotEncrypted(p *checks.Probe, region, id string) inventory.Known[bool] {
	return inventory.Then(ec2.Snapshots.ByID(p.Inv, region, id), func(s *ec2.Snapshot) inventory.Known[bool] {
		if s == nil {
			return inventory.Missing[bool](inventory.Gap{Reason: inventory.OtherAccount, Where: "the snapshot " + id})
		}
		return s.Encrypted
	})
}

// unlessEncrypted skips, for reason, where encryption by default does not
// settle the question.
func unlessEncrypted(p *checks.Probe, region, reason string) {
	if on, ok := setting(p, region, ebsEncryption).Get(p); ok && !on {
		p.Skipf("%s", reason)
	}
}
