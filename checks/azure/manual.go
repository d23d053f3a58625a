package azure

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
)

// Manual lists the controls that no API can answer, so that nothing is missing
// from a framework's list, and those that only people can answer for.
var Manual = slices.Concat(ofBenchmark, checks.General("azure", "Azure", "the Microsoft Service Trust Portal", true))

var ofBenchmark = []*checks.Control{
	{
		ID:       "azure-manual-databricks-worker-encryption",
		Title:    "Traffic between the workers of a Databricks cluster is encrypted",
		Reason:   "an init script in the workspace's own storage switches it on, which Azure's management API does not show",
		How:      "In each workspace list the clusters that handle sensitive data, and see that the init script for encryption between workers runs on them (Databricks documentation, \"Encrypt traffic between cluster worker nodes\").",
		Severity: checks.Medium, Area: checks.Data,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.3"}},
	},
	{
		ID:       "azure-manual-databricks-directory-sync",
		Title:    "Databricks gets its users and groups from Microsoft Entra ID",
		Reason:   "SCIM provisioning is set up in the Databricks account, which Azure's management API does not show",
		How:      "In the Databricks account console open Settings > User provisioning, and see that automatic identity management or the SCIM connector is on and has no errors.",
		Severity: checks.Medium, Area: checks.Identity,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.4"}},
	},
	{
		ID:       "azure-manual-databricks-access-tokens",
		Title:    "Databricks personal access tokens are few, and expire",
		Reason:   "tokens and their policy are the workspace's own; Azure's management API does not show them",
		How:      "In each workspace open Settings > Advanced > Personal access tokens: who may make them, and their longest life; list those that there are (databricks token-management list).",
		Severity: checks.Medium, Area: checks.Identity,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.6"}},
	},
	{
		ID:       "azure-manual-databricks-groups-reviewed",
		Title:    "The groups of Databricks workspaces are reviewed",
		Reason:   "an API tells who is in a group, not whether anyone has looked at it",
		How:      "Go through the groups of each workspace with the owners of its data, and keep the date and what was changed.",
		Severity: checks.Low, Area: checks.Identity,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.12"}},
	},
	{
		ID:       "azure-manual-device-registration-mfa",
		Title:    "Registering a device takes a second factor",
		Reason:   "the setting is no part of what the directory's stable API gives to a reader",
		How:      "Microsoft Entra admin center > Devices > Device settings: Require multifactor authentication to register or join devices is Yes; or a Conditional Access policy for the user action asks for it.",
		Severity: checks.Medium, Area: checks.Directory, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.1.2"}},
	},
	{
		ID:       "azure-manual-remembered-mfa",
		Title:    "A second factor is not remembered on devices",
		Reason:   "the setting of per-user multifactor authentication has no API",
		How:      "Microsoft Entra admin center > Users > Per-user MFA > Service settings: Allow users to remember multifactor authentication on devices they trust is off.",
		Severity: checks.Medium, Area: checks.Identity, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.1.4"}},
	},
	{
		ID:       "azure-manual-admin-accounts-apart",
		Title:    "Administrators do their daily work with another account",
		Reason:   "no API tells what a person does with an account",
		How:      "Compare the holders of privileged roles with mailboxes and licences: an account for administration has neither, and its sign-ins are to portals of administration.",
		Severity: checks.High, Area: checks.Identity, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.3.1"}},
	},
	{
		ID:       "azure-manual-guests-reviewed",
		Title:    "Guest users are reviewed",
		Reason:   "an API lists guests, not whether anyone has looked at the list",
		How:      "Set up an access review for guests (Identity Governance > Access reviews), or go through the list with those who invited them, and keep the date and what was removed.",
		Severity: checks.Medium, Area: checks.Identity, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.3.2"}},
	},
	{
		ID:       "azure-manual-privileged-roles-reviewed",
		Title:    "Privileged role assignments are reviewed",
		Reason:   "an API lists assignments, not whether anyone has looked at them",
		How:      "Set up access reviews for privileged roles of the directory and of the subscriptions (Privileged Identity Management > Access reviews), or go through them by hand, and keep the date and what was removed.",
		Severity: checks.High, Area: checks.Identity, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.3.4"}},
	},
	{
		ID:       "azure-manual-tenant-creators-reviewed",
		Title:    "Holders of the role Tenant Creator are reviewed",
		Reason:   "an API lists assignments, not whether anyone has looked at them",
		How:      "Microsoft Entra admin center > Roles and administrators > Tenant Creator > Assignments: go through them, and keep the date and what was removed.",
		Severity: checks.Low, Area: checks.Identity, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.3.6"}},
	},
	{
		ID:       "azure-manual-other-roles-reviewed",
		Title:    "Role assignments without privileges are reviewed",
		Reason:   "an API lists assignments, not whether anyone has looked at them",
		How:      "Go through the role assignments of each subscription with the owners of its resources (Access control (IAM) > Role assignments), and keep the date and what was removed.",
		Severity: checks.Low, Area: checks.Identity,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.3.7"}},
	},
	{
		ID:       "azure-manual-resource-logging",
		Title:    "Resource logs are on wherever a service has them",
		Reason:   "which logs of which service are needed is a decision, not a setting",
		How:      "List what has no diagnostic setting (demarc's checks on logging name the services that they look at), and decide for the others. Azure Policy's initiative \"Enable audit category group resource logging\" switches them on.",
		Severity: checks.Medium, Area: checks.Logging,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.4"}},
	},
	{
		ID:       "azure-manual-production-skus",
		Title:    "What is in production runs on SKUs with a service level",
		Reason:   "no API tells which resources are in production",
		How:      "Query Resource Graph for the SKUs Basic, Free and Consumption, and compare with the register of production. The checks on public IP addresses, load balancers and gateways name some.",
		Severity: checks.Low, Area: checks.Configuration,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.5"}},
	},
	{
		ID:       "azure-manual-critical-resources-locked",
		Title:    "What must not be lost carries a resource lock",
		Reason:   "no API tells which resources are critical",
		How:      "Compare the register of critical resources with az lock list. The check azure-storage-delete-lock looks at storage accounts.",
		Severity: checks.Medium, Area: checks.Configuration,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.2"}},
	},
	{
		ID:       "azure-manual-public-addresses-reviewed",
		Title:    "Public IP addresses are reviewed",
		Reason:   "an API lists addresses, not whether each is still wanted",
		How:      "Go through the list of public IP addresses with the owners of what they are attached to, look each up in a scanner of the internet, and keep the date and what was removed.",
		Severity: checks.Medium, Area: checks.Network,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.7"}},
	},
	{
		ID:       "azure-manual-security-perimeter",
		Title:    "Platform services with sensitive data are in a network security perimeter",
		Reason:   "no API tells which services' data is sensitive enough for one",
		How:      "List the platform services that hold sensitive data, and see that each is associated with a network security perimeter in enforced mode (az network perimeter association list).",
		Severity: checks.Low, Area: checks.Network,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.16"}},
	},
	{
		ID:       "azure-manual-storage-alerts-watched",
		Title:    "Someone watches Defender's alerts on storage accounts",
		Reason:   "an API tells that alerts are raised, not that anyone acts",
		How:      "Name who gets the alerts of Defender for Storage and within which time they are looked at, and show an alert that was handled.",
		Severity: checks.Medium, Area: checks.Logging,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.5.2"}},
	},
	{
		ID:       "azure-manual-attack-surface-monitoring",
		Title:    "Defender External Attack Surface Management watches what is known from outside",
		Reason:   "whether the seeds cover the organization's domains and addresses is for its owner to know",
		How:      "Open Defender EASM: the workspace exists, its seeds are complete, and someone goes through what it finds.",
		Severity: checks.Low, Area: checks.Network,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.16"}},
	},
	{
		ID:       "azure-manual-managed-hsm",
		Title:    "A managed HSM holds the keys that must be in one",
		Reason:   "no API tells which keys a rule wants in hardware of one's own",
		How:      "Compare the register of keys and of the rules that bind them with az keyvault list --resource-type hsm.",
		Severity: checks.Low, Area: checks.Data,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.3.10"}},
	},
	{
		ID:       "azure-manual-certificate-validity",
		Title:    "Certificates are valid for a year at most",
		Reason:   "the management API does not show certificates, and demarc does not read the data of vaults",
		How:      "In each vault: az keyvault certificate list, and for each az keyvault certificate show --query policy.x509CertificateProperties.validityInMonths; 12 or less.",
		Severity: checks.Medium, Area: checks.Data,
		Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.3.11"}},
	},
}
