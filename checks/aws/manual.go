package aws

import (
	"demarc/checks"
	"demarc/checks/frameworks"
)

// Manual lists the controls that no API can answer, so that nothing is missing
// from a framework's list, and those of the shared-responsibility model that
// only people can answer for.
var Manual = []*checks.Control{
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
	{
		ID:       "aws-manual-incident-plan",
		Title:    "There is a plan for incidents in the account, and it is tested",
		Reason:   "a plan is a document and an exercise, not a setting",
		How:      "Name the plan, its owner, and the date of the last exercise.",
		Severity: checks.Medium, Area: checks.Response,
	},
	{
		ID:       "aws-manual-restore-tested",
		Title:    "Backups have been restored as a test",
		Reason:   "the API tells that backups exist, not that what is in them can be used",
		How:      "Restore a backup of each kind of data, compare it with its source, and note the date.",
		Severity: checks.Medium, Area: checks.Data,
	},
	{
		ID:       "aws-manual-access-review",
		Title:    "Access to the account is reviewed with the owners of its data",
		Reason:   "whether access is still needed is known to people only",
		How:      "Go through users, roles and their permissions with the owners of the data, at least each quarter, and note what was taken away.",
		Severity: checks.Medium, Area: checks.Identity,
	},
	{
		ID:       "aws-manual-devices",
		Title:    "Devices of administrators are managed and healthy",
		Reason:   "AWS does not see the devices from which the account is administered",
		How:      "Show the inventory of devices, their encryption, their patches and their screen locks, from the tool that manages them.",
		Severity: checks.Medium, Area: checks.Devices,
	},
	{
		ID:       "aws-manual-training",
		Title:    "People who work in the account are trained in its security",
		Reason:   "training is not a setting",
		How:      "Name the training, who took it and when.",
		Severity: checks.Low, Area: checks.Response,
	},
	{
		ID:       "aws-manual-provider-reports",
		Title:    "The provider's audit reports are read and its agreements signed",
		Reason:   "reading is not a setting",
		How:      "Take the current SOC 2 and ISO 27001 reports from AWS Artifact, note who read them and what they leave to the customer; sign the agreements that the data calls for.",
		Severity: checks.Low, Area: checks.Assurance,
	},
}
