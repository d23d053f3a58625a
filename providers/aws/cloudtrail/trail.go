// Package cloudtrail collects AWS CloudTrail trails and what they log.
package cloudtrail

import (
	"context"
	"fmt"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/cloudtrail"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Trail is a trail as it is seen from any region that it logs. Region is its
// home region. Account is its owner's: the organization's management account,
// for an organization trail that is seen from a member.
type Trail struct {
	inventory.Resource
	MultiRegion    inventory.Known[bool]
	FileValidation inventory.Known[bool]
	KMSKeyID       inventory.Known[string] // empty where log files are not encrypted with a key of the customer's
	Bucket         inventory.Known[string]
	LogGroupARN    inventory.Known[string] // empty where nothing goes to CloudWatch Logs
	Insights       inventory.Known[bool]

	Status    inventory.Known[Status]    `fetch:"-"`
	Selectors inventory.Known[Selectors] `fetch:"-"`
}

// Status is how a trail fares in its home region. The errors are codes of
// Amazon S3 and CloudWatch Logs; they are empty where the last delivery went well.
type Status struct {
	Logging       bool
	DeliveryError string
	LogsError     string
}

// Trails lists the trails that log a region, with those of other regions and
// of the organization ("shadow trails"). One trail is one row, whichever
// region showed it first. A trail of several regions shows in each of them, so
// that one region's whole answer tells of all such trails.
var Trails = &inventory.Type[Trail]{
	Kind:    "aws.cloudtrail.Trail",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"cloudtrail:DescribeTrails"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Trail, error] {
		shadows := true
		out, err := client(s, s.Region).DescribeTrails(ctx, &cloudtrail.DescribeTrailsInput{IncludeShadowTrails: &shadows})
		if err != nil {
			return aws.One[Trail](nil, err)
		}
		const call = "CloudTrail DescribeTrails"
		var rows []*Trail
		for _, t := range out.TrailList {
			if t.TrailARN == nil || t.Name == nil {
				return aws.One(rows, aws.ErrBroken)
			}
			r := aws.Resource(s, *t.TrailARN, *t.Name)
			if t.HomeRegion != nil {
				r.Region = *t.HomeRegion
			}
			rows = append(rows, &Trail{
				Resource:       r,
				MultiRegion:    inventory.FromPtr(t.IsMultiRegionTrail, inventory.Unanswered[bool](call, "IsMultiRegionTrail")),
				FileValidation: inventory.FromPtr(t.LogFileValidationEnabled, inventory.Unanswered[bool](call, "LogFileValidationEnabled")),
				// "Trail objects with string values are only returned if values
				// for the objects exist in a trail's configuration" (CloudTrail
				// API reference, DescribeTrails).
				KMSKeyID:    inventory.FromPtr(t.KmsKeyId, inventory.Of("")),
				Bucket:      inventory.FromPtr(t.S3BucketName, inventory.Of("")),
				LogGroupARN: inventory.FromPtr(t.CloudWatchLogsLogGroupArn, inventory.Of("")),
				Insights:    inventory.FromPtr(t.HasInsightSelectors, inventory.Unanswered[bool](call, "HasInsightSelectors")),
			})
		}
		return aws.One(rows, nil)
	},
}

// TrailStatus fetches Trail.Status from the trail's home region, which the
// answer holds for.
var TrailStatus = &inventory.Field[Trail, Status]{
	Of: Trails, Column: "status", Actions: []string{"cloudtrail:GetTrailStatus"},
	At: func(t *Trail) *inventory.Known[Status] { return &t.Status },
	Fetch: func(ctx context.Context, s inventory.Scope, t *Trail) (Status, error) {
		out, err := client(s, t.Region).GetTrailStatus(ctx, &cloudtrail.GetTrailStatusInput{Name: &t.Full})
		if err != nil {
			return Status{}, gone(s, t, err)
		}
		if out.IsLogging == nil {
			return Status{}, aws.ErrBroken
		}
		return Status{*out.IsLogging, aws.Deref(out.LatestDeliveryError), aws.Deref(out.LatestCloudWatchLogsDeliveryError)}, nil
	},
}

// TrailSelectors fetches Trail.Selectors from the trail's home region.
var TrailSelectors = &inventory.Field[Trail, Selectors]{
	Of: Trails, Column: "selectors", Actions: []string{"cloudtrail:GetEventSelectors"},
	At: func(t *Trail) *inventory.Known[Selectors] { return &t.Selectors },
	Fetch: func(ctx context.Context, s inventory.Scope, t *Trail) (Selectors, error) {
		out, err := client(s, t.Region).GetEventSelectors(ctx, &cloudtrail.GetEventSelectorsInput{TrailName: &t.Full})
		if err != nil {
			return Selectors{}, gone(s, t, err)
		}
		if len(out.EventSelectors)+len(out.AdvancedEventSelectors) == 0 {
			return Selectors{}, aws.ErrBroken // a trail without settings of its own answers with the default ones
		}
		return read(out)
	},
}

// gone turns "no such trail" into what it says of the row. A member account
// may be told that an organization's trail is not found, which says nothing of
// whether it exists.
func gone(s inventory.Scope, t *Trail, err error) error {
	if t.Account == s.Account && aws.Code(err, "TrailNotFoundException") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

// client asks region, whatever the region of s: a trail answers at home.
func client(s inventory.Scope, region string) *cloudtrail.Client {
	return cloudtrail.NewFromConfig(aws.ConfigIn(s, "cloudtrail", region))
}
