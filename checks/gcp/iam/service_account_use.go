package iam

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/iam"
)

const useWhy = "Whoever may act as every service account of the project has whatever any of them has, those that are yet to be made too."

var actingRoles = []string{"roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator"}

// acting is for all members but Google's own agents, which are granted such
// roles in order to run what the customer set up.
func acting(g grant) bool {
	email, program := iam.AccountIn(g.member)
	return slices.Contains(actingRoles, g.role) && !(program && iam.Agent(email))
}

// ProjectServiceAccountUse asks that acting as a service account be granted on
// single ones.
var ProjectServiceAccountUse = &checks.Check{
	ID:       "gcp-iam-project-no-service-account-roles",
	Title:    "Acting as service accounts is not granted for the whole project",
	Why:      useWhy,
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM & Admin > IAM > Service Account User, Service Account Token Creator: Remove; then Service Accounts > the one that is needed > Principals with access > Grant access.",
		CLI:       "gcloud iam service-accounts add-iam-policy-binding <service account> --role=roles/iam.serviceAccountUser --member=group:<group> && " + revoke("project", "roles/iam.serviceAccountUser", "group:<group>"),
		Terraform: "resource \"google_service_account_iam_member\" \"example\" {\n  service_account_id = \"<service account>\"\n  role               = \"roles/iam.serviceAccountUser\"\n  member             = \"group:<group>\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.7"}},
	Aliases:  []string{"prowler:iam_no_service_roles_at_project_level"},
	Link:     "https://cloud.google.com/iam/docs/service-account-permissions",
	Needs:    needsProject,
	Run:      onProject(without("acting as every service account is granted", acting)),
}

// OrganizationServiceAccountUse asks the same above projects.
var OrganizationServiceAccountUse = &checks.Check{
	ID:       "gcp-iam-organization-no-service-account-roles",
	Title:    "Acting as service accounts is not granted for the organization or a folder",
	Why:      useWhy + " Granted above projects, that is so in every one of them.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM & Admin > IAM > choose the organization or folder > Service Account User, Service Account Token Creator: Remove; then grant them on the single service accounts.",
		CLI:       revoke("organization", "roles/iam.serviceAccountTokenCreator", "group:<group>"),
		Terraform: "resource \"google_service_account_iam_member\" \"example\" {\n  service_account_id = \"<service account>\"\n  role               = \"roles/iam.serviceAccountTokenCreator\"\n  member             = \"group:<group>\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.7"}},
	Aliases:  []string{"prowler:iam_no_service_roles_at_project_level"},
	Link:     "https://cloud.google.com/iam/docs/service-account-permissions",
	Needs:    needsAbove,
	Run:      onAbove(without("acting as every service account is granted", acting)),
}
