// Package securityhub collects whether AWS Security Hub CSPM is on, and which
// standards it checks.
package securityhub

import (
	"context"
	"errors"
	"iter"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/securityhub"
	"github.com/aws/aws-sdk-go-v2/service/securityhub/types"
	"github.com/aws/smithy-go"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Hub is Security Hub CSPM in a region where it is on.
type Hub struct {
	inventory.Resource
	Standards inventory.Known[[]string] `fetch:"-"` // the ARNs of the standards that are in use
}

// Hubs lists the hub of a region: one, or none.
var Hubs = &inventory.Type[Hub]{
	Kind:    "aws.securityhub.Hub",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"securityhub:DescribeHub"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Hub, error] {
		out, err := client(s).DescribeHub(ctx, &securityhub.DescribeHubInput{})
		if off(err) {
			return aws.One[Hub](nil, nil)
		}
		if err != nil {
			return aws.One[Hub](nil, err)
		}
		arn := aws.Deref(out.HubArn)
		if arn == "" {
			return aws.One[Hub](nil, aws.ErrBroken)
		}
		return aws.One([]*Hub{{Resource: aws.Resource(s, arn, "default")}}, nil)
	},
}

// HubStandards fetches Hub.Standards: those that are in use or on the way to
// be; not those that could not be enabled, or are being disabled.
var HubStandards = &inventory.Field[Hub, []string]{
	Of: Hubs, Column: "standards", Actions: []string{"securityhub:GetEnabledStandards"},
	At: func(h *Hub) *inventory.Known[[]string] { return &h.Standards },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Hub) (all []string, err error) {
		pages := aws.Pages(ctx, client(s).GetEnabledStandards, &securityhub.GetEnabledStandardsInput{},
			func(out *securityhub.GetEnabledStandardsOutput) *string { return out.NextToken },
			func(in *securityhub.GetEnabledStandardsInput, token *string) { in.NextToken = token })
		for out, err := range pages {
			if off(err) {
				return nil, errors.Join(inventory.ErrGone, err)
			}
			if err != nil {
				return nil, err
			}
			for _, sub := range out.StandardsSubscriptions {
				switch sub.StandardsStatus {
				case types.StandardsStatusReady, types.StandardsStatusPending, types.StandardsStatusIncomplete:
					all = append(all, aws.Deref(sub.StandardsArn))
				}
			}
		}
		return all, nil
	},
}

// off reports whether err says that Security Hub is not on: "Account … is not
// subscribed to AWS Security Hub", under the code that refusals of other kinds
// have too.
func off(err error) bool {
	var api smithy.APIError
	return aws.Code(err, "InvalidAccessException", "ResourceNotFoundException") && errors.As(err, &api) &&
		strings.Contains(api.ErrorMessage(), "not subscribed to AWS Security Hub")
}

func client(s inventory.Scope) *securityhub.Client {
	return securityhub.NewFromConfig(aws.Config(s, "securityhub"))
}
