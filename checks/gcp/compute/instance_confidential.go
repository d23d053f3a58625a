package compute

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceConfidential asks that memory is encrypted while in use.
var InstanceConfidential = &checks.Check{
	ID:       "gcp-compute-instance-confidential",
	Title:    "Instances use Confidential Computing",
	Why:      "Memory in the clear is open to who gets below the machine. With SEV, SEV-SNP or TDX the processor encrypts it with keys that the host does not have.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Confidential Computing is chosen when an instance is made: create it anew with Security > Confidential VM service, of a machine type that has it.",
		CLI:       "gcloud compute instances create <instance> --zone=<zone> --machine-type=n2d-standard-2 --confidential-compute-type=SEV --maintenance-policy=MIGRATE",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  machine_type = \"n2d-standard-2\"\n  confidential_instance_config {\n    enable_confidential_compute = true\n    confidential_instance_type  = \"SEV\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.11"}},
	Aliases:  []string{"prowler:compute_instance_confidential_computing_enabled"},
	Link:     "https://cloud.google.com/confidential-computing/confidential-vm/docs/confidential-vm-overview",
	Needs:    []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		if by, ok := i.Confidential.Get(p); ok && by == "" {
			p.Evidence("confidential", false)
			p.Failf("Confidential Computing is off")
		}
	}),
}
