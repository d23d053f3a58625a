package cloudfront

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// DistributionLogging asks for standard logs, by whichever of the two ways.
var DistributionLogging = &checks.Check{
	ID:       "aws-cloudfront-distribution-logging",
	Title:    "CloudFront distributions write access logs",
	Why:      "The edge answers most requests itself, so the origin's logs do not show them. Without access logs nobody can say who asked for what.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > Logging > Add: a destination for standard logs (v2).",
		CLI:       "aws logs create-delivery --region us-east-1 --delivery-source-name <source-of-the-distribution> --delivery-destination-arn <destination-arn>",
		Terraform: "resource \"aws_cloudwatch_log_delivery\" \"example\" {\n  delivery_source_name     = aws_cloudwatch_log_delivery_source.example.name\n  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.example.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.10"}, frameworks.FSBP: {"CloudFront.5"}},
	Aliases:  []string{"prowler:cloudfront_distributions_logging_enabled", "securityhub:CloudFront.5"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html",
	Needs:    []inventory.Source{cloudfront.DistributionConfig, cloudfront.DistributionDeliveries},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		logs, ok := inventory.Or(
			inventory.Map(d.Config, func(c cloudfront.Config) bool { return c.LogBucket != "" }),
			inventory.Map(d.Deliveries, func(to []string) bool { return len(to) > 0 }),
		).Get(p)
		if ok && !logs {
			p.Evidence("legacyLogging", false)
			p.Evidence("deliveries", 0)
			p.Failf("neither standard logging (legacy) nor a delivery of standard logs (v2) is set up")
		}
	}),
}
