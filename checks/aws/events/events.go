// Package events holds the checks of Amazon EventBridge, one to a file.
package events

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	BusCrossAccount,
	BusPolicy,
	BusPublic,
	EndpointReplication,
}

// busPolicyFix is how the policy of a bus is set.
var busPolicyFix = checks.Fix{
	Console:   "Amazon EventBridge > Event buses > the bus > Permissions > Manage permissions: name the accounts that may send events.",
	CLI:       "aws events put-permission --event-bus-name <bus> --policy file://<policy-file>",
	Terraform: "resource \"aws_cloudwatch_event_bus_policy\" \"example\" {\n  event_bus_name = aws_cloudwatch_event_bus.example.name\n  policy         = data.aws_iam_policy_document.example.json\n}",
}
