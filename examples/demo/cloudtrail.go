package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/cloudtrail"
	"github.com/aws/aws-sdk-go-v2/service/cloudtrail/types"

	"demarc/providers/aws/awsfake"
)

// A trail of the company's, or of its organization's. Its home is Virginia.
type trail struct {
	owner, name, bucket, key, group string
	multi, validation, stopped      bool
	selectors                       []types.EventSelector
	advanced                        []types.AdvancedEventSelector
}

func (t trail) arn() *string {
	return new("arn:aws:cloudtrail:" + virginia + ":" + t.owner + ":trail/" + t.name)
}

var orgTrail = trail{
	owner: management, name: "larkspur-org", bucket: "larkspur-org-trail", key: "arn:aws:kms:us-east-1:" + management + ":key/0a11c0de-0009-4000-8000-000000000001", multi: true, validation: true,
	advanced: []types.AdvancedEventSelector{{Name: new("Management"), FieldSelectors: []types.AdvancedFieldSelector{{Field: new("eventCategory"), Equals: []string{"Management"}}}}},
}

// trails are those that an account is shown: its own, and the organization's.
var trails = map[string][]trail{
	Shop: {
		{owner: Shop, name: "larkspur-trail", bucket: "larkspur-shop-logs", key: "arn:aws:kms:us-east-1:" + Shop + ":key/0a11c0de-0002-4000-8000-000000000001", group: "larkspur-trail", multi: true, validation: true,
			selectors: []types.EventSelector{
				{ReadWriteType: types.ReadWriteTypeAll, IncludeManagementEvents: new(true)},
				{ReadWriteType: types.ReadWriteTypeWriteOnly, IncludeManagementEvents: new(false), DataResources: []types.DataResource{{Type: new("AWS::S3::Object"), Values: []string{"arn:aws:s3"}}}},
			}},
		orgTrail,
	},
	Lab: {
		{owner: Lab, name: "larkspur-lab-trail", bucket: "larkspur-lab-scratch", stopped: true,
			selectors: []types.EventSelector{{ReadWriteType: types.ReadWriteTypeWriteOnly, IncludeManagementEvents: new(true)}}},
		orgTrail,
	},
}

func findTrail(c awsfake.Call, arn *string) (trail, error) {
	for _, t := range trails[c.Account] {
		if *t.arn() == *arn && c.Region == virginia {
			return t, nil
		}
	}
	return trail{}, awsfake.Wrap(400, &types.TrailNotFoundException{})
}

func cloudtrailAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, _ *cloudtrail.DescribeTrailsInput) (*cloudtrail.DescribeTrailsOutput, error) {
		out := &cloudtrail.DescribeTrailsOutput{}
		for _, t := range trails[c.Account] {
			if !t.multi && c.Region != virginia {
				continue
			}
			d := types.Trail{
				Name: &t.name, TrailARN: t.arn(), HomeRegion: new(virginia), S3BucketName: &t.bucket,
				IsMultiRegionTrail: &t.multi, IsOrganizationTrail: new(t.owner == management), IncludeGlobalServiceEvents: new(true),
				LogFileValidationEnabled: &t.validation, HasCustomEventSelectors: new(true), HasInsightSelectors: new(false),
			}
			if t.key != "" {
				d.KmsKeyId = &t.key
			}
			if t.group != "" {
				d.CloudWatchLogsLogGroupArn = new(logGroupARN(place{t.owner, virginia}, t.group) + ":*")
			}
			out.TrailList = append(out.TrailList, d)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *cloudtrail.GetTrailStatusInput) (*cloudtrail.GetTrailStatusOutput, error) {
		t, err := findTrail(c, in.Name)
		return &cloudtrail.GetTrailStatusOutput{IsLogging: new(!t.stopped), LatestDeliveryTime: daysAgo(0)}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *cloudtrail.GetEventSelectorsInput) (*cloudtrail.GetEventSelectorsOutput, error) {
		t, err := findTrail(c, in.TrailName)
		return &cloudtrail.GetEventSelectorsOutput{TrailARN: t.arn(), EventSelectors: t.selectors, AdvancedEventSelectors: t.advanced}, err
	})
}
