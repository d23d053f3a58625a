package compute

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/guarded"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

// InstanceOSLogin asks that no machine leaves OS Login.
var InstanceOSLogin = &checks.Check{
	ID:       "gcp-compute-instance-os-login",
	Title:    "No instance switches OS Login off",
	Why:      "The instance's own metadata wins over the project's: one FALSE brings keys in metadata back for that machine.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Edit > Metadata: remove enable-oslogin, so that the project's value holds.",
		CLI:       "gcloud compute instances remove-metadata <instance> --zone=<zone> --keys=enable-oslogin",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  metadata = {\n    enable-oslogin = \"TRUE\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.4"}},
	Aliases:  []string{"prowler:compute_project_os_login_enabled"},
	Link:     "https://cloud.google.com/compute/docs/oslogin/set-up-oslogin",
	Needs:    append([]inventory.Source{compute.Instances}, guarded.Needs...),
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		if s, ok := i.Metadata.OSLogin.Get(p); !ok || s != compute.Off {
			return
		}
		if s, ok := i.Effective.OSLogin.Get(p); !ok || s == compute.On {
			return
		}
		if windows, ok := i.Windows().Get(p); !ok || windows {
			p.Skipf("OS Login is not for Windows")
			return
		}
		p.Evidence("enable-oslogin", string(compute.Off))
		guarded.Failf(p, orgpolicy.RequireOSLogin, checks.Low, "keeps other instances from doing so", "the instance's metadata switches OS Login off")
	}),
}
