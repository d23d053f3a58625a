package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceEvents asks that somebody be told of critical events of instances.
var InstanceEvents = &checks.Check{
	ID:       "aws-rds-instance-event-subscription",
	Title:    "RDS event subscriptions report critical events of instances",
	Why:      "Nobody looks at a console for faults that come at night. Who is told of them at once can act before the data or the service is gone.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Event subscriptions > Create event subscription: source type Instances, all of them, categories maintenance, configuration change, failure.",
		CLI:       "aws rds create-event-subscription --subscription-name <name> --sns-topic-arn <topic-arn> --source-type db-instance --event-categories \"maintenance\" \"configuration change\" \"failure\" --enabled",
		Terraform: "resource \"aws_db_event_subscription\" \"example\" {\n  name             = \"db-instance\"\n  sns_topic        = aws_sns_topic.alerts.arn\n  source_type      = \"db-instance\"\n  event_categories = [\"maintenance\", \"configuration change\", \"failure\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.20"}},
	Aliases:  []string{"prowler:rds_instance_critical_event_subscription", "securityhub:RDS.20"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html",
	Params:   []*checks.Param{instanceEventsCategories},
	Needs:    []inventory.Source{rds.EventSubscriptions, rds.DBInstances},
	Run: checks.Regions(func(p *checks.Probe) {
		notified(p, "db-instance", p.Strings(instanceEventsCategories), func(p *checks.Probe) (names []string) {
			for d := range rds.DBInstances.In(p.Inv, p, p.Region) {
				names = append(names, d.ID)
			}
			return names
		})
	}),
}

var instanceEventsCategories = &checks.Param{Name: "categories", Default: []string{"maintenance", "configuration change", "failure"}, Source: "AWS FSBP, RDS.20"}
