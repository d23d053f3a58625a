package autoscaling

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A LaunchConfiguration is the predecessor of a launch template. It cannot be
// changed, only replaced. Its user data, which may hold secrets, is not kept.
type LaunchConfiguration struct {
	inventory.Resource
	HTTPTokens        inventory.Known[string] // optional, required
	HTTPEndpoint      inventory.Known[string] // enabled, disabled
	AssociatePublicIP inventory.Known[bool]   // false too where the subnet is to decide
}

// LaunchConfigurations lists the launch configurations.
var LaunchConfigurations = &inventory.Type[LaunchConfiguration]{
	Kind:    "aws.autoscaling.LaunchConfiguration",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"autoscaling:DescribeLaunchConfigurations"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*LaunchConfiguration, error] {
		pages := aws.Pages(ctx, client(s).DescribeLaunchConfigurations, &autoscaling.DescribeLaunchConfigurationsInput{MaxRecords: new(int32(100))},
			func(out *autoscaling.DescribeLaunchConfigurationsOutput) *string { return out.NextToken },
			func(in *autoscaling.DescribeLaunchConfigurationsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *autoscaling.DescribeLaunchConfigurationsOutput) (rows []*LaunchConfiguration) {
			for _, l := range out.LaunchConfigurations {
				rows = append(rows, launchConfiguration(s, l))
			}
			return rows
		})
	},
}

func launchConfiguration(s inventory.Scope, l types.LaunchConfiguration) *LaunchConfiguration {
	r := named(s, l.LaunchConfigurationARN, l.LaunchConfigurationName)
	r.Tags = inventory.Of[map[string]string](nil) // it takes none
	row := &LaunchConfiguration{
		Resource: r,
		// "If the parameter is not specified in the request, the default state
		// is optional", and that of the endpoint is enabled (API reference,
		// "InstanceMetadataOptions").
		HTTPTokens:   inventory.Of("optional"),
		HTTPEndpoint: inventory.Of("enabled"),
		// Without the setting the subnet decides: "unless you disabled the
		// option to assign a public IPv4 address on the subnet" (API reference,
		// "LaunchConfiguration").
		AssociatePublicIP: inventory.FromPtr(l.AssociatePublicIpAddress, inventory.Of(false)),
	}
	if m := l.MetadataOptions; m != nil {
		if m.HttpTokens != "" {
			row.HTTPTokens = inventory.Of(string(m.HttpTokens))
		}
		if m.HttpEndpoint != "" {
			row.HTTPEndpoint = inventory.Of(string(m.HttpEndpoint))
		}
	}
	return row
}
