package compute

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceDefaultServiceAccount asks that instances have identities of their own.
var InstanceDefaultServiceAccount = &checks.Check{
	ID:       "gcp-compute-instance-default-service-account",
	Title:    "Instances do not run as the default service account",
	Why:      "The default service account is shared by all that runs in the project and often holds the role Editor: whoever takes one machine has the project.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Stop, then Edit > Identity and API access > Service account: one made for its task, with the roles that it needs.",
		CLI:       "gcloud compute instances set-service-account <instance> --zone=<zone> --service-account=<account>@<project>.iam.gserviceaccount.com --scopes=cloud-platform",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  service_account {\n    email  = google_service_account.example.email\n    scopes = [\"cloud-platform\"]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.1"}},
	Aliases:  []string{"prowler:compute_instance_default_service_account_in_use"},
	Link:     "https://cloud.google.com/compute/docs/access/service-accounts",
	Needs:    []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		accounts, ok := i.ServiceAccounts.Get(p)
		if !ok {
			return
		}
		for _, a := range accounts {
			if isDefault(a.Email) && !partOf(p, i, "its node pool sets the identity", "GKE") {
				p.Evidence("serviceAccount", a.Email)
				p.Failf("runs as %s, the default service account", a.Email)
			}
		}
	}),
}
