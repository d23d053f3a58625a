package elb

import (
	"testing"

	elb "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing/types"
	tagging "github.com/aws/aws-sdk-go-v2/service/resourcegroupstaggingapi"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestLoadBalancers(t *testing.T) {
	all := []types.LoadBalancerDescription{
		{LoadBalancerName: new("web"), AvailabilityZones: []string{"us-east-1a", "us-east-1b"}, ListenerDescriptions: []types.ListenerDescription{
			{Listener: &types.Listener{LoadBalancerPort: 443, Protocol: new("HTTPS"), SSLCertificateId: new("arn:aws:acm:us-east-1:111122223333:certificate/1")}, PolicyNames: []string{"tls", "sticky"}},
			{Listener: &types.Listener{LoadBalancerPort: 80, Protocol: new("HTTP")}},
		}},
		{LoadBalancerName: new("bare"), ListenerDescriptions: []types.ListenerDescription{{Listener: &types.Listener{LoadBalancerPort: 80, Protocol: new("HTTP")}}}},
		{LoadBalancerName: new("gone")},
	}
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *elb.DescribeLoadBalancersInput) (*elb.DescribeLoadBalancersOutput, error) {
		if c.Region != "us-east-1" {
			return &elb.DescribeLoadBalancersOutput{}, nil
		}
		page, next := awsfake.Page(all, in.Marker, 2)
		return &elb.DescribeLoadBalancersOutput{LoadBalancerDescriptions: page, NextMarker: next}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *elb.DescribeLoadBalancerAttributesInput) (*elb.DescribeLoadBalancerAttributesOutput, error) {
		switch *in.LoadBalancerName {
		case "gone":
			return nil, awsfake.Wrap(400, &types.AccessPointNotFoundException{})
		case "bare":
			return &elb.DescribeLoadBalancerAttributesOutput{LoadBalancerAttributes: &types.LoadBalancerAttributes{}}, nil
		}
		return &elb.DescribeLoadBalancerAttributesOutput{LoadBalancerAttributes: &types.LoadBalancerAttributes{
			AccessLog:            &types.AccessLog{Enabled: true},
			ConnectionDraining:   &types.ConnectionDraining{},
			AdditionalAttributes: []types.AdditionalAttribute{{Key: new("elb.http.desyncmitigationmode"), Value: new("monitor")}},
		}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *elb.DescribeLoadBalancerPoliciesInput) (*elb.DescribeLoadBalancerPoliciesOutput, error) {
		if *in.LoadBalancerName != "web" {
			t.Errorf("asked for the policies of %s", *in.LoadBalancerName)
		}
		return &elb.DescribeLoadBalancerPoliciesOutput{PolicyDescriptions: []types.PolicyDescription{
			{PolicyName: new("tls"), PolicyTypeName: new("SSLNegotiationPolicyType"), PolicyAttributeDescriptions: []types.PolicyAttributeDescription{
				{AttributeName: new("Protocol-TLSv1"), AttributeValue: new("true")}, {AttributeName: new("Reference-Security-Policy"), AttributeValue: new("ELBSecurityPolicy-2016-08")}}},
			{PolicyName: new("custom"), PolicyTypeName: new("SSLNegotiationPolicyType")},
			{PolicyName: new("sticky"), PolicyTypeName: new("LBCookieStickinessPolicyType")},
		}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *tagging.GetResourcesInput) (*tagging.GetResourcesOutput, error) {
		return &tagging.GetResourcesOutput{}, nil
	})
	inv := awstest.Collect(t, &e, LoadBalancerAttributes, LoadBalancerPolicies)
	byID := map[string]*LoadBalancer{}
	for _, lb := range awstest.Rows(t, inv, LoadBalancers) {
		byID[lb.ID] = lb
	}
	web, bare := byID["web"], byID["bare"]
	if len(byID) != 2 || inv.Gone() != 1 || web.Full != "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/web" {
		t.Fatalf("rows %v, %d gone", byID, inv.Gone())
	}
	a := awstest.Value(t, web.Attributes)
	if !awstest.Value(t, a.AccessLogs) || awstest.Value(t, a.ConnectionDraining) || awstest.Value(t, a.DesyncMode) != "monitor" {
		t.Errorf("attributes %+v", a)
	}
	if _, hidden := a.CrossZone.Gap(); !hidden {
		t.Error("an attribute that is not in the answer is known")
	}
	if p := awstest.Value(t, web.Policies); len(p) != 2 || p["tls"] != "ELBSecurityPolicy-2016-08" || p["custom"] != "" {
		t.Errorf("policies %v", p)
	}
	if l := awstest.Value(t, web.Listeners); len(l) != 2 || !awstest.Value(t, l[0].TLS()) || awstest.Value(t, l[1].TLS()) || awstest.Value(t, l[1].Certificate) != "" {
		t.Errorf("listeners %+v", l)
	}
	if _, hidden := bare.Zones.Gap(); !hidden {
		t.Error("a load balancer without zones")
	}
	if p := awstest.Value(t, bare.Policies); p != nil {
		t.Errorf("policies %v", p)
	}
}
