package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// SecurityGroupEvents asks that somebody be told of changes of DB security groups.
var SecurityGroupEvents = &checks.Check{
	ID:       "aws-rds-security-group-event-subscription",
	Title:    "RDS event subscriptions report changes of DB security groups",
	Why:      "Nobody looks at a console for faults that come at night. Who is told of them at once can act before the data or the service is gone.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Event subscriptions > Create event subscription: source type Security groups, all of them, categories configuration change, failure.",
		CLI:       "aws rds create-event-subscription --subscription-name <name> --sns-topic-arn <topic-arn> --source-type db-security-group --event-categories \"configuration change\" \"failure\" --enabled",
		Terraform: "resource \"aws_db_event_subscription\" \"example\" {\n  name             = \"db-security-group\"\n  sns_topic        = aws_sns_topic.alerts.arn\n  source_type      = \"db-security-group\"\n  event_categories = [\"configuration change\", \"failure\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.22"}},
	Aliases:  []string{"prowler:rds_instance_event_subscription_security_groups", "securityhub:RDS.22"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html",
	Params:   []*checks.Param{securityGroupEventsCategories},
	Needs:    []inventory.Source{rds.EventSubscriptions, rds.DBInstances},
	Run: checks.Regions(func(p *checks.Probe) {
		notified(p, "db-security-group", p.Strings(securityGroupEventsCategories), func(p *checks.Probe) (names []string) {
			for range rds.DBInstances.In(p.Inv, p, p.Region) {
				return []string{"any DB security group"}
			}
			return nil
		})
	}),
}

var securityGroupEventsCategories = &checks.Param{Name: "categories", Default: []string{"configuration change", "failure"}, Source: "AWS FSBP, RDS.22"}
