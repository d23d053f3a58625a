package rds

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ParameterGroupEvents asks that somebody be told of changes of parameter groups.
var ParameterGroupEvents = &checks.Check{
	ID:       "aws-rds-parameter-group-event-subscription",
	Title:    "RDS event subscriptions report changes of parameter groups",
	Why:      "Nobody looks at a console for faults that come at night. Who is told of them at once can act before the data or the service is gone.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Event subscriptions > Create event subscription: source type Parameter groups, all of them, categories configuration change.",
		CLI:       "aws rds create-event-subscription --subscription-name <name> --sns-topic-arn <topic-arn> --source-type db-parameter-group --event-categories \"configuration change\" --enabled",
		Terraform: "resource \"aws_db_event_subscription\" \"example\" {\n  name             = \"db-parameter-group\"\n  sns_topic        = aws_sns_topic.alerts.arn\n  source_type      = \"db-parameter-group\"\n  event_categories = [\"configuration change\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.21"}},
	Aliases:  []string{"prowler:rds_instance_event_subscription_parameter_groups", "securityhub:RDS.21"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html",
	Params:   []*checks.Param{parameterGroupEventsCategories},
	Needs:    []inventory.Source{rds.EventSubscriptions, rds.DBParameterGroups},
	Run: checks.Regions(func(p *checks.Probe) {
		notified(p, "db-parameter-group", p.Strings(parameterGroupEventsCategories), func(p *checks.Probe) (names []string) {
			for g := range rds.DBParameterGroups.In(p.Inv, p, p.Region) {
				if !strings.HasPrefix(g.ID, "default.") { // those cannot be changed
					names = append(names, g.ID)
				}
			}
			return names
		})
	}),
}

var parameterGroupEventsCategories = &checks.Param{Name: "categories", Default: []string{"configuration change"}, Source: "AWS FSBP, RDS.21"}
