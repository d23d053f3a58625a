package elbv2

import (
	"testing"

	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestListeners(t *testing.T) {
	e := answering(
		types.LoadBalancer{LoadBalancerArn: arn("app", "web"), LoadBalancerName: new("web"), Type: "application"},
		types.LoadBalancer{LoadBalancerArn: arn("gwy", "wall"), LoadBalancerName: new("wall"), Type: "gateway"},
		types.LoadBalancer{LoadBalancerArn: arn("app", "gone"), LoadBalancerName: new("gone"), Type: "application"},
	)
	of := func(lb *string, n string) *string {
		return new("arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/" + n + "/1/" + n)
	}
	awsfake.On(e, func(_ awsfake.Call, in *elbv2.DescribeListenersInput) (*elbv2.DescribeListenersOutput, error) {
		all := []types.Listener{
			{ListenerArn: of(in.LoadBalancerArn, "80"), Port: new(int32(80)), Protocol: "HTTP"},
			{ListenerArn: of(in.LoadBalancerArn, "443"), Port: new(int32(443)), Protocol: "HTTPS", SslPolicy: new("ELBSecurityPolicy-2016-08")},
			{ListenerArn: of(in.LoadBalancerArn, "8443"), Port: new(int32(8443)), Protocol: "HTTPS"},
		}
		switch *in.LoadBalancerArn {
		case *arn("app", "gone"):
			return nil, awsfake.Wrap(400, &types.LoadBalancerNotFoundException{})
		case *arn("gwy", "wall"):
			all = []types.Listener{{ListenerArn: new("arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/gwy/wall/1/2")}}
		}
		page, next := awsfake.Page(all, in.Marker, 2)
		return &elbv2.DescribeListenersOutput{Listeners: page, NextMarker: next}, nil
	})
	awsfake.On(e, func(_ awsfake.Call, in *elbv2.DescribeRulesInput) (*elbv2.DescribeRulesOutput, error) {
		if *in.ListenerArn != *of(nil, "80") {
			t.Errorf("asked for the rules of %s", *in.ListenerArn)
		}
		page, next := awsfake.Page([]types.Rule{
			{IsDefault: new(true), Actions: []types.Action{{Type: "redirect", RedirectConfig: &types.RedirectActionConfig{Protocol: new("HTTPS")}}}},
			{IsDefault: new(false), Actions: []types.Action{{Type: "forward"}}},
			{IsDefault: new(false), Actions: []types.Action{{Type: "redirect"}}},
		}, in.Marker, 2)
		return &elbv2.DescribeRulesOutput{Rules: page, NextMarker: next}, nil
	})
	byName := map[string]*Listener{}
	for _, l := range awstest.Rows(t, awstest.Collect(t, e, ListenerRules), Listeners) {
		byName[l.Name] = l
	}
	if len(byName) != 4 {
		t.Fatalf("rows %v", byName)
	}
	plain := byName["web:80"]
	rules := awstest.Value(t, plain.Rules)
	if plain.ID != "app/80/1/80" || plain.LoadBalancer != *arn("app", "web") || len(rules) != 3 {
		t.Fatalf("read as %+v, rules %+v", plain, rules)
	}
	if !rules[0].Default || awstest.Value(t, rules[0].Protocol) != "HTTPS" || rules[1].Action != "forward" {
		t.Errorf("rules %+v", rules)
	}
	if _, hidden := rules[2].Protocol.Gap(); !hidden {
		t.Error("a redirect without its configuration is known")
	}
	if awstest.Value(t, byName["web:443"].SSLPolicy) != "ELBSecurityPolicy-2016-08" || awstest.Value(t, plain.SSLPolicy) != "" {
		t.Errorf("policies of %+v and %+v", byName["web:443"], plain)
	}
	if _, hidden := byName["web:8443"].SSLPolicy.Gap(); !hidden {
		t.Error("an HTTPS listener without a policy in the answer is known to have none")
	}
	if awstest.Value(t, byName["wall:0"].Protocol) != "GENEVE" {
		t.Errorf("the gateway's listener speaks %v", byName["wall:0"].Protocol)
	}
}
