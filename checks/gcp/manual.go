package gcp

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
)

// Manual lists the controls that no API can answer, so that nothing is missing
// from a framework's list, and those that only people can answer for.
var Manual = slices.Concat(ofBenchmark, checks.General("gcp", "Google Cloud", "the Compliance Reports Manager", true))

var ofBenchmark = []*checks.Control{
	{
		ID:       "gcp-manual-super-admin-address",
		Title:    "The address of a super administrator reaches more than one person",
		Reason:   "Cloud Identity's accounts are outside Google Cloud's own APIs",
		How:      "Google Admin console > Account > Admin roles > Super Admin: each address is a group's or a shared mailbox, and recovery addresses are too.",
		Severity: checks.Medium, Area: checks.Identity, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.1.1"}},
	},
	{
		ID:       "gcp-manual-super-admin-apart",
		Title:    "Super administrators do not administer Google Cloud",
		Reason:   "what a person does with an account is not a setting",
		How:      "Compare the super administrators (Google Admin console > Account > Admin roles) with the Admin Activity logs of the last months: none of them appears, and Organization Administrator is held by others.",
		Severity: checks.High, Area: checks.Identity, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.1.2"}},
	},
	{
		ID:       "gcp-manual-folder-structure",
		Title:    "Folders follow environments and the sensitivity of data",
		Reason:   "the API tells which folders there are, not which environment a project belongs to or how sensitive its data is",
		How:      "Compare the tree of folders with the list of projects and their owners: production apart from the rest, sensitive data apart, policies on folders and not on single projects.",
		Severity: checks.Low, Area: checks.Configuration, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.1.3"}},
	},
	{
		ID:       "gcp-manual-constraints-chosen",
		Title:    "Organization policies hold what the organization has decided",
		Reason:   "which constraints an organization needs is a decision; the checks gcp-orgpolicy-* look at those that most need",
		How:      "Go through the list of constraints (gcloud org-policies list --organization), and note which are wanted, which are set, and why others are not.",
		Severity: checks.Medium, Area: checks.Directory, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.1.4"}},
	},
	{
		ID:       "gcp-manual-second-factor",
		Title:    "Every person signs in with a second factor",
		Reason:   "2-Step Verification is a setting of Cloud Identity or Google Workspace, which Google Cloud's APIs do not show",
		How:      "Google Admin console > Security > Authentication > 2-step verification: enforced for all organizational units; Reports > User reports > Security names those without.",
		Severity: checks.High, Area: checks.Identity, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.3"}},
	},
	{
		ID:       "gcp-manual-admin-security-keys",
		Title:    "Administrators sign in with security keys",
		Reason:   "the methods that are allowed are a setting of Cloud Identity or Google Workspace",
		How:      "Google Admin console > Security > Authentication > 2-step verification, for the unit or group of administrators: only security key.",
		Severity: checks.High, Area: checks.Identity, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.4"}},
	},
	{
		ID:       "gcp-manual-workspace-data-sharing",
		Title:    "Audit data of Cloud Identity is shared with Google Cloud",
		Reason:   "the switch is in the Admin console alone",
		How:      "Google Admin console > Account > Account settings > Legal and compliance > Sharing options: enabled; then admin and login audit logs appear in the organization's logs.",
		Severity: checks.Medium, Area: checks.Logging, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.2"}},
	},
	{
		ID:       "gcp-manual-access-transparency",
		Title:    "Access Transparency is on",
		Reason:   "its state is shown in the console alone",
		How:      "Google Cloud console > IAM & Admin > Settings, in the organization: Access Transparency is enabled.",
		Severity: checks.Low, Area: checks.Logging, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.15"}},
	},
	{
		ID:       "gcp-manual-service-perimeter",
		Title:    "Services with sensitive data are inside a VPC Service Controls perimeter",
		Reason:   "no API tells which projects' data is sensitive enough for one",
		How:      "List the perimeters (gcloud access-context-manager perimeters list) and compare them with the projects that hold sensitive data; dry run alone does not count.",
		Severity: checks.Medium, Area: checks.Network, Once: true,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.8"}},
	},
	{
		ID:       "gcp-manual-private-google-apis",
		Title:    "Google's APIs are reached through Private Service Connect",
		Reason:   "the API tells which endpoints a network has, not which APIs its workloads call",
		How:      "For each network list the endpoints (gcloud compute forwarding-rules list --filter=target~apis) and see that DNS points to them.",
		Severity: checks.Low, Area: checks.Network,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.9"}},
	},
	{
		ID:       "gcp-manual-identity-aware-proxy",
		Title:    "What is behind Identity-Aware Proxy is reached through it alone",
		Reason:   "which applications are meant to be behind the proxy is known to people only",
		How:      "For each application behind the proxy see that firewall rules admit 130.211.0.0/22 and 35.191.0.0/16 alone (and 35.235.240.0/20 for TCP forwarding), and that it checks the signed header.",
		Severity: checks.Medium, Area: checks.Network,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.12"}},
	},
	{
		ID:       "gcp-manual-app-engine-https",
		Title:    "App Engine applications redirect to HTTPS",
		Reason:   "the setting is in each application's app.yaml",
		How:      "For each application: every handler of app.yaml has secure: always, and a request over HTTP is redirected.",
		Severity: checks.Medium, Area: checks.Data,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.10"}},
	},
	{
		ID:       "gcp-manual-machine-updates",
		Title:    "Machines have the current updates of their system",
		Reason:   "what a machine has installed is known to its agent; VM Manager is not read",
		How:      "Google Cloud console > Compute Engine > VM Manager > Patch: every machine is reported, and none lacks critical updates.",
		Severity: checks.Medium, Area: checks.OS,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.12"}},
	},
	{
		ID:       "gcp-manual-mysql-administrators",
		Title:    "No one connects to MySQL as an administrator from everywhere",
		Reason:   "users and their hosts are in the database, which demarc does not enter",
		How:      "For each MySQL instance: gcloud sql users list --instance <instance>; no administrator has the host %, and each has a strong password.",
		Severity: checks.High, Area: checks.Identity,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.1.1"}},
	},
	{
		ID:       "gcp-manual-bigquery-classified",
		Title:    "Data in BigQuery is classified",
		Reason:   "what data means to the organization is known to people only",
		How:      "See that Sensitive Data Protection's discovery covers the datasets, and that someone has gone through its profiles.",
		Severity: checks.Medium, Area: checks.Data,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"7.4"}},
	},
	{
		ID:       "gcp-manual-function-secrets",
		Title:    "Functions get their secrets from Secret Manager, and not from environment variables",
		Reason:   "demarc does not read the values of environment variables, and whether one is a secret is for people to say",
		How:      "Go through the environment variables of each function (gcloud functions describe), move what is a secret to Secret Manager, and renew it.",
		Severity: checks.High, Area: checks.Application,
		Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.18"}},
	},
}
