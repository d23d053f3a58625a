package elbv2

import (
	"testing"

	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// Each listener has a default rule: rules without one are not all of them.
func TestAbsentDefaultRule(t *testing.T) {
	redirect := types.Rule{Actions: []types.Action{{Type: types.ActionTypeEnumRedirect, RedirectConfig: &types.RedirectActionConfig{Protocol: new("HTTPS")}}}}
	standard := redirect
	standard.IsDefault = new(true)
	for name, tc := range map[string]struct {
		rules []types.Rule
		known bool
	}{"none": {nil, false}, "no default": {[]types.Rule{redirect}, false}, "a default": {[]types.Rule{redirect, standard}, true}} {
		var e awsfake.Estate
		awsfake.On(&e, func(awsfake.Call, *elbv2.DescribeRulesInput) (*elbv2.DescribeRulesOutput, error) {
			return &elbv2.DescribeRulesOutput{Rules: tc.rules}, nil
		})
		_, err := ListenerRules.Fetch(t.Context(), awstest.Target(&e, awstest.Account).Scopes[1], &Listener{})
		if (err == nil) != tc.known {
			t.Errorf("%s: %v", name, err)
		}
	}
}
