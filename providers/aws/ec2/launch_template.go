package ec2

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A LaunchTemplate is a launch template as its default version has it.
type LaunchTemplate struct {
	inventory.Resource
	Version  int64                                // the number of the default version
	Operator inventory.Known[string]              // the AWS service that manages it; empty for the customer's own
	Metadata inventory.Known[TemplateMetadata]    // what it asks of the metadata service
	Network  inventory.Known[[]TemplateInterface] // the interfaces that it describes
	Volumes  inventory.Known[[]LaunchVolume]      // the EBS volumes that it describes
}

// TemplateMetadata is empty where the template leaves the choice to the
// region's default and to the image.
type TemplateMetadata struct {
	HTTPTokens   inventory.Known[string] // optional, required
	HTTPEndpoint inventory.Known[string] // enabled, disabled
}

// A TemplateInterface is a network interface that a launch makes.
type TemplateInterface struct {
	DeviceIndex       int
	AssociatePublicIP inventory.Known[bool] // false too where the subnet is to decide
}

// A LaunchVolume is an EBS volume that a launch makes. One without a setting
// of its own is encrypted where its snapshot is or the region's default says so.
type LaunchVolume struct {
	Device     string
	SnapshotID string // empty for an empty volume
	Encrypted  inventory.Known[bool]
}

const describeTemplates = "EC2 DescribeLaunchTemplateVersions"

// LaunchTemplates lists the default versions of all launch templates in one
// paged call.
var LaunchTemplates = &inventory.Type[LaunchTemplate]{
	Kind:    "aws.ec2.LaunchTemplate",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"ec2:DescribeLaunchTemplateVersions"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*LaunchTemplate, error] {
		pages := aws.Pages(ctx, client(s).DescribeLaunchTemplateVersions,
			&ec2.DescribeLaunchTemplateVersionsInput{Versions: []string{"$Default"}, MaxResults: new(int32(200))},
			func(out *ec2.DescribeLaunchTemplateVersionsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeLaunchTemplateVersionsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeLaunchTemplateVersionsOutput) (rows []*LaunchTemplate) {
			for _, v := range out.LaunchTemplateVersions {
				rows = append(rows, launchTemplate(s, v))
			}
			return rows
		})
	},
}

func launchTemplate(s inventory.Scope, v types.LaunchTemplateVersion) *LaunchTemplate {
	arn := aws.MakeARN(s, "ec2", "launch-template/%s", *v.LaunchTemplateId)
	row := &LaunchTemplate{
		Resource: aws.Named(aws.Resource(s, arn, *v.LaunchTemplateId), aws.Deref(v.LaunchTemplateName)),
		Version:  aws.Deref(v.VersionNumber),
		Operator: operator(v.Operator),
		Metadata: inventory.Unanswered[TemplateMetadata](describeTemplates, "LaunchTemplateData"),
		Network:  inventory.Unanswered[[]TemplateInterface](describeTemplates, "LaunchTemplateData"),
		Volumes:  inventory.Unanswered[[]LaunchVolume](describeTemplates, "LaunchTemplateData"),
	}
	d := v.LaunchTemplateData
	if d == nil {
		return row
	}
	// What a template does not specify is not in its data; the launch decides
	// ("you can specify any of these parameters when you launch", EC2 User
	// Guide, "Launch templates"): neither interfaces nor whether one has a public
	// address, for which the subnet's setting then counts.
	meta := TemplateMetadata{inventory.Of(""), inventory.Of("")}
	if m := d.MetadataOptions; m != nil {
		meta = TemplateMetadata{word(m.HttpTokens, inventory.Of("")), word(m.HttpEndpoint, inventory.Of(""))}
	}
	row.Metadata = inventory.Of(meta)
	var network []TemplateInterface
	for _, n := range d.NetworkInterfaces {
		network = append(network, TemplateInterface{int(aws.Deref(n.DeviceIndex)), inventory.FromPtr(n.AssociatePublicIpAddress, inventory.Of(false))})
	}
	row.Network = inventory.Of(network)
	var mappings []mapping
	for _, b := range d.BlockDeviceMappings {
		m := mapping{name: b.DeviceName, other: b.NoDevice != nil || b.VirtualName != nil}
		if e := b.Ebs; e != nil {
			m.ebs, m.snapshot, m.encrypted = true, e.SnapshotId, e.Encrypted
		}
		mappings = append(mappings, m)
	}
	row.Volumes = launchVolumes(describeTemplates, mappings)
	return row
}

// A mapping is what a launch does about one device, whoever describes it.
type mapping struct {
	name, snapshot *string
	ebs, other     bool // it makes an EBS volume; it is of another kind, or leaves the device out
	encrypted      *bool
}

// launchVolumes reads the EBS volumes of mappings. Those that are not described
// are the image's; one that is described is of some kind.
func launchVolumes(call string, all []mapping) inventory.Known[[]LaunchVolume] {
	var volumes []LaunchVolume
	for _, m := range all {
		switch {
		case m.other:
		case !m.ebs:
			return inventory.Unanswered[[]LaunchVolume](call, "what a device is mapped to")
		default:
			volumes = append(volumes, launchVolume(m.name, m.snapshot, m.encrypted))
		}
	}
	return inventory.Of(volumes)
}

// launchVolume takes an absent Encrypted for false: encryption is asked for by
// the parameter, or comes from elsewhere (API reference, "EbsBlockDevice").
func launchVolume(device, snapshot *string, encrypted *bool) LaunchVolume {
	return LaunchVolume{aws.Deref(device), aws.Deref(snapshot), inventory.FromPtr(encrypted, inventory.Of(false))}
}
