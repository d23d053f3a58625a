package cloudtrail

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/cloudtrail"
	"github.com/aws/aws-sdk-go-v2/service/cloudtrail/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

const (
	ownTrail  = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/own"
	orgTrail  = "arn:aws:cloudtrail:us-east-1:999988887777:trail/org"
	goneTrail = "arn:aws:cloudtrail:us-east-1:111122223333:trail/gone"
)

// One trail is one row, asked at home, whichever region showed it; a trail of
// the organization's is not the account's own.
func TestTrails(t *testing.T) {
	var e awsfake.Estate
	e.CountCalls()
	trail := func(name, arn, home string) types.Trail {
		return types.Trail{Name: &name, TrailARN: &arn, HomeRegion: &home, IsMultiRegionTrail: new(true), LogFileValidationEnabled: new(true), HasInsightSelectors: new(false)}
	}
	awsfake.On(&e, func(c awsfake.Call, in *cloudtrail.DescribeTrailsInput) (*cloudtrail.DescribeTrailsOutput, error) {
		if in.IncludeShadowTrails == nil || !*in.IncludeShadowTrails {
			t.Error("asked without shadow trails")
		}
		out := &cloudtrail.DescribeTrailsOutput{TrailList: []types.Trail{trail("own", ownTrail, "eu-central-1"), trail("org", orgTrail, "us-east-1")}}
		if c.Region == "us-east-1" {
			out.TrailList = append(out.TrailList, trail("gone", goneTrail, "us-east-1"))
		}
		return out, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *cloudtrail.GetTrailStatusInput) (*cloudtrail.GetTrailStatusOutput, error) {
		switch *in.Name {
		case orgTrail:
			return nil, awsfake.Wrap(400, &types.TrailNotFoundException{})
		case goneTrail:
			return nil, awsfake.Wrap(400, &types.TrailNotFoundException{})
		}
		if c.Region != "eu-central-1" {
			t.Errorf("asked %s for a trail of eu-central-1", c.Region)
		}
		return &cloudtrail.GetTrailStatusOutput{IsLogging: new(true), LatestDeliveryError: new("NoSuchBucket")}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *cloudtrail.GetEventSelectorsInput) (*cloudtrail.GetEventSelectorsOutput, error) {
		return &cloudtrail.GetEventSelectorsOutput{EventSelectors: []types.EventSelector{{}}}, nil
	})
	inv := awstest.Collect(t, &e, TrailStatus, TrailSelectors)
	rows := awstest.Rows(t, inv, Trails)
	if len(rows) != 2 || inv.Gone() != 1 {
		t.Fatalf("%d rows and %d gone, want 2 and 1", len(rows), inv.Gone())
	}
	if twice := e.Repeated(); len(twice) > 0 {
		t.Errorf("asked twice: %v", twice)
	}
	own, org := rows[0], rows[1]
	if own.Region != "eu-central-1" || own.Account != awstest.Account || org.Account != "999988887777" {
		t.Errorf("rows %+v and %+v", own.Resource, org.Resource)
	}
	if k := awstest.Value(t, own.KMSKeyID); k != "" {
		t.Errorf("a trail without a key has %q", k)
	}
	if s := awstest.Value(t, own.Status); !s.Logging || s.DeliveryError != "NoSuchBucket" {
		t.Errorf("status %+v", s)
	}
	if _, hidden := org.Status.Gap(); !hidden {
		t.Error("what a member is not told of the organization's trail counts as known")
	}
	if v := awstest.Value(t, own.Management("")); !v {
		t.Error("the default selectors do not log all management events")
	}
	var gaps inventory.Gaps
	n := 0
	for range Everywhere(inv, &gaps) {
		n++
	}
	if n != 2 || len(gaps) > 0 {
		t.Errorf("%d trails of every region, gaps %v", n, gaps)
	}
}
