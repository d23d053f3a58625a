package elbv2

import (
	"testing"

	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"
	tagging "github.com/aws/aws-sdk-go-v2/service/resourcegroupstaggingapi"
	"github.com/aws/aws-sdk-go-v2/service/wafv2"
	waftypes "github.com/aws/aws-sdk-go-v2/service/wafv2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func arn(kind, name string) *string {
	return new("arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/" + kind + "/" + name + "/1")
}

// answering is an estate with these load balancers, in pages, in one region.
func answering(lbs ...types.LoadBalancer) *awsfake.Estate {
	e := &awsfake.Estate{}
	awsfake.On(e, func(c awsfake.Call, in *elbv2.DescribeLoadBalancersInput) (*elbv2.DescribeLoadBalancersOutput, error) {
		if c.Region != "us-east-1" {
			return &elbv2.DescribeLoadBalancersOutput{}, nil
		}
		page, next := awsfake.Page(lbs, in.Marker, 2)
		return &elbv2.DescribeLoadBalancersOutput{LoadBalancers: page, NextMarker: next}, nil
	})
	awsfake.On(e, func(awsfake.Call, *tagging.GetResourcesInput) (*tagging.GetResourcesOutput, error) {
		return &tagging.GetResourcesOutput{}, nil
	})
	return e
}

func TestLoadBalancers(t *testing.T) {
	e := answering(
		types.LoadBalancer{LoadBalancerArn: arn("app", "web"), LoadBalancerName: new("web"), Type: "application", State: &types.LoadBalancerState{Code: "active"},
			AvailabilityZones: []types.AvailabilityZone{{ZoneName: new("us-east-1a")}, {ZoneName: new("us-east-1b")}}},
		types.LoadBalancer{LoadBalancerArn: arn("net", "bare"), LoadBalancerName: new("bare"), Type: "network"},
		types.LoadBalancer{LoadBalancerArn: arn("app", "gone"), LoadBalancerName: new("gone"), Type: "application"},
	)
	awsfake.On(e, func(_ awsfake.Call, in *elbv2.DescribeLoadBalancerAttributesInput) (*elbv2.DescribeLoadBalancerAttributesOutput, error) {
		switch *in.LoadBalancerArn {
		case *arn("app", "gone"):
			return nil, awsfake.Wrap(400, &types.LoadBalancerNotFoundException{})
		case *arn("net", "bare"):
			return &elbv2.DescribeLoadBalancerAttributesOutput{Attributes: []types.LoadBalancerAttribute{{Key: new("deletion_protection.enabled"), Value: new("false")}}}, nil
		}
		return &elbv2.DescribeLoadBalancerAttributesOutput{Attributes: []types.LoadBalancerAttribute{
			{Key: new("deletion_protection.enabled"), Value: new("true")}, {Key: new("routing.http.desync_mitigation_mode"), Value: new("monitor")}}}, nil
	})
	awsfake.On(e, func(_ awsfake.Call, in *wafv2.GetWebACLForResourceInput) (*wafv2.GetWebACLForResourceOutput, error) {
		if *in.ResourceArn == *arn("net", "bare") {
			t.Error("asked for the web ACL of a network load balancer")
		}
		return &wafv2.GetWebACLForResourceOutput{WebACL: &waftypes.WebACL{ARN: new("arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/1")}}, nil
	})
	inv := awstest.Collect(t, e, LoadBalancerAttributes, LoadBalancerWebACL)
	byID := map[string]*LoadBalancer{}
	for _, lb := range awstest.Rows(t, inv, LoadBalancers) {
		byID[lb.ID] = lb
	}
	web, bare := byID["web"], byID["bare"]
	if len(byID) != 2 || inv.Gone() != 1 || web.Region != "us-east-1" {
		t.Fatalf("rows %v, %d gone", byID, inv.Gone())
	}
	if a := awstest.Value(t, web.Attributes); !awstest.Value(t, a.DeletionProtection) || awstest.Value(t, a.DesyncMode) != "monitor" {
		t.Errorf("attributes %+v", a)
	} else if _, hidden := a.AccessLogs.Gap(); !hidden {
		t.Error("an attribute that is not in the answer is known")
	}
	if z := awstest.Value(t, web.Zones); len(z) != 2 {
		t.Errorf("zones %v", z)
	}
	if _, hidden := bare.Zones.Gap(); !hidden {
		t.Error("a load balancer without zones")
	}
	if awstest.Value(t, bare.WebACL) != "" || awstest.Value(t, web.WebACL) == "" {
		t.Errorf("web ACLs %v and %v", bare.WebACL, web.WebACL)
	}
}
