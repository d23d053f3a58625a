package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

func TestDataEvents(t *testing.T) {
	for _, c := range []*checks.Check{S3WriteEvents, S3ReadEvents, LambdaDataEvents} {
		t.Run(c.ID, func(t *testing.T) {
			checktest.Run(t, c, []checktest.Case{
				{Name: "all", Have: trails(good("a", noData), good("b")), Want: []checks.Verdict{checks.Pass}},
				{Name: "none", Have: trails(good("a", noData)), Want: []checks.Verdict{checks.Fail}},
				{Name: "one region", Have: trails(good("a", oneRegion)), Want: []checks.Verdict{checks.Fail}},
				{Name: "stopped", Have: trails(good("a", stopped)), Want: []checks.Verdict{checks.Fail}},
				{Name: "selectors hidden", Have: trails(good("a", darkSelectors)), Want: []checks.Verdict{checks.Unknown}},
			})
		})
	}
}

// Reads and writes are told apart.
func TestDataEventsByKind(t *testing.T) {
	writes := func(t *cloudtrail.Trail) {
		t.Selectors = inventory.Of(cloudtrail.Selectors{Basic: []cloudtrail.BasicSelector{{ReadWrite: "WriteOnly", Data: []cloudtrail.DataResource{{Type: "AWS::S3::Object", Values: []string{"arn:aws:s3:::"}}}}}})
	}
	for c, want := range map[*checks.Check]checks.Verdict{S3WriteEvents: checks.Pass, S3ReadEvents: checks.Fail, LambdaDataEvents: checks.Fail} {
		checks.Evaluate(c, trails(good("a", writes)), nil, func(r checks.Result) {
			if r.Verdict != want {
				t.Errorf("%s: %s, want %s", c.ID, r.Verdict, want)
			}
		})
	}
}
