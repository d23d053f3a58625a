package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// ProjectOSLogin2FA asks for a second factor at machines.
var ProjectOSLogin2FA = &checks.Check{
	ID:       "gcp-compute-project-os-login-2fa",
	Title:    "OS Login asks for a second factor",
	Why:      "A stolen key or session then does not suffice to log in to a machine.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Compute Engine > Settings > Metadata > Edit: enable-oslogin and enable-oslogin-2fa, TRUE.",
		CLI:       "gcloud compute project-info add-metadata --metadata=enable-oslogin=TRUE,enable-oslogin-2fa=TRUE",
		Terraform: "resource \"google_compute_project_metadata_item\" \"example\" {\n  key   = \"enable-oslogin-2fa\"\n  value = \"TRUE\"\n}",
	},
	Aliases: []string{"prowler:compute_project_os_login_2fa_enabled"},
	Link:    "https://cloud.google.com/compute/docs/oslogin/set-up-oslogin",
	Needs:   []inventory.Source{compute.Projects},
	Run: checks.Each(compute.Projects, func(p *checks.Probe, r *compute.Project) {
		login, known := r.Metadata.OSLogin.Get(p)
		factor, ok := r.Metadata.OSLogin2FA.Get(p)
		switch {
		case ok && factor != compute.On:
			p.Evidence("enable-oslogin-2fa", string(factor))
			p.Failf("OS Login asks for no second factor")
		case known && login != compute.On:
			p.Evidence("enable-oslogin", string(login))
			p.Failf("a second factor is asked for by OS Login alone, which is not on")
		}
	}),
}
