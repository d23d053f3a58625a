package lambda

import (
	"context"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// FunctionZones fetches Function.Zones for several functions at a time. The
// batch keeps to the 200 values that a filter of EC2 may have: a function has
// up to 16 subnets.
var FunctionZones = &inventory.Field[Function, []string]{
	Of: Functions, Column: "zones", Actions: []string{"ec2:DescribeSubnets"},
	At:    func(f *Function) *inventory.Known[[]string] { return &f.Zones },
	Batch: 12,
	FetchBatch: func(ctx context.Context, s inventory.Scope, rows []*Function) ([]inventory.Known[[]string], error) {
		var ids []string
		for _, f := range rows {
			subnets, _ := f.Subnets.Peek()
			ids = append(ids, subnets...)
		}
		slices.Sort(ids)
		zones, err := zonesOf(ctx, s, slices.Compact(ids))
		if err != nil {
			return nil, err
		}
		out := make([]inventory.Known[[]string], len(rows))
		for i, f := range rows {
			out[i] = inventory.Then(f.Subnets, func(subnets []string) inventory.Known[[]string] { return pick(zones, subnets) })
		}
		return out, nil
	},
}

// zonesOf reads the Availability Zones of subnets, by their ids.
func zonesOf(ctx context.Context, s inventory.Scope, ids []string) (map[string]string, error) {
	zones := map[string]string{}
	if len(ids) == 0 {
		return zones, nil
	}
	in := &ec2.DescribeSubnetsInput{Filters: []types.Filter{{Name: new("subnet-id"), Values: ids}}}
	for out, err := range aws.Pages(ctx, ec2.NewFromConfig(aws.Config(s, "ec2")).DescribeSubnets, in,
		func(out *ec2.DescribeSubnetsOutput) *string { return out.NextToken },
		func(in *ec2.DescribeSubnetsInput, token *string) { in.NextToken = token }) {
		if err != nil {
			return nil, err
		}
		for _, n := range out.Subnets {
			if n.SubnetId != nil && n.AvailabilityZone != nil {
				zones[*n.SubnetId] = *n.AvailabilityZone
			}
		}
	}
	return zones, nil
}

// pick lists the zones of a function's subnets, sorted. A subnet that was not
// found, as one that another account no longer shares, hides its zone.
func pick(zones map[string]string, subnets []string) inventory.Known[[]string] {
	var all []string
	for _, id := range subnets {
		if zones[id] == "" {
			return inventory.Unanswered[[]string]("EC2 DescribeSubnets", "the zone of "+id)
		}
		all = append(all, zones[id])
	}
	slices.Sort(all)
	return inventory.Of(slices.Compact(all))
}
