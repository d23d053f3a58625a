package iam

import (
	"slices"

	"demarc/checks"
	"demarc/checks/gcp/guarded"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/orgpolicy"
)

// DefaultServiceAccountEditor asks that default service accounts hold no basic
// role.
var DefaultServiceAccountEditor = &checks.Check{
	ID:       "gcp-iam-default-service-account-no-basic-roles",
	Title:    "Default service accounts do not hold Owner or Editor",
	Why:      "Every machine and application that was made without naming a service account runs as the default one; with Editor, code on any of them can change the whole project.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix:      fixes("project", "the default service accounts with Editor", "roles/editor", "serviceAccount:<number>-compute@developer.gserviceaccount.com", "roles/logging.logWriter", "serviceAccount:<number>-compute@developer.gserviceaccount.com"),
	Link:     "https://cloud.google.com/iam/docs/service-account-types#default",
	Needs:    slices.Concat(needsProject, guarded.Needs),
	Run: onProject(func(p *checks.Probe, policy *iam.Policy) {
		var who []string
		for _, g := range grantsOf(p, policy) {
			if email, ok := iam.AccountIn(g.member); ok && iam.Default(email) && basic(g.role) {
				who = append(who, g.String())
			}
		}
		if len(who) > 0 {
			slices.Sort(who)
			p.Evidence("grants", who)
			guarded.Failf(p, orgpolicy.NoAutomaticGrants, checks.Medium, "keeps new ones from getting it by themselves", "basic roles of default service accounts: %s", few(who))
		}
	}),
}
