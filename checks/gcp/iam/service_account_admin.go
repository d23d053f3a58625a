package iam

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/iam"
)

const adminWhy = "Whoever runs code as the service account, or finds one of its keys, has the role, without a person who signs in and without a second factor."

func basic(role string) bool { return role == "roles/owner" || role == "roles/editor" }

// mighty reports whether a role is named for administration, as the benchmark
// asks: Owner, Editor, and what has admin in its name.
func mighty(role string) bool {
	return basic(role) || strings.Contains(strings.ToLower(role[strings.LastIndexByte(role, '/')+1:]), "admin")
}

// admins makes a judge of grants to service accounts of the customer. Those
// with Owner or Editor weigh more.
func admins(spare func(grant, string) bool) func(*checks.Probe, *iam.Policy) {
	return func(p *checks.Probe, policy *iam.Policy) {
		failed := failFor(p, "service accounts are administrators", grantsOf(p, policy), func(g grant) bool {
			email, ok := iam.AccountIn(g.member)
			return ok && !iam.Agent(email) && mighty(g.role) && !spare(g, email)
		})
		if len(failed) > 0 && !slices.ContainsFunc(failed, func(g grant) bool { return basic(g.role) }) {
			p.Rank(checks.Medium)
		}
	}
}

// ProjectServiceAccountAdmin asks that programs administer nothing. A default
// service account with a basic role is the matter of another check.
var ProjectServiceAccountAdmin = &checks.Check{
	ID:       "gcp-iam-project-service-account-not-admin",
	Title:    "Service accounts do not administer the project",
	Why:      adminWhy,
	Severity: checks.High,
	Area:     checks.Identity,
	Fix:      fixes("project", "service accounts with an Admin role, Owner or Editor", "roles/owner", "serviceAccount:<service account>", "roles/<service>.<role>", "serviceAccount:<service account>"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.6"}},
	Aliases:  []string{"prowler:iam_sa_no_administrative_privileges"},
	Link:     "https://cloud.google.com/iam/docs/best-practices-service-accounts",
	Needs:    needsProject,
	Run:      onProject(admins(func(g grant, email string) bool { return iam.Default(email) && basic(g.role) })),
}

// OrganizationServiceAccountAdmin asks the same above projects.
var OrganizationServiceAccountAdmin = &checks.Check{
	ID:       "gcp-iam-organization-service-account-not-admin",
	Title:    "Service accounts do not administer the organization or its folders",
	Why:      adminWhy,
	Severity: checks.High,
	Area:     checks.Identity,
	Fix:      fixes("organization", "service accounts with an Admin role, Owner or Editor", "roles/owner", "serviceAccount:<service account>", "roles/<service>.<role>", "serviceAccount:<service account>"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.6"}},
	Aliases:  []string{"prowler:iam_sa_no_administrative_privileges"},
	Link:     "https://cloud.google.com/iam/docs/best-practices-service-accounts",
	Needs:    needsAbove,
	Run:      onAbove(admins(func(grant, string) bool { return false })),
}
