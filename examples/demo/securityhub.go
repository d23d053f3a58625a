package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/securityhub"
	"github.com/aws/aws-sdk-go-v2/service/securityhub/types"

	"demarc/providers/aws/awsfake"
)

// The standards that Security Hub checks, where it is on.
var standards = map[place][]string{
	{Shop, virginia}:  {"standards/aws-foundational-security-best-practices/v/1.0.0", "standards/cis-aws-foundations-benchmark/v/3.0.0"},
	{Shop, frankfurt}: {"standards/aws-foundational-security-best-practices/v/1.0.0"},
	{Shop, sydney}:    {},
}

func securityhubAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, _ *securityhub.DescribeHubInput) (*securityhub.DescribeHubOutput, error) {
		if _, on := standards[at(c)]; !on {
			return nil, awsfake.Wrap(401, &types.InvalidAccessException{Message: new("Account " + c.Account + " is not subscribed to AWS Security Hub")})
		}
		return &securityhub.DescribeHubOutput{HubArn: new("arn:aws:securityhub:" + c.Region + ":" + c.Account + ":hub/default")}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *securityhub.GetEnabledStandardsInput) (*securityhub.GetEnabledStandardsOutput, error) {
		page, next := awsfake.Page(standards[at(c)], in.NextToken, 1)
		out := &securityhub.GetEnabledStandardsOutput{NextToken: next}
		for _, s := range page {
			out.StandardsSubscriptions = append(out.StandardsSubscriptions, types.StandardsSubscription{
				StandardsArn: new("arn:aws:securityhub:" + c.Region + "::" + s), StandardsStatus: types.StandardsStatusReady,
			})
		}
		return out, nil
	})
}
