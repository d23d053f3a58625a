package aws

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
)

// Manual lists the controls that no API can answer, so that nothing is missing
// from a framework's list, and those of the shared-responsibility model that
// only people can answer for.
var Manual = slices.Concat(ofBenchmark, checks.General("aws", "AWS", "AWS Artifact", false))

var ofBenchmark = []*checks.Control{
	{
		ID:       "aws-manual-organizational-units",
		Title:    "Organizational units follow environments and the sensitivity of data",
		Reason:   "the API tells which units there are, not which environment an account belongs to or how sensitive its data is",
		How:      "Compare the tree of organizational units with the list of accounts and their owners: production apart from development, sensitive data apart from the rest, policies attached to units and not to single accounts.",
		Severity: checks.Low, Area: checks.Configuration,
		Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.1.4"}},
	},
	{
		ID:       "aws-manual-contact-details-current",
		Title:    "The account's contact details are current and reach more than one person",
		Reason:   "the API tells whether details are registered, not whether anyone answers",
		How:      "Send a message to each registered address, call each number, and see that more than one person is reached.",
		Severity: checks.Medium, Area: checks.Response,
		Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.2"}},
	},
	{
		ID:       "aws-manual-service-endpoints",
		Title:    "The services that workloads use are reached through VPC endpoints",
		Reason:   "the API tells which endpoints a network has, not which services its workloads call",
		How:      "List the AWS services that each network's workloads call (flow logs and CloudTrail tell), and compare with its endpoints. The checks aws-ec2-endpoint-* look at those that most networks need.",
		Severity: checks.Low, Area: checks.Network,
		Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.8"}},
	},
}
