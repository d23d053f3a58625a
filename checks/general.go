package checks

import "strings"

// general are the controls that only people can answer for, whichever the
// provider. PROVIDER stands for its name, REPORTS for where its reports are.
var general = []Control{
	{ID: "incident-plan", Title: "There is a plan for incidents in PROVIDER, with names and numbers", Area: Response, Severity: Medium,
		Reason: "a plan is a document, not a setting", How: "Name the plan, its owner, who is called at night, and where it says how logs and snapshots are kept."},
	{ID: "incident-exercise", Title: "The plan for incidents has been exercised", Area: Response, Severity: Medium,
		Reason: "an exercise is no setting", How: "Name the date of the last exercise, what it showed, and what was changed after it."},
	{ID: "training", Title: "People who work in PROVIDER are trained in its security", Area: Response, Severity: Low,
		Reason: "training is not a setting", How: "Name the training, who took it and when."},
	{ID: "threat-awareness", Title: "Someone follows what attackers do to PROVIDER's customers", Area: Response, Severity: Low,
		Reason: "reading is not a setting", How: "Name the sources (the provider's bulletins among them), who reads them, and how what matters reaches those who act."},
	{ID: "restore-tested", Title: "Backups have been restored as a test", Area: Data, Severity: Medium,
		Reason: "the API tells that backups exist, not that what is in them can be used", How: "Restore a backup of each kind of data, compare it with its source, and note the date."},
	{ID: "data-classified", Title: "Data is classified, and its owners are named", Area: Data, Severity: Medium,
		Reason: "what data means to the organization is known to people only", How: "Show the list of kinds of data, their classes and owners, and that stores carry the class as a tag or a label."},
	{ID: "data-loss", Title: "Loss of data through people and channels is guarded against", Area: Data, Severity: Low,
		Reason: "mail, chat and devices are not in the account", How: "Name the rules and the tool that enforces them, and show an event that was handled."},
	{ID: "access-review", Title: "Access is reviewed with the owners of the data", Area: Identity, Severity: Medium,
		Reason: "whether access is still needed is known to people only", How: "Go through users, roles and their permissions with the owners of the data, at least each quarter, and note what was taken away."},
	{ID: "leavers", Title: "Who leaves loses access the same day", Area: Identity, Severity: Medium,
		Reason: "the API does not know who has left", How: "Compare the last leavers with the day on which their access ended."},
	{ID: "devices", Title: "Devices of administrators are managed and healthy", Area: Devices, Severity: Medium,
		Reason: "the provider does not see the devices from which it is administered", How: "Show the inventory of devices, their encryption, their patches and their screen locks, from the tool that manages them."},
	{ID: "owners", Title: "Every workload has an owner who answers for it", Area: Configuration, Severity: Low,
		Reason: "a tag can name an owner, not make one answer", How: "Compare the inventory with the list of owners; what has none is given one, or removed."},
	{ID: "secure-development", Title: "Code is written and reviewed securely", Area: Application, Severity: Medium,
		Reason: "how code is made is not seen in the account that it runs in", How: "Show the rules for reviews, the scans of code and of dependencies in the pipeline, and a finding that they stopped."},
	{ID: "application-tested", Title: "Applications have been tested by an attacker's hand", Area: Application, Severity: Low,
		Reason: "a test is no setting", How: "Name the last penetration test of each application that is public, and what was mended after it."},
	{ID: "network-plan", Title: "There is a current plan of networks and of what may speak with what", Area: Network, Severity: Low,
		Reason: "the API tells what is, not what was meant", How: "Show the plan, compare it with the rules that there are, and note the date."},
	{ID: "provider-reports", Title: "The provider's audit reports are read", Area: Assurance, Severity: Low,
		Reason: "reading is not a setting", How: "Take the current SOC 2 and ISO 27001 reports from REPORTS, note who read them, and what they leave to the customer."},
	{ID: "agreements", Title: "The agreements that the data calls for are signed with the provider", Area: Assurance, Severity: Medium,
		Reason: "which agreements the data calls for is known to people only", How: "Name the kinds of data that a law binds (a BAA for health data, a DPA for personal data), and the agreement signed for each."},
}

// General returns those controls as one provider's. name is what people call
// it, reports where its audit reports are; once says that it has something
// above its accounts, of which each is asked once.
func General(provider, name, reports string, once bool) (all []*Control) {
	say := strings.NewReplacer("PROVIDER", name, "REPORTS", reports)
	for _, c := range general {
		c.ID = provider + "-manual-" + c.ID
		c.Title, c.How, c.Once = say.Replace(c.Title), say.Replace(c.How), once
		all = append(all, &c)
	}
	return all
}
