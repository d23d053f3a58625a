package iam

import "demarc/checks"

const publicWhy = "A role on a whole project, or on all below a folder, is then held by whoever asks, with or without some Google account."

func everybody(g grant) bool {
	return g.member == "allUsers" || g.member == "allAuthenticatedUsers"
}

// ProjectPublic asks that nothing be granted to everybody on a project.
var ProjectPublic = &checks.Check{
	ID:       "gcp-iam-project-not-public",
	Title:    "Nobody unknown holds a role on the project",
	Why:      publicWhy,
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix:      fixes("project", "allUsers, allAuthenticatedUsers", "<role>", "allUsers", "<role>", "group:<group>"),
	Link:     "https://cloud.google.com/iam/docs/overview",
	Needs:    needsProject,
	Run:      onProject(without("granted to everybody", everybody)),
}

// OrganizationPublic asks that nothing be granted to everybody above projects.
var OrganizationPublic = &checks.Check{
	ID:       "gcp-iam-organization-not-public",
	Title:    "Nobody unknown holds a role on the organization or its folders",
	Why:      publicWhy,
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix:      fixes("organization", "allUsers, allAuthenticatedUsers", "<role>", "allUsers", "<role>", "group:<group>"),
	Link:     "https://cloud.google.com/iam/docs/overview",
	Needs:    needsAbove,
	Run:      onAbove(without("granted to everybody", everybody)),
}
