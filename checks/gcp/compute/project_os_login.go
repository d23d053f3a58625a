package compute

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/guarded"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

// ProjectOSLogin asks that IAM decides who logs in to machines.
var ProjectOSLogin = &checks.Check{
	ID:       "gcp-compute-project-os-login",
	Title:    "OS Login is on for the project",
	Why:      "Without it, keys in metadata say who logs in: nobody takes them away when a person leaves, and IAM does not see them.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Compute Engine > Settings > Metadata > Edit: enable-oslogin, TRUE.",
		CLI:       "gcloud compute project-info add-metadata --metadata=enable-oslogin=TRUE",
		Terraform: "resource \"google_compute_project_metadata_item\" \"example\" {\n  key   = \"enable-oslogin\"\n  value = \"TRUE\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.4"}},
	Aliases:  []string{"prowler:compute_project_os_login_enabled"},
	Link:     "https://cloud.google.com/compute/docs/oslogin/set-up-oslogin",
	Needs:    append([]inventory.Source{compute.Projects}, guarded.Needs...),
	Run: checks.Each(compute.Projects, func(p *checks.Probe, r *compute.Project) {
		if s, ok := r.Metadata.OSLogin.Get(p); ok && s != compute.On {
			p.Evidence("enable-oslogin", string(s))
			guarded.Failf(p, orgpolicy.RequireOSLogin, checks.Low, "keeps it from being switched off anew, and on for new projects", "OS Login is not on in the project's metadata")
		}
	}),
}
