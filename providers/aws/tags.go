package aws

import (
	"context"

	tagging "github.com/aws/aws-sdk-go-v2/service/resourcegroupstaggingapi"

	"demarc/providers/inventory"
)

// ResourceTags reads the tags of everything in a region in one paged call, by
// ARN, for listings that give none. What was never tagged is not in it.
var ResourceTags = &inventory.Call[map[string]map[string]string]{
	Title:   "aws.tags",
	Actions: []string{"tag:GetResources"},
	Do: func(ctx context.Context, s inventory.Scope) (map[string]map[string]string, error) {
		all := map[string]map[string]string{}
		size := int32(100)
		c := tagging.NewFromConfig(Config(s, "tagging"))
		for out, err := range Pages(ctx, c.GetResources, &tagging.GetResourcesInput{ResourcesPerPage: &size},
			func(out *tagging.GetResourcesOutput) *string { return out.PaginationToken },
			func(in *tagging.GetResourcesInput, token *string) { in.PaginationToken = token }) {
			if err != nil {
				return all, err
			}
			for _, r := range out.ResourceTagMappingList {
				if r.ResourceARN == nil {
					continue
				}
				tags := map[string]string{}
				for _, t := range r.Tags {
					if t.Key != nil && t.Value != nil {
						tags[*t.Key] = *t.Value
					}
				}
				all[*r.ResourceARN] = tags
			}
		}
		return all, nil
	},
}
