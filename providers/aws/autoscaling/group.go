package autoscaling

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Group is an Auto Scaling group.
type Group struct {
	inventory.Resource
	Deleting            inventory.Known[bool]
	Operator            inventory.Known[string]   // the AWS service that alone may change it; empty for the customer's own
	Zones               inventory.Known[[]string] // the Availability Zones that it launches in
	HealthChecks        inventory.Known[[]string] // EC2, ELB, EBS, VPC_LATTICE
	LoadBalanced        inventory.Known[bool]     // a load balancer or a target group of one sends it traffic
	LaunchConfiguration inventory.Known[string]   // its name; empty where a launch template is used
	InstanceTypes       inventory.Known[InstanceTypes]
}

// InstanceTypes say what a group may launch beside the one type of its
// template or launch configuration.
type InstanceTypes struct {
	Names        []string // the types that a mixed instances policy names
	ByAttributes bool     // it names attributes instead, which many types have
}

const describeGroups = "Auto Scaling DescribeAutoScalingGroups"

// Groups lists the Auto Scaling groups.
var Groups = &inventory.Type[Group]{
	Kind:    "aws.autoscaling.Group",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"autoscaling:DescribeAutoScalingGroups"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Group, error] {
		pages := aws.Pages(ctx, client(s).DescribeAutoScalingGroups, &autoscaling.DescribeAutoScalingGroupsInput{MaxRecords: new(int32(100))},
			func(out *autoscaling.DescribeAutoScalingGroupsOutput) *string { return out.NextToken },
			func(in *autoscaling.DescribeAutoScalingGroupsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *autoscaling.DescribeAutoScalingGroupsOutput) (rows []*Group) {
			for _, g := range out.AutoScalingGroups {
				rows = append(rows, group(s, g))
			}
			return rows
		})
	},
}

func group(s inventory.Scope, g types.AutoScalingGroup) *Group {
	r := named(s, g.AutoScalingGroupARN, g.AutoScalingGroupName)
	row := &Group{
		Resource: aws.Tagged(r, g.Tags, func(t types.TagDescription) (key, value *string) { return t.Key, t.Value }),
		// "The current state of the Auto Scaling group when the
		// DeleteAutoScalingGroup operation is in progress": else it is absent.
		Deleting:     inventory.Of(g.Status != nil),
		Operator:     inventory.Of(""), // "the entity that manages the group, if applicable"
		Zones:        inventory.Of(g.AvailabilityZones),
		HealthChecks: inventory.Map(inventory.FromPtr(g.HealthCheckType, inventory.Unanswered[string](describeGroups, "HealthCheckType")), words),
		LoadBalanced: inventory.Of(len(g.LoadBalancerNames) > 0 || len(g.TargetGroupARNs) > 0 || slices.ContainsFunc(g.TrafficSources, balances)),
		// A group has either a launch configuration or a template.
		LaunchConfiguration: inventory.Of(aws.Deref(g.LaunchConfigurationName)),
		InstanceTypes:       inventory.Of(instanceTypes(g.MixedInstancesPolicy)),
	}
	if o := g.Operator; o != nil {
		row.Operator = inventory.FromPtr(o.Principal, inventory.Unanswered[string](describeGroups, "Operator.Principal"))
	}
	if len(g.AvailabilityZones) == 0 {
		row.Zones = inventory.Unanswered[[]string](describeGroups, "AvailabilityZones")
	}
	if g.LaunchConfigurationName == nil && g.LaunchTemplate == nil && g.MixedInstancesPolicy == nil {
		row.LaunchConfiguration = inventory.Unanswered[string](describeGroups, "the launch template")
		row.InstanceTypes = inventory.Unanswered[InstanceTypes](describeGroups, "the launch template")
	}
	return row
}

// words takes "one or more comma-separated health check types" apart.
func words(list string) []string {
	var all []string
	for w := range strings.SplitSeq(list, ",") {
		all = append(all, strings.TrimSpace(w))
	}
	return all
}

// balances reports whether a source of traffic is a load balancer: the types
// are elb, elbv2 and vpc-lattice.
func balances(t types.TrafficSourceIdentifier) bool { return aws.Deref(t.Type) != "vpc-lattice" }

func instanceTypes(p *types.MixedInstancesPolicy) (all InstanceTypes) {
	if p == nil || p.LaunchTemplate == nil {
		return all
	}
	for _, o := range p.LaunchTemplate.Overrides {
		switch {
		case o.InstanceRequirements != nil:
			all.ByAttributes = true
		case o.InstanceType != nil && !slices.Contains(all.Names, *o.InstanceType):
			all.Names = append(all.Names, *o.InstanceType)
		}
	}
	return all
}
