package events

import (
	"demarc/checks"
	"demarc/providers/aws/events"
	"demarc/providers/inventory"
)

// EndpointReplication asks that the second region have the events.
var EndpointReplication = &checks.Check{
	ID:       "aws-events-endpoint-replication",
	Title:    "Global endpoints of EventBridge replicate events",
	Why:      "Without replication, events that were under way when a region failed are lost, and the endpoint does not come back to the first region by itself.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Amazon EventBridge > Global endpoints > the endpoint > Edit > Event replication: enabled.",
		CLI:       "aws events update-endpoint --name <endpoint> --replication-config State=ENABLED --role-arn <role-arn>",
		Terraform: "resource \"aws_cloudwatch_event_endpoint\" \"example\" {\n  name     = \"example\"\n  role_arn = aws_iam_role.replication.arn\n\n  event_bus {\n    event_bus_arn = aws_cloudwatch_event_bus.primary.arn\n  }\n\n  event_bus {\n    event_bus_arn = aws_cloudwatch_event_bus.secondary.arn\n  }\n\n  replication_config {\n    state = \"ENABLED\"\n  }\n\n  routing_config {\n    failover_config {\n      primary {\n        health_check = aws_route53_health_check.primary.arn\n      }\n\n      secondary {\n        route = \"us-west-2\"\n      }\n    }\n  }\n}",
	},
	Aliases: []string{"prowler:eventbridge_global_endpoint_event_replication_enabled", "securityhub:EventBridge.4"},
	Link:    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html",
	Needs:   []inventory.Source{events.Endpoints},
	Run: checks.Each(events.Endpoints, func(p *checks.Probe, e *events.Endpoint) {
		state, ok := e.State.Get(p)
		if ok && state == "DELETING" {
			p.Skipf("the endpoint is being deleted")
			return
		}
		if on, known := e.Replication.Get(p); ok && known && !on {
			p.Evidence("replication", "DISABLED")
			p.Failf("event replication is off")
		}
	}),
}
