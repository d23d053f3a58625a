package cloudtrail

import (
	"fmt"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

// S3WriteEvents asks that each change of an object be logged.
var S3WriteEvents = dataEvents(checks.Check{
	ID:       "aws-cloudtrail-s3-write-data-events",
	Title:    "A trail logs the writing data events of every S3 bucket, present and future",
	Why:      "Management events tell of buckets, not of objects: without data events nobody can say who replaced or deleted one.",
	Severity: checks.Medium,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.8"}},
	Aliases:  []string{"prowler:cloudtrail_s3_dataevents_write_enabled", "securityhub:S3.22"},
}, "AWS::S3::Object", "arn:aws:s3", "write")

// S3ReadEvents asks that each reading of an object be logged.
var S3ReadEvents = dataEvents(checks.Check{
	ID:       "aws-cloudtrail-s3-read-data-events",
	Title:    "A trail logs the reading data events of every S3 bucket, present and future",
	Why:      "Without data events nobody can say which objects were read, which is what has to be reported after a leak.",
	Severity: checks.Medium,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.9"}},
	Aliases:  []string{"prowler:cloudtrail_s3_dataevents_read_enabled", "securityhub:S3.23"},
}, "AWS::S3::Object", "arn:aws:s3", "read")

// LambdaDataEvents asks that each invocation of a function be logged.
var LambdaDataEvents = dataEvents(checks.Check{
	ID:       "aws-cloudtrail-lambda-data-events",
	Title:    "A trail logs the invocations of every Lambda function, present and future",
	Why:      "Invocations are data events: without them nobody can say who called a function, or that one was called at all.",
	Severity: checks.Low,
	Aliases:  []string{"prowler:awslambda_function_invoke_api_operations_cloudtrail_logging_enabled"},
}, "AWS::Lambda::Function", "arn:aws:lambda", "write")

// dataEvents makes the check that a trail of every region logs the data events
// of a kind of resource. Lambda counts an invocation among the writes.
func dataEvents(c checks.Check, resource, prefix, kind string) *checks.Check {
	c.Area = checks.Logging
	c.Fix = checks.Fix{
		Console:   "CloudTrail > Trails > the trail > Data events > Edit > Add data event type: the resource type, with the log selector template *Log all events*.",
		CLI:       fmt.Sprintf("aws cloudtrail put-event-selectors --trail-name <trail> --advanced-event-selectors '[{\"Name\":\"Management\",\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[\"Management\"]}]},{\"Name\":\"Data\",\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[\"Data\"]},{\"Field\":\"resources.type\",\"Equals\":[\"%s\"]}]}]'", resource),
		Terraform: fmt.Sprintf("resource \"aws_cloudtrail\" \"example\" {\n  name                  = \"example\"\n  s3_bucket_name        = aws_s3_bucket.trail.id\n  is_multi_region_trail = true\n\n  event_selector {\n    read_write_type           = \"All\"\n    include_management_events = true\n\n    data_resource {\n      type   = \"%s\"\n      values = [\"%s\"]\n    }\n  }\n}", resource, prefix),
	}
	c.Link = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"
	c.Needs = []inventory.Source{cloudtrail.TrailStatus, cloudtrail.TrailSelectors}
	c.Run = checks.Account(func(p *checks.Probe) {
		found, names := some(p, cloudtrail.Everywhere, func(t *cloudtrail.Trail) inventory.Known[bool] {
			return inventory.And(t.Logging(), inventory.Map(t.Selectors, func(s cloudtrail.Selectors) bool {
				reads, writes := s.AllData(resource, prefix)
				return kind == "read" && reads || kind == "write" && writes
			}))
		})
		if !found {
			p.Evidence("multiRegionTrails", names)
			p.Absentf("no trail that is switched on logs the %s data events of all %s resources in every region", kind, resource)
		}
	})
	return &c
}
