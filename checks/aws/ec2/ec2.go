// Package ec2 holds the checks of the compute half of Amazon EC2, one to a
// file: instances, volumes, snapshots, images, launch templates and the
// settings of a region.
package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	EBSDefaultEncryption,
	IMDSDefault,
	ImageBlockPublicAccess,
	ImagePublic,
	InstanceAge,
	InstanceIMDSv2,
	InstanceMonitoring,
	InstanceParavirtual,
	InstanceProfile,
	InstancePublicIP,
	InstancePublicWithProfile,
	InstanceSingleInterface,
	InstanceStopped,
	LaunchTemplateEncryption,
	LaunchTemplateIMDSv2,
	LaunchTemplatePublicIP,
	SerialConsole,
	SnapshotBlockPublicAccess,
	SnapshotEncryption,
	SnapshotPublic,
	SpotFleetEncryption,
	VolumeEncryption,
	VolumeSnapshot,
}

// judged reports whether the customer answers for how an instance is set up.
// One that is being terminated needs no mending, and the settings of one that
// another AWS service runs are that service's.
func judged(p *checks.Probe, i *ec2.Instance) bool {
	state, seen := i.State.Get(p)
	operator, told := i.Operator.Get(p)
	switch {
	case !seen || !told:
		return false
	case state == "shutting-down":
		p.Skipf("the instance is being terminated")
		return false
	case operator != "":
		p.Skipf("the instance is managed by %s", operator)
		return false
	}
	return true
}

// setting reads one of the settings of a region.
func setting[V any](p *checks.Probe, region string, of func(*ec2.Settings) inventory.Known[V]) inventory.Known[V] {
	return inventory.Then(ec2.RegionSettings.The(p.Inv, region), of)
}

func ebsEncryption(s *ec2.Settings) inventory.Known[bool]            { return s.EBSEncryption }
func snapshotBlock(s *ec2.Settings) inventory.Known[string]          { return s.SnapshotBlock }
func imageBlock(s *ec2.Settings) inventory.Known[string]             { return s.ImageBlock }
func serialConsole(s *ec2.Settings) inventory.Known[bool]            { return s.SerialConsole }
func metadata(s *ec2.Settings) inventory.Known[ec2.MetadataDefaults] { return s.Metadata }

// is reports whether a known word is want.
func is(k inventory.Known[string], want string) inventory.Known[bool] {
	return inventory.Map(k, func(v string) bool { return v == want })
}
