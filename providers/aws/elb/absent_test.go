package elb

import (
	"testing"

	elb "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// A policy that takes over no predefined one lacks the attribute, not its value.
func TestAbsentParts(t *testing.T) {
	tls := func(attributes ...types.PolicyAttributeDescription) types.PolicyDescription {
		return types.PolicyDescription{PolicyName: new("tls"), PolicyTypeName: new("SSLNegotiationPolicyType"), PolicyAttributeDescriptions: attributes}
	}
	for name, tc := range map[string]struct {
		policy types.PolicyDescription
		known  bool
	}{
		"one of its own":          {tls(types.PolicyAttributeDescription{AttributeName: new("Protocol-TLSv1.2"), AttributeValue: new("true")}), true},
		"no kind":                 {types.PolicyDescription{PolicyName: new("tls")}, false},
		"no name":                 {types.PolicyDescription{PolicyTypeName: new("SSLNegotiationPolicyType")}, false},
		"an attribute of no name": {tls(types.PolicyAttributeDescription{AttributeValue: new("true")}), false},
		"a reference to nothing":  {tls(types.PolicyAttributeDescription{AttributeName: new("Reference-Security-Policy")}), false},
	} {
		var e awsfake.Estate
		awsfake.On(&e, func(awsfake.Call, *elb.DescribeLoadBalancerPoliciesInput) (*elb.DescribeLoadBalancerPoliciesOutput, error) {
			return &elb.DescribeLoadBalancerPoliciesOutput{PolicyDescriptions: []types.PolicyDescription{tc.policy}}, nil
		})
		lb := &LoadBalancer{Listeners: inventory.Of([]Listener{{Protocol: inventory.Of("HTTPS")}})}
		if _, err := LoadBalancerPolicies.Fetch(t.Context(), awstest.Target(&e, awstest.Account).Scopes[1], lb); (err == nil) != tc.known {
			t.Errorf("%s: %v", name, err)
		}
	}
}
