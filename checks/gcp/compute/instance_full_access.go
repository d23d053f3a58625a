package compute

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceFullAccess asks that the default service account is not handed out for every API.
var InstanceFullAccess = &checks.Check{
	ID:       "gcp-compute-instance-full-access",
	Title:    "Instances do not have the default service account with access to all APIs",
	Why:      "With the scope cloud-platform nothing but the account's roles limits what its tokens do, and those of the default service account are wide.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Stop, then Edit > Identity and API access: a service account of its own; or Set access for each API.",
		CLI:       "gcloud compute instances set-service-account <instance> --zone=<zone> --service-account=<account>@<project>.iam.gserviceaccount.com --scopes=logging-write,monitoring-write",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  service_account {\n    email  = google_service_account.example.email\n    scopes = [\"logging-write\", \"monitoring-write\"]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.2"}},
	Aliases:  []string{"prowler:compute_instance_default_service_account_in_use_with_full_api_access"},
	Link:     "https://cloud.google.com/compute/docs/access/service-accounts#accesscopesiam",
	Needs:    []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		accounts, ok := i.ServiceAccounts.Get(p)
		if !ok {
			return
		}
		for _, a := range accounts {
			if isDefault(a.Email) && slices.Contains(a.Scopes, "https://www.googleapis.com/auth/cloud-platform") && !partOf(p, i, "its node pool sets the identity", "GKE") {
				p.Evidence("serviceAccount", a.Email)
				p.Evidence("scopes", a.Scopes)
				p.Failf("runs as %s with access to all APIs", a.Email)
			}
		}
	}),
}
