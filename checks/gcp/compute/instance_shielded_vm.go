package compute

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/guarded"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

// InstanceShieldedVM asks that machines prove what they started.
var InstanceShieldedVM = &checks.Check{
	ID:       "gcp-compute-instance-shielded-vm",
	Title:    "Instances have a virtual TPM and integrity monitoring",
	Why:      "Without measured boot, a changed boot loader or kernel goes unseen, below all that looks for attackers in the system.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Stop, then Edit > Security and access > Shielded VM: vTPM and Integrity Monitoring. An image without UEFI is to be replaced first.",
		CLI:       "gcloud compute instances update <instance> --zone=<zone> --shielded-vtpm --shielded-integrity-monitoring",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  shielded_instance_config {\n    enable_vtpm                 = true\n    enable_integrity_monitoring = true\n    enable_secure_boot          = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.8"}},
	Aliases:  []string{"prowler:compute_instance_shielded_vm_enabled"},
	Link:     "https://cloud.google.com/compute/shielded-vm/docs/shielded-vm",
	Needs:    append([]inventory.Source{compute.Instances}, guarded.Needs...),
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		tpm, known := i.VTPM.Get(p)
		monitored, ok := i.IntegrityMonitoring.Get(p)
		var off []string
		if known && !tpm {
			off = append(off, "the virtual TPM")
		}
		if ok && !monitored {
			off = append(off, "integrity monitoring")
		}
		if len(off) > 0 {
			p.Evidence("off", off)
			guarded.Failf(p, orgpolicy.RequireShieldedVM, checks.Low, "keeps new instances from being made so", "%s is off", strings.Join(off, " and "))
		}
	}),
}
