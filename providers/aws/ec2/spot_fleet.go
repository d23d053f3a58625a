package ec2

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A SpotFleet is a Spot Fleet request.
type SpotFleet struct {
	inventory.Resource
	State     inventory.Known[string]         // submitted, active, modifying, cancelled_running, cancelled_terminating, cancelled, failed
	Templates inventory.Known[int]            // the launch templates that it uses
	Volumes   inventory.Known[[]LaunchVolume] // the EBS volumes that its own launch specifications describe
}

const describeFleets = "EC2 DescribeSpotFleetRequests"

// SpotFleets lists the Spot Fleet requests; cancelled ones stay in the answer
// for 48 hours.
var SpotFleets = &inventory.Type[SpotFleet]{
	Kind:    "aws.ec2.SpotFleet",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"ec2:DescribeSpotFleetRequests"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*SpotFleet, error] {
		pages := aws.Pages(ctx, client(s).DescribeSpotFleetRequests, &ec2.DescribeSpotFleetRequestsInput{MaxResults: new(int32(1000))},
			func(out *ec2.DescribeSpotFleetRequestsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeSpotFleetRequestsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeSpotFleetRequestsOutput) (rows []*SpotFleet) {
			for _, f := range out.SpotFleetRequestConfigs {
				id := *f.SpotFleetRequestId
				row := &SpotFleet{
					Resource:  aws.Tagged(aws.Resource(s, aws.MakeARN(s, "ec2", "spot-fleet-request/%s", id), id), f.Tags, tag),
					State:     word(f.SpotFleetRequestState, inventory.Unanswered[string](describeFleets, "SpotFleetRequestState")),
					Templates: inventory.Unanswered[int](describeFleets, "SpotFleetRequestConfig"),
					Volumes:   inventory.Unanswered[[]LaunchVolume](describeFleets, "SpotFleetRequestConfig"),
				}
				if c := f.SpotFleetRequestConfig; c != nil {
					var mappings []mapping
					for _, spec := range c.LaunchSpecifications {
						for _, b := range spec.BlockDeviceMappings {
							m := mapping{name: b.DeviceName, other: b.NoDevice != nil || b.VirtualName != nil}
							if e := b.Ebs; e != nil {
								m.ebs, m.snapshot, m.encrypted = true, e.SnapshotId, e.Encrypted
							}
							mappings = append(mappings, m)
						}
					}
					// "If you specify LaunchSpecifications, you can't specify
					// LaunchTemplateConfigs", but one of the two it must be (API
					// reference, "SpotFleetRequestConfigData").
					if len(c.LaunchSpecifications)+len(c.LaunchTemplateConfigs) > 0 {
						row.Templates, row.Volumes = inventory.Of(len(c.LaunchTemplateConfigs)), launchVolumes(describeFleets, mappings)
					}
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}
