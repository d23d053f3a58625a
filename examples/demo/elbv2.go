package demo

import (
	"strconv"
	"strings"

	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"
	"github.com/aws/aws-sdk-go-v2/service/wafv2"
	waftypes "github.com/aws/aws-sdk-go-v2/service/wafv2/types"

	"demarc/providers/aws/awsfake"
)

// A balancer is an Application, Network or Gateway Load Balancer.
type balancer struct {
	name      string
	kind      types.LoadBalancerTypeEnum
	internal  bool
	zones     string // the last letters of its zones
	set       map[string]string
	acl       string
	listeners []port
}

// A port is a listener; rules are of an HTTP listener, the default one first.
type port struct {
	number   int32
	protocol types.ProtocolEnum
	policy   string
	rules    []types.Action
}

var (
	redirectHTTPS = types.Action{Type: types.ActionTypeEnumRedirect, RedirectConfig: &types.RedirectActionConfig{Protocol: new("HTTPS"), Port: new("443"), StatusCode: "HTTP_301"}}
	forwardOn     = types.Action{Type: types.ActionTypeEnumForward}
)

// What AWS answers for a load balancer on which nothing was set.
var balancerDefaults = map[types.LoadBalancerTypeEnum]map[string]string{
	"application": {
		"deletion_protection.enabled": "false", "access_logs.s3.enabled": "false", "load_balancing.cross_zone.enabled": "true",
		"routing.http.drop_invalid_header_fields.enabled": "false", "routing.http.desync_mitigation_mode": "defensive",
	},
	"network": {"deletion_protection.enabled": "false", "access_logs.s3.enabled": "false", "load_balancing.cross_zone.enabled": "false"},
	"gateway": {"deletion_protection.enabled": "false", "load_balancing.cross_zone.enabled": "false"},
}

