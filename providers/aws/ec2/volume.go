package ec2

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Volume is an EBS volume.
type Volume struct {
	inventory.Resource
	State     inventory.Known[string] // creating, available, in-use, deleting, deleted, error
	Operator  inventory.Known[string] // the AWS service that manages it; empty for the customer's own
	Encrypted inventory.Known[bool]
	Attached  inventory.Known[[]string] // the ids of the instances that it is attached to
}

const describeVolumes = "EC2 DescribeVolumes"

// Volumes lists the volumes.
var Volumes = &inventory.Type[Volume]{
	Kind:     "aws.ec2.Volume",
	Level:    inventory.AtRegion,
	Model:    inventory.IaaS,
	Workload: true,
	Actions:  []string{"ec2:DescribeVolumes"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Volume, error] {
		pages := aws.Pages(ctx, client(s).DescribeVolumes, &ec2.DescribeVolumesInput{MaxResults: new(int32(500))},
			func(out *ec2.DescribeVolumesOutput) *string { return out.NextToken },
			func(in *ec2.DescribeVolumesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeVolumesOutput) (rows []*Volume) {
			for _, v := range out.Volumes {
				rows = append(rows, volume(s, v))
			}
			return rows
		})
	},
}

func volume(s inventory.Scope, v types.Volume) *Volume {
	row := &Volume{
		Resource:  aws.Tagged(aws.Resource(s, aws.MakeARN(s, "ec2", "volume/%s", *v.VolumeId), *v.VolumeId), v.Tags, tag),
		State:     word(v.State, inventory.Unanswered[string](describeVolumes, "State")),
		Operator:  operator(v.Operator),
		Encrypted: inventory.FromPtr(v.Encrypted, inventory.Unanswered[bool](describeVolumes, "Encrypted")),
	}
	var instances []string
	for _, a := range v.Attachments {
		switch {
		case a.State == types.VolumeAttachmentStateDetached:
		case a.InstanceId != nil:
			instances = append(instances, *a.InstanceId)
		case a.InstanceOwningService != nil:
			// "Returned only for volumes that are attached to Amazon Web
			// Services-managed resources" (API reference, "VolumeAttachment").
			row.Operator = inventory.Of(*a.InstanceOwningService)
		}
	}
	row.Attached = inventory.Of(instances)
	return row
}
