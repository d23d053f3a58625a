package ec2

import (
	"context"
	"iter"
	"regexp"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Instance is a virtual machine that is not yet terminated.
type Instance struct {
	inventory.Resource
	State           inventory.Known[string] // pending, running, shutting-down, stopping, stopped
	Operator        inventory.Known[string] // the AWS service that manages it; empty for the customer's own
	InstanceProfile inventory.Known[string] // the ARN; empty where it has none
	Metadata        inventory.Known[MetadataOptions]
	PublicIPs       inventory.Known[[]string] // the public IPv4 addresses of all its interfaces
	Interfaces      inventory.Known[int]      // how many network interfaces it has
	Virtualization  inventory.Known[string]   // hvm, paravirtual
	Monitoring      inventory.Known[string]   // enabled, disabled, pending, disabling
	LaunchedAt      inventory.Known[time.Time]
	StoppedAt       inventory.Known[time.Time] // zero for one that is not stopped
}

// MetadataOptions say how an instance answers at 169.254.169.254.
type MetadataOptions struct {
	HTTPTokens   inventory.Known[string] // optional, required
	HTTPEndpoint inventory.Known[string] // enabled, disabled
	HopLimit     inventory.Known[int]
}

const describeInstances = "EC2 DescribeInstances"

// Instances lists the instances. Terminated ones, which the API goes on to
// show for an hour or so, are left out.
var Instances = &inventory.Type[Instance]{
	Kind:     "aws.ec2.Instance",
	Level:    inventory.AtRegion,
	Model:    inventory.IaaS,
	Workload: true,
	Actions:  []string{"ec2:DescribeInstances"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Instance, error] {
		// A reservation is the launch of one instance at least.
		call := aws.Whole(client(s).DescribeInstances, func(out *ec2.DescribeInstancesOutput) bool {
			return slices.ContainsFunc(out.Reservations, func(r types.Reservation) bool { return len(r.Instances) == 0 })
		})
		pages := aws.Pages(ctx, call, &ec2.DescribeInstancesInput{MaxResults: new(int32(1000))},
			func(out *ec2.DescribeInstancesOutput) *string { return out.NextToken },
			func(in *ec2.DescribeInstancesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeInstancesOutput) (rows []*Instance) {
			for _, r := range out.Reservations {
				for _, i := range r.Instances {
					if i.State == nil || i.State.Name != types.InstanceStateNameTerminated {
						rows = append(rows, instance(s, i))
					}
				}
			}
			return rows
		})
	},
}

func instance(s inventory.Scope, i types.Instance) *Instance {
	row := &Instance{
		Resource: aws.Tagged(aws.Resource(s, aws.MakeARN(s, "ec2", "instance/%s", *i.InstanceId), *i.InstanceId), i.Tags, tag),
		State:    inventory.Unanswered[string](describeInstances, "State"),
		Operator: operator(i.Operator),
		// "The IAM instance profile associated with the instance, if
		// applicable": its absence says that there is none.
		InstanceProfile: inventory.Of(""),
		Metadata:        inventory.Unanswered[MetadataOptions](describeInstances, "MetadataOptions"),
		PublicIPs:       publicIPs(i),
		Interfaces:      inventory.Of(len(i.NetworkInterfaces)),
		Virtualization:  word(i.VirtualizationType, inventory.Unanswered[string](describeInstances, "VirtualizationType")),
		Monitoring:      inventory.Unanswered[string](describeInstances, "Monitoring"),
		LaunchedAt:      inventory.FromPtr(i.LaunchTime, inventory.Unanswered[time.Time](describeInstances, "LaunchTime")),
		StoppedAt:       inventory.Unanswered[time.Time](describeInstances, "State"),
	}
	if len(i.NetworkInterfaces) == 0 {
		row.Interfaces = inventory.Unanswered[int](describeInstances, "NetworkInterfaces")
	}
	if i.State != nil && i.State.Name != "" {
		row.State = inventory.Of(string(i.State.Name))
		row.StoppedAt = inventory.Of(time.Time{})
		if i.State.Name == types.InstanceStateNameStopped {
			row.StoppedAt = transition(aws.Deref(i.StateTransitionReason))
		}
	}
	if p := i.IamInstanceProfile; p != nil {
		row.InstanceProfile = inventory.FromPtr(p.Arn, inventory.Unanswered[string](describeInstances, "IamInstanceProfile.Arn"))
	}
	if m := i.MetadataOptions; m != nil {
		row.Metadata = inventory.Of(MetadataOptions{
			HTTPTokens:   word(m.HttpTokens, inventory.Unanswered[string](describeInstances, "MetadataOptions.HttpTokens")),
			HTTPEndpoint: word(m.HttpEndpoint, inventory.Unanswered[string](describeInstances, "MetadataOptions.HttpEndpoint")),
			HopLimit:     inventory.Map(inventory.FromPtr(m.HttpPutResponseHopLimit, inventory.Unanswered[int32](describeInstances, "MetadataOptions.HttpPutResponseHopLimit")), func(n int32) int { return int(n) }),
		})
	}
	if m := i.Monitoring; m != nil {
		row.Monitoring = word(m.State, inventory.Unanswered[string](describeInstances, "Monitoring.State"))
	}
	return row
}

// publicIPs are the public IPv4 addresses of an instance: its own, and those
// of its further interfaces and secondary addresses, which PublicIpAddress
// does not show. They and their associations are given "if applicable": none is
// none. But every instance has a primary interface, which cannot be detached
// (EC2 User Guide, "Elastic network interfaces"), and an association an address,
// if perhaps one of the carrier's or the customer's own.
func publicIPs(i types.Instance) inventory.Known[[]string] {
	var all []string
	whole := len(i.NetworkInterfaces) > 0
	add := func(a *types.InstanceNetworkInterfaceAssociation) {
		switch {
		case a == nil:
		case aws.Deref(a.PublicIp) != "":
			all = append(all, *a.PublicIp)
		case a.CarrierIp == nil && a.CustomerOwnedIp == nil:
			whole = false
		}
	}
	if aws.Deref(i.PublicIpAddress) != "" {
		all = append(all, *i.PublicIpAddress)
	}
	for _, n := range i.NetworkInterfaces {
		add(n.Association)
		for _, a := range n.PrivateIpAddresses {
			add(a.Association)
		}
	}
	if !whole && len(all) == 0 {
		return inventory.Unanswered[[]string](describeInstances, "NetworkInterfaces")
	}
	slices.Sort(all)
	return inventory.Of(slices.Compact(all))
}

var dated = regexp.MustCompile(`\((\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}) (?:GMT|UTC)\)$`)

// transition reads when an instance was stopped off the text of its reason:
// "User initiated (2026-01-02 03:04:05 GMT)". The text "might be an empty
// string" (API reference, "Instance"), and may lack the time: then it is not known.
func transition(reason string) inventory.Known[time.Time] {
	if m := dated.FindStringSubmatch(reason); m != nil {
		if t, err := time.Parse(time.DateTime, m[1]); err == nil {
			return inventory.Of(t)
		}
	}
	return inventory.Unanswered[time.Time](describeInstances, "the time in StateTransitionReason")
}
