package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterEvents asks that somebody be told of critical events of clusters.
var ClusterEvents = &checks.Check{
	ID:       "aws-rds-cluster-event-subscription",
	Title:    "RDS event subscriptions report critical events of clusters",
	Why:      "Nobody looks at a console for faults that come at night. Who is told of them at once can act before the data or the service is gone.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Event subscriptions > Create event subscription: source type Clusters, all of them, categories maintenance, failure.",
		CLI:       "aws rds create-event-subscription --subscription-name <name> --sns-topic-arn <topic-arn> --source-type db-cluster --event-categories \"maintenance\" \"failure\" --enabled",
		Terraform: "resource \"aws_db_event_subscription\" \"example\" {\n  name             = \"db-cluster\"\n  sns_topic        = aws_sns_topic.alerts.arn\n  source_type      = \"db-cluster\"\n  event_categories = [\"maintenance\", \"failure\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.19"}},
	Aliases:  []string{"prowler:rds_cluster_critical_event_subscription", "securityhub:RDS.19"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html",
	Params:   []*checks.Param{clusterEventsCategories},
	Needs:    []inventory.Source{rds.EventSubscriptions, rds.DBClusters},
	Run: checks.Regions(func(p *checks.Probe) {
		notified(p, "db-cluster", p.Strings(clusterEventsCategories), func(p *checks.Probe) (names []string) {
			for c := range rds.DBClusters.In(p.Inv, p, p.Region) {
				names = append(names, c.ID)
			}
			return names
		})
	}),
}

var clusterEventsCategories = &checks.Param{Name: "categories", Default: []string{"maintenance", "failure"}, Source: "AWS FSBP, RDS.19"}
