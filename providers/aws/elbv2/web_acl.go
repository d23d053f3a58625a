package elbv2

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/wafv2"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// LoadBalancerWebACL fetches LoadBalancer.WebACL. Only Application Load
// Balancers can have one, so others are not asked about. The call needs
// wafv2:GetWebACL beside its own permission (API reference,
// "GetWebACLForResource"); without a web ACL the answer is empty.
var LoadBalancerWebACL = &inventory.Field[LoadBalancer, string]{
	Of: LoadBalancers, Column: "webACL", Actions: []string{"wafv2:GetWebACLForResource", "wafv2:GetWebACL"},
	At: func(lb *LoadBalancer) *inventory.Known[string] { return &lb.WebACL },
	Fetch: func(ctx context.Context, s inventory.Scope, lb *LoadBalancer) (string, error) {
		if kind, ok := lb.Type.Peek(); ok && kind != "application" {
			return "", nil
		}
		out, err := wafv2.NewFromConfig(aws.Config(s, "wafv2")).GetWebACLForResource(ctx, &wafv2.GetWebACLForResourceInput{ResourceArn: &lb.Full})
		if err != nil || out.WebACL == nil {
			return "", err
		}
		if aws.Deref(out.WebACL.ARN) == "" {
			return "", aws.ErrBroken
		}
		return *out.WebACL.ARN, nil
	},
}