var balancers = map[place][]balancer{
	{Shop, frankfurt}: {
		{name: "larkspur-shop-web", kind: "application", zones: "abc", acl: "larkspur-shop", set: map[string]string{
			"deletion_protection.enabled": "true", "access_logs.s3.enabled": "true", "access_logs.s3.bucket": "larkspur-shop-logs",
			"routing.http.drop_invalid_header_fields.enabled": "true",
		}, listeners: []port{
			{number: 80, protocol: "HTTP", rules: []types.Action{redirectHTTPS}},
			{number: 443, protocol: "HTTPS", policy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"},
		}},
		{name: "larkspur-shop-admin", kind: "application", internal: true, zones: "ab", set: map[string]string{"deletion_protection.enabled": "true"}, listeners: []port{
			{number: 80, protocol: "HTTP", rules: []types.Action{redirectHTTPS, forwardOn}},
			{number: 443, protocol: "HTTPS", policy: "ELBSecurityPolicy-TLS13-1-2-2021-06"},
		}},
		{name: "larkspur-shop-events", kind: "network", zones: "ab", set: map[string]string{"deletion_protection.enabled": "true", "load_balancing.cross_zone.enabled": "true"}, listeners: []port{
			{number: 8883, protocol: "TLS", policy: "ELBSecurityPolicy-TLS13-1-3-2021-06"},
		}},
		{name: "larkspur-shop-inspection", kind: "gateway", zones: "ab", listeners: []port{{}}},
	},
	{Lab, virginia}: {
		{name: "larkspur-lab-demo", kind: "application", zones: "ab", set: map[string]string{"routing.http.desync_mitigation_mode": "monitor"}, listeners: []port{
			{number: 80, protocol: "HTTP", rules: []types.Action{forwardOn}},
			{number: 443, protocol: "HTTPS", policy: "ELBSecurityPolicy-2016-08"},
		}},
		{name: "larkspur-lab-leftover", kind: "application", zones: "ab"},
		{name: "larkspur-lab-games", kind: "network", zones: "a", listeners: []port{{number: 7777, protocol: "TCP"}}},
	},
}

var balancerTargets = map[place][]types.TargetGroup{
	{Shop, frankfurt}: {
		targets(Shop, frankfurt, "larkspur-shop-web", "instance", "HTTPS", "HTTPS"),
		targets(Shop, frankfurt, "larkspur-shop-admin", "ip", "HTTP", "HTTP"),
		targets(Shop, frankfurt, "larkspur-shop-checkout", "lambda", "", "HTTP"),
		targets(Shop, frankfurt, "larkspur-shop-inspection", "ip", "GENEVE", "TCP"),
	},
	{Lab, virginia}: {
		targets(Lab, virginia, "larkspur-lab-demo", "instance", "HTTP", "HTTP"),
		targets(Lab, virginia, "larkspur-lab-games", "instance", "TCP", "TCP"),
	},
}

func targets(account, region, name string, kind types.TargetTypeEnum, protocol, health types.ProtocolEnum) types.TargetGroup {
	return types.TargetGroup{TargetGroupArn: new(targetGroupARN(account, region, name)), TargetGroupName: &name, TargetType: kind, Protocol: protocol, HealthCheckProtocol: health}
}

func targetGroupARN(account, region, name string) string {
	return "arn:aws:elasticloadbalancing:" + region + ":" + account + ":targetgroup/" + name + "/0123456789abcdef"
}

func (b balancer) arn(p place) string {
	kind := map[types.LoadBalancerTypeEnum]string{"application": "app", "network": "net", "gateway": "gwy"}[b.kind]
	return "arn:aws:elasticloadbalancing:" + p.region + ":" + p.account + ":loadbalancer/" + kind + "/" + b.name + "/0123456789abcdef"
}

func (b balancer) describe(p place) types.LoadBalancer {
	out := types.LoadBalancer{
		LoadBalancerArn: new(b.arn(p)), LoadBalancerName: &b.name, Type: b.kind, Scheme: types.LoadBalancerSchemeEnumInternetFacing,
		State: &types.LoadBalancerState{Code: types.LoadBalancerStateEnumActive},
	}
	switch {
	case b.kind == "gateway":
		out.Scheme = ""
	case b.internal:
		out.Scheme = types.LoadBalancerSchemeEnumInternal
	}
	for _, z := range b.zones {
		out.AvailabilityZones = append(out.AvailabilityZones, types.AvailabilityZone{ZoneName: new(p.region + string(z))})
	}
	return out
}

// ports are the listeners of b. Their ARNs are those of the load balancer with
// the port behind.
func (b balancer) ports(p place) (all []types.Listener) {
	for _, l := range b.listeners {
		arn := strings.Replace(b.arn(p), ":loadbalancer/", ":listener/", 1) + "/" + strconv.Itoa(int(l.number))
		out := types.Listener{ListenerArn: &arn, LoadBalancerArn: new(b.arn(p)), Protocol: l.protocol}
		if l.number != 0 {
			out.Port = &l.number
		}
		if l.policy != "" {
			out.SslPolicy = &l.policy
		}
		all = append(all, out)
	}
	return all
}

func findBalancer(c awsfake.Call, arn *string) (balancer, error) {
	for _, b := range balancers[at(c)] {
		if b.arn(at(c)) == *arn {
			return b, nil
		}
	}
	return balancer{}, awsfake.Wrap(400, &types.LoadBalancerNotFoundException{})
}

func elbv2Answers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *elbv2.DescribeLoadBalancersInput) (*elbv2.DescribeLoadBalancersOutput, error) {
		page, next := awsfake.Page(balancers[at(c)], in.Marker, 2)
		out := &elbv2.DescribeLoadBalancersOutput{NextMarker: next}
		for _, b := range page {
			out.LoadBalancers = append(out.LoadBalancers, b.describe(at(c)))
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *elbv2.DescribeLoadBalancerAttributesInput) (*elbv2.DescribeLoadBalancerAttributesOutput, error) {
		b, err := findBalancer(c, in.LoadBalancerArn)
		out := &elbv2.DescribeLoadBalancerAttributesOutput{}
		for key, value := range balancerDefaults[b.kind] {
			if v, ok := b.set[key]; ok {
				value = v
			}
			out.Attributes = append(out.Attributes, types.LoadBalancerAttribute{Key: &key, Value: &value})
		}
		return out, err
	})
	awsfake.On(e, func(c awsfake.Call, in *elbv2.DescribeListenersInput) (*elbv2.DescribeListenersOutput, error) {
		b, err := findBalancer(c, in.LoadBalancerArn)
		page, next := awsfake.Page(b.ports(at(c)), in.Marker, 1)
		return &elbv2.DescribeListenersOutput{Listeners: page, NextMarker: next}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *elbv2.DescribeRulesInput) (*elbv2.DescribeRulesOutput, error) {
		var rules []types.Rule
		for _, b := range balancers[at(c)] {
			for i, l := range b.ports(at(c)) {
				if *l.ListenerArn == *in.ListenerArn {
					for n, a := range b.listeners[i].rules {
						rules = append(rules, types.Rule{IsDefault: new(n == 0), Actions: []types.Action{a}})
					}
				}
			}
		}
		page, next := awsfake.Page(rules, in.Marker, 1)
		return &elbv2.DescribeRulesOutput{Rules: page, NextMarker: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *elbv2.DescribeTargetGroupsInput) (*elbv2.DescribeTargetGroupsOutput, error) {
		page, next := awsfake.Page(balancerTargets[at(c)], in.Marker, 3)
		return &elbv2.DescribeTargetGroupsOutput{TargetGroups: page, NextMarker: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *wafv2.GetWebACLForResourceInput) (*wafv2.GetWebACLForResourceOutput, error) {
		out := &wafv2.GetWebACLForResourceOutput{}
		if b, err := findBalancer(c, in.ResourceArn); err == nil && b.acl != "" {
			out.WebACL = &waftypes.WebACL{ARN: new("arn:aws:wafv2:" + c.Region + ":" + c.Account + ":regional/webacl/" + b.acl + "/11112222-3333-4444-5555-666677778888"), Name: &b.acl}
		}
		return out, nil
	})
}
