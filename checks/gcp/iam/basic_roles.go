package iam

import (
	"demarc/checks"
	"demarc/providers/gcp/iam"
)

const basicWhy = "Owner and Editor hold thousands of permissions across all services: one account taken is everything changed, or deleted."

// basicRole is for people and groups: service accounts with such roles are the
// matter of checks of their own.
func basicRole(g grant) bool {
	_, program := iam.AccountIn(g.member)
	return !program && (g.role == "roles/owner" || g.role == "roles/editor")
}

// ProjectBasicRoles asks that people have predefined or custom roles.
var ProjectBasicRoles = &checks.Check{
	ID:       "gcp-iam-project-no-basic-roles",
	Title:    "People do not hold Owner or Editor on the project",
	Why:      basicWhy,
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix:      fixes("project", "Owner, Editor", "roles/editor", "user:<user>", "roles/<service>.<role>", "group:<group>"),
	Link:     "https://cloud.google.com/iam/docs/using-iam-securely",
	Needs:    needsProject,
	Run:      onProject(without("basic roles are granted", basicRole)),
}

// OrganizationBasicRoles asks the same above projects.
var OrganizationBasicRoles = &checks.Check{
	ID:       "gcp-iam-organization-no-basic-roles",
	Title:    "People do not hold Owner or Editor on the organization or its folders",
	Why:      basicWhy + " Granted above projects, that is so in every one of them.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix:      fixes("organization", "Owner, Editor", "roles/editor", "user:<user>", "roles/<service>.<role>", "group:<group>"),
	Link:     "https://cloud.google.com/iam/docs/using-iam-securely",
	Needs:    needsAbove,
	Run:      onAbove(without("basic roles are granted", basicRole)),
}
