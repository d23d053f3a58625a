package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceDeletionProtection asks that nobody deletes a machine by a slip.
var InstanceDeletionProtection = &checks.Check{
	ID:       "gcp-compute-instance-deletion-protection",
	Title:    "Instances are protected from being deleted",
	Why:      "One wrong line in a script deletes a machine, and the disks that go with it.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Edit > Management: Enable deletion protection.",
		CLI:       "gcloud compute instances update <instance> --zone=<zone> --deletion-protection",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  deletion_protection = true\n}",
	},
	Aliases: []string{"prowler:compute_instance_deletion_protection_enabled"},
	Link:    "https://cloud.google.com/compute/docs/instances/preventing-accidental-vm-deletion",
	Needs:   []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		if on, ok := i.DeletionProtection.Get(p); !ok || on || replaceable(p, i) {
			return
		}
		p.Evidence("deletionProtection", false)
		p.Failf("can be deleted at once")
	}),
}
