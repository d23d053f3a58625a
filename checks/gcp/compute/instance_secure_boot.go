package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceSecureBoot asks that machines start signed software only.
var InstanceSecureBoot = &checks.Check{
	ID:       "gcp-compute-instance-secure-boot",
	Title:    "Instances have Secure Boot",
	Why:      "Secure Boot refuses boot loaders and kernels that nobody has signed; monitoring alone tells of them afterwards.",
	Severity: checks.Low,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Stop, then Edit > Security and access > Shielded VM: Secure Boot. Drivers without a signature will not load.",
		CLI:       "gcloud compute instances update <instance> --zone=<zone> --shielded-secure-boot",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  shielded_instance_config {\n    enable_secure_boot = true\n  }\n}",
	},
	Link:  "https://cloud.google.com/compute/shielded-vm/docs/shielded-vm#secure-boot",
	Needs: []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		if on, ok := i.SecureBoot.Get(p); ok && !on {
			p.Evidence("enableSecureBoot", false)
			p.Failf("Secure Boot is off")
		}
	}),
}
