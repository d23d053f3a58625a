// Package elb collects Classic Load Balancers.
package elb

import (
	"context"
	"fmt"
	"iter"

	elb "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

func client(s inventory.Scope) *elb.Client { return elb.NewFromConfig(aws.Config(s, "elb")) }

// A LoadBalancer is a Classic Load Balancer.
type LoadBalancer struct {
	inventory.Resource
	Zones      inventory.Known[[]string] // its Availability Zones
	Listeners  inventory.Known[[]Listener]
	Attributes inventory.Known[Attributes]        `fetch:"-"`
	Policies   inventory.Known[map[string]string] `fetch:"-"` // the predefined security policy that each TLS policy takes over; empty for one of its own
}

// A Listener is one port of a load balancer.
type Listener struct {
	Port        int
	Protocol    inventory.Known[string] // HTTP, HTTPS, TCP, SSL
	Certificate inventory.Known[string] // the ARN; empty where it has none
	Policies    []string
}

// TLS reports whether clients connect by TLS.
func (l Listener) TLS() inventory.Known[bool] {
	return inventory.Map(l.Protocol, func(p string) bool { return p == "HTTPS" || p == "SSL" })
}

// Attributes are the settings of a load balancer.
type Attributes struct {
	AccessLogs         inventory.Known[bool]
	CrossZone          inventory.Known[bool]
	ConnectionDraining inventory.Known[bool]
	DesyncMode         inventory.Known[string] // monitor, defensive, strictest
}

const (
	describeLoadBalancers = "Elastic Load Balancing DescribeLoadBalancers"
	describeAttributes    = "Elastic Load Balancing DescribeLoadBalancerAttributes"
)

// LoadBalancers lists the Classic Load Balancers with their listeners.
var LoadBalancers = &inventory.Type[LoadBalancer]{
	Kind:     "aws.elb.LoadBalancer",
	Level:    inventory.AtRegion,
	Model:    inventory.IaaS,
	Workload: true,
	Actions:  []string{"elasticloadbalancing:DescribeLoadBalancers"},
	Tags:     aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*LoadBalancer, error] {
		pages := aws.Pages(ctx, client(s).DescribeLoadBalancers, &elb.DescribeLoadBalancersInput{PageSize: new(int32(400))},
			func(out *elb.DescribeLoadBalancersOutput) *string { return out.NextMarker },
			func(in *elb.DescribeLoadBalancersInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *elb.DescribeLoadBalancersOutput) (rows []*LoadBalancer) {
			for _, lb := range out.LoadBalancerDescriptions {
				name := *lb.LoadBalancerName
				row := &LoadBalancer{
					Resource:  aws.Resource(s, aws.MakeARN(s, "elasticloadbalancing", "loadbalancer/%s", name), name),
					Zones:     inventory.Of(lb.AvailabilityZones),
					Listeners: inventory.Of(listeners(lb.ListenerDescriptions)),
				}
				if len(lb.AvailabilityZones) == 0 {
					row.Zones = inventory.Unanswered[[]string](describeLoadBalancers, "AvailabilityZones")
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

func listeners(all []types.ListenerDescription) (rows []Listener) {
	for _, d := range all {
		l := Listener{
			Protocol:    inventory.Unanswered[string](describeLoadBalancers, "Listener"),
			Certificate: inventory.Unanswered[string](describeLoadBalancers, "Listener"),
			Policies:    d.PolicyNames,
		}
		if d.Listener != nil {
			l.Port = int(d.Listener.LoadBalancerPort)
			l.Protocol = inventory.FromPtr(d.Listener.Protocol, inventory.Unanswered[string](describeLoadBalancers, "Listener.Protocol"))
			l.Certificate = inventory.Of(aws.Deref(d.Listener.SSLCertificateId)) // a listener without TLS has none
		}
		rows = append(rows, l)
	}
	return rows
}

// gone turns "no such load balancer" into what it says of the row.
func gone(err error) error {
	if aws.Code(err, "LoadBalancerNotFound") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

// LoadBalancerAttributes fetches LoadBalancer.Attributes.
var LoadBalancerAttributes = &inventory.Field[LoadBalancer, Attributes]{
	Of: LoadBalancers, Column: "attributes", Actions: []string{"elasticloadbalancing:DescribeLoadBalancerAttributes"},
	At: func(lb *LoadBalancer) *inventory.Known[Attributes] { return &lb.Attributes },
	Fetch: func(ctx context.Context, s inventory.Scope, lb *LoadBalancer) (Attributes, error) {
		out, err := client(s).DescribeLoadBalancerAttributes(ctx, &elb.DescribeLoadBalancerAttributesInput{LoadBalancerName: &lb.ID})
		if err != nil {
			return Attributes{}, gone(err)
		}
		set := out.LoadBalancerAttributes
		if set == nil {
			return Attributes{}, aws.ErrBroken
		}
		a := Attributes{
			AccessLogs:         inventory.Unanswered[bool](describeAttributes, "AccessLog"),
			CrossZone:          inventory.Unanswered[bool](describeAttributes, "CrossZoneLoadBalancing"),
			ConnectionDraining: inventory.Unanswered[bool](describeAttributes, "ConnectionDraining"),
			DesyncMode:         inventory.Unanswered[string](describeAttributes, desyncMode),
		}
		if set.AccessLog != nil {
			a.AccessLogs = inventory.Of(set.AccessLog.Enabled)
		}
		if set.CrossZoneLoadBalancing != nil {
			a.CrossZone = inventory.Of(set.CrossZoneLoadBalancing.Enabled)
		}
		if set.ConnectionDraining != nil {
			a.ConnectionDraining = inventory.Of(set.ConnectionDraining.Enabled)
		}
		for _, more := range set.AdditionalAttributes {
			if aws.Deref(more.Key) == desyncMode {
				a.DesyncMode = inventory.FromPtr(more.Value, a.DesyncMode)
			}
		}
		return a, nil
	},
}

const desyncMode = "elb.http.desyncmitigationmode"

// LoadBalancerPolicies fetches LoadBalancer.Policies. One on which no listener
// ends TLS is not asked about.
var LoadBalancerPolicies = &inventory.Field[LoadBalancer, map[string]string]{
	Of: LoadBalancers, Column: "policies", Actions: []string{"elasticloadbalancing:DescribeLoadBalancerPolicies"},
	At: func(lb *LoadBalancer) *inventory.Known[map[string]string] { return &lb.Policies },
	Fetch: func(ctx context.Context, s inventory.Scope, lb *LoadBalancer) (map[string]string, error) {
		ls, _ := lb.Listeners.Peek()
		var tls []inventory.Known[bool]
		for _, l := range ls {
			tls = append(tls, l.TLS())
		}
		if some, ok := inventory.Or(tls...).Peek(); ok && !some {
			return nil, nil
		}
		out, err := client(s).DescribeLoadBalancerPolicies(ctx, &elb.DescribeLoadBalancerPoliciesInput{LoadBalancerName: &lb.ID})
		if err != nil {
			return nil, gone(err)
		}
		policies := map[string]string{}
		for _, p := range out.PolicyDescriptions {
			switch {
			case p.PolicyTypeName == nil || p.PolicyName == nil:
				return nil, aws.ErrBroken
			case *p.PolicyTypeName != "SSLNegotiationPolicyType":
				continue
			}
			policies[*p.PolicyName] = ""
			for _, a := range p.PolicyAttributeDescriptions {
				switch {
				case a.AttributeName == nil:
					return nil, aws.ErrBroken
				case *a.AttributeName != "Reference-Security-Policy":
				case a.AttributeValue == nil:
					return nil, aws.ErrBroken
				default:
					policies[*p.PolicyName] = *a.AttributeValue
				}
			}
		}
		return policies, nil
	},
}
