package cloudtrail

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

// FileValidation asks for digests of the log files.
var FileValidation = &checks.Check{
	ID:       "aws-cloudtrail-log-file-validation",
	Title:    "Trails write digests by which their log files can be validated",
	Why:      "Without digests nobody can tell whether a log file was changed or removed after CloudTrail had delivered it.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudTrail > Trails > the trail > General details > Edit > Additional settings > Log file validation: Enabled.",
		CLI:       "aws cloudtrail update-trail --name <trail> --enable-log-file-validation",
		Terraform: "resource \"aws_cloudtrail\" \"example\" {\n  name                       = \"example\"\n  s3_bucket_name             = aws_s3_bucket.trail.id\n  enable_log_file_validation = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.2"}, frameworks.FSBP: {"CloudTrail.4"}},
	Aliases:  []string{"prowler:cloudtrail_log_file_validation_enabled", "securityhub:CloudTrail.4"},
	Link:     "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html",
	Needs:    []inventory.Source{cloudtrail.Trails},
	Run: checks.Each(cloudtrail.Trails, func(p *checks.Probe, t *cloudtrail.Trail) {
		if on, ok := t.FileValidation.Get(p); ok && !on {
			p.Evidence("logFileValidationEnabled", false)
			p.Failf("log file validation is off")
		}
	}),
}
