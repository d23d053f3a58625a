package iam

import (
	"demarc/checks"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

// ServiceAccountUsed asks that there be no service accounts without a use.
var ServiceAccountUsed = &checks.Check{
	ID:       "gcp-iam-service-account-used",
	Title:    "Service accounts are in use",
	Why:      "Roles of an account that nobody uses serve an attacker alone, and nobody notices when it signs in.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM & Admin > Service Accounts > the service account > Disable service account; delete it when nothing has broken.",
		CLI:       "gcloud iam service-accounts disable <service account>",
		Terraform: "resource \"google_service_account\" \"example\" {\n  account_id = \"<service account>\"\n  disabled   = true\n}",
	},
	Aliases: []string{"prowler:iam_service_account_unused"},
	Link:    "https://cloud.google.com/iam/docs/service-account-monitoring",
	Params:  []*checks.Param{idleDays},
	Needs:   []inventory.Source{iam.ServiceAccounts, iam.AccountUse},
	Run: checks.Each(iam.ServiceAccounts, func(p *checks.Probe, a *iam.ServiceAccount) {
		off, ok := a.Disabled.Get(p)
		switch {
		case ok && off:
			p.Skipf("the service account is disabled")
		case ok:
			unused(p, a.LastUsed, "service account")
		}
	}),
}

// ServiceAccountPublic asks that not everybody may act as a service account.
var ServiceAccountPublic = &checks.Check{
	ID:       "gcp-iam-service-account-not-public",
	Title:    "Nobody unknown may act as the service account",
	Why:      "A role on a service account that everybody holds, such as Token Creator, gives its access to the world.",
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM & Admin > Service Accounts > the service account > Principals with access > allUsers, allAuthenticatedUsers: Remove.",
		CLI:       "gcloud iam service-accounts remove-iam-policy-binding <service account> --member=allUsers --role=<role>",
		Terraform: "resource \"google_service_account_iam_binding\" \"example\" {\n  service_account_id = \"<service account>\"\n  role               = \"roles/iam.serviceAccountTokenCreator\"\n  members            = [\"group:<group>\"]\n}",
	},
	Link:  "https://cloud.google.com/iam/docs/service-account-permissions",
	Needs: []inventory.Source{iam.ServiceAccounts, iam.Policies},
	Run: checks.Each(iam.ServiceAccounts, func(p *checks.Probe, a *iam.ServiceAccount) {
		policy, ok := iam.Of(p.Inv, a.Full).Get(p)
		if !ok || policy == nil {
			return
		}
		if b, who, public := policy.Public(p); public {
			p.Evidence("role", b.Role)
			p.Evidence("member", who)
			p.Failf("%s is granted on it", grant{b.Role, who, b.Condition})
		}
	}),
}
