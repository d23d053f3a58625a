package demo

import (
	elb "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing/types"

	"demarc/providers/aws/awsfake"
)

// A classic is a Classic Load Balancer.
type classic struct {
	description types.LoadBalancerDescription
	attributes  types.LoadBalancerAttributes
	policies    map[string]string // the predefined policy that each TLS policy takes over
}

var classics = map[place][]classic{
	{Shop, frankfurt}: {{
		description: classicListening("larkspur-shop-partner", []string{"eu-central-1a", "eu-central-1b"},
			types.Listener{LoadBalancerPort: 443, Protocol: new("HTTPS"), InstancePort: new(int32(443)), SSLCertificateId: new("arn:aws:acm:eu-central-1:" + Shop + ":certificate/9f1b2c3d-0000-4000-8000-000000000001")}, "tls12"),
		attributes: classicSet(true, "defensive"),
		policies:   map[string]string{"tls12": "ELBSecurityPolicy-TLS-1-2-2017-01"},
	}},
	{Lab, virginia}: {
		{
			description: classicListening("larkspur-lab-wiki", []string{"us-east-1a"},
				types.Listener{LoadBalancerPort: 443, Protocol: new("HTTPS"), InstancePort: new(int32(80)), SSLCertificateId: new("arn:aws:iam::" + Lab + ":server-certificate/wiki-2019")}, "ELBSecurityPolicy-2016-08"),
			attributes: classicSet(false, "defensive"),
			policies:   map[string]string{"ELBSecurityPolicy-2016-08": "ELBSecurityPolicy-2016-08"},
		},
		{
			description: classicListening("larkspur-lab-old", []string{"us-east-1a"}, types.Listener{LoadBalancerPort: 80, Protocol: new("HTTP"), InstancePort: new(int32(80))}),
			attributes:  classicSet(false, "monitor"),
		},
	},
}

func classicListening(name string, zones []string, l types.Listener, policies ...string) types.LoadBalancerDescription {
	return types.LoadBalancerDescription{LoadBalancerName: &name, AvailabilityZones: zones, ListenerDescriptions: []types.ListenerDescription{{Listener: &l, PolicyNames: policies}}}
}

func classicSet(on bool, desync string) types.LoadBalancerAttributes {
	return types.LoadBalancerAttributes{
		AccessLog: &types.AccessLog{Enabled: on}, ConnectionDraining: &types.ConnectionDraining{Enabled: on}, CrossZoneLoadBalancing: &types.CrossZoneLoadBalancing{Enabled: on},
		AdditionalAttributes: []types.AdditionalAttribute{{Key: new("elb.http.desyncmitigationmode"), Value: &desync}},
	}
}

func findClassic(c awsfake.Call, name *string) (classic, error) {
	for _, lb := range classics[at(c)] {
		if *lb.description.LoadBalancerName == *name {
			return lb, nil
		}
	}
	return classic{}, awsfake.Wrap(400, &types.AccessPointNotFoundException{})
}

func elbAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *elb.DescribeLoadBalancersInput) (*elb.DescribeLoadBalancersOutput, error) {
		page, next := awsfake.Page(classics[at(c)], in.Marker, 1)
		out := &elb.DescribeLoadBalancersOutput{NextMarker: next}
		for _, lb := range page {
			out.LoadBalancerDescriptions = append(out.LoadBalancerDescriptions, lb.description)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *elb.DescribeLoadBalancerAttributesInput) (*elb.DescribeLoadBalancerAttributesOutput, error) {
		lb, err := findClassic(c, in.LoadBalancerName)
		return &elb.DescribeLoadBalancerAttributesOutput{LoadBalancerAttributes: &lb.attributes}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *elb.DescribeLoadBalancerPoliciesInput) (*elb.DescribeLoadBalancerPoliciesOutput, error) {
		lb, err := findClassic(c, in.LoadBalancerName)
		out := &elb.DescribeLoadBalancerPoliciesOutput{}
		for name, reference := range lb.policies {
			out.PolicyDescriptions = append(out.PolicyDescriptions, types.PolicyDescription{
				PolicyName: &name, PolicyTypeName: new("SSLNegotiationPolicyType"),
				PolicyAttributeDescriptions: []types.PolicyAttributeDescription{{AttributeName: new("Reference-Security-Policy"), AttributeValue: &reference}},
			})
		}
		return out, err
	})
}
