package elbv2

import (
	"context"
	"iter"

	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A LoadBalancer is an Application, Network or Gateway Load Balancer.
type LoadBalancer struct {
	inventory.Resource
	Type       inventory.Known[string]     // application, network, gateway
	Scheme     inventory.Known[string]     // internet-facing, internal; a gateway has none
	State      inventory.Known[string]     // active, provisioning, active_impaired, failed
	Zones      inventory.Known[[]string]   // its Availability Zones
	Attributes inventory.Known[Attributes] `fetch:"-"`
	WebACL     inventory.Known[string]     `fetch:"-"` // the ARN; empty where none is attached; Application Load Balancers only
}

// Attributes are the settings of a load balancer. Those that the API does not
// offer for its type are gaps.
type Attributes struct {
	DeletionProtection inventory.Known[bool]
	AccessLogs         inventory.Known[bool]
	CrossZone          inventory.Known[bool]
	DropInvalidHeaders inventory.Known[bool]
	DesyncMode         inventory.Known[string] // monitor, defensive, strictest
}

const describeLoadBalancers = "Elastic Load Balancing v2 DescribeLoadBalancers"

// LoadBalancers lists the load balancers.
var LoadBalancers = &inventory.Type[LoadBalancer]{
	Kind:     "aws.elbv2.LoadBalancer",
	Level:    inventory.AtRegion,
	Model:    inventory.IaaS,
	Workload: true,
	Actions:  []string{"elasticloadbalancing:DescribeLoadBalancers"},
	Tags:     aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*LoadBalancer, error] {
		pages := aws.Pages(ctx, client(s).DescribeLoadBalancers, &elbv2.DescribeLoadBalancersInput{PageSize: new(int32(400))},
			func(out *elbv2.DescribeLoadBalancersOutput) *string { return out.NextMarker },
			func(in *elbv2.DescribeLoadBalancersInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *elbv2.DescribeLoadBalancersOutput) (rows []*LoadBalancer) {
			for _, lb := range out.LoadBalancers {
				row := &LoadBalancer{
					Resource: aws.Resource(s, *lb.LoadBalancerArn, aws.Deref(lb.LoadBalancerName)),
					Type:     word(lb.Type, inventory.Unanswered[string](describeLoadBalancers, "Type")),
					Scheme:   word(lb.Scheme, inventory.Unanswered[string](describeLoadBalancers, "Scheme")),
					State:    inventory.Unanswered[string](describeLoadBalancers, "State"),
					Zones:    inventory.Unanswered[[]string](describeLoadBalancers, "AvailabilityZones"),
				}
				if lb.State != nil {
					row.State = word(lb.State.Code, row.State)
				}
				if len(lb.AvailabilityZones) > 0 {
					row.Zones = inventory.Of(zones(lb.AvailabilityZones))
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

func zones(all []types.AvailabilityZone) (names []string) {
	for _, z := range all {
		names = append(names, aws.Deref(z.ZoneName))
	}
	return names
}

const describeAttributes = "Elastic Load Balancing v2 DescribeLoadBalancerAttributes"

// LoadBalancerAttributes fetches LoadBalancer.Attributes.
var LoadBalancerAttributes = &inventory.Field[LoadBalancer, Attributes]{
	Of: LoadBalancers, Column: "attributes", Actions: []string{"elasticloadbalancing:DescribeLoadBalancerAttributes"},
	At: func(lb *LoadBalancer) *inventory.Known[Attributes] { return &lb.Attributes },
	Fetch: func(ctx context.Context, s inventory.Scope, lb *LoadBalancer) (Attributes, error) {
		out, err := client(s).DescribeLoadBalancerAttributes(ctx, &elbv2.DescribeLoadBalancerAttributesInput{LoadBalancerArn: &lb.Full})
		if err != nil {
			return Attributes{}, gone(err)
		}
		set := map[string]*string{}
		for _, a := range out.Attributes {
			set[aws.Deref(a.Key)] = a.Value
		}
		text := func(key string) inventory.Known[string] {
			return inventory.FromPtr(set[key], inventory.Unanswered[string](describeAttributes, key))
		}
		flag := func(key string) inventory.Known[bool] {
			return inventory.Map(text(key), func(v string) bool { return v == "true" })
		}
		return Attributes{
			DeletionProtection: flag("deletion_protection.enabled"),
			AccessLogs:         flag("access_logs.s3.enabled"),
			CrossZone:          flag("load_balancing.cross_zone.enabled"),
			DropInvalidHeaders: flag("routing.http.drop_invalid_header_fields.enabled"),
			DesyncMode:         text("routing.http.desync_mitigation_mode"),
		}, nil
	},
}
