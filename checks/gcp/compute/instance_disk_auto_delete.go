package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceDiskAutoDelete asks that disks outlive their machines.
var InstanceDiskAutoDelete = &checks.Check{
	ID:       "gcp-compute-instance-disk-auto-delete",
	Title:    "Disks are kept when their instance is deleted",
	Why:      "What is deleted with the machine is gone: the data, and the traces that an investigation needs.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Edit > Storage > the disk > Deletion rule: Keep disk.",
		CLI:       "gcloud compute instances set-disk-auto-delete <instance> --zone=<zone> --disk=<disk> --no-auto-delete",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  boot_disk {\n    auto_delete = false\n  }\n}",
	},
	Aliases: []string{"prowler:compute_instance_disk_auto_delete_disabled"},
	Link:    "https://cloud.google.com/compute/docs/disks/modify-persistent-disk#updateautodelete",
	Needs:   []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		disks, ok := i.Disks.Get(p)
		var gone []string
		for _, d := range disks {
			if auto, known := d.AutoDelete.Get(p); known && auto && d.Persistent {
				gone = append(gone, d.Name)
			}
		}
		if !ok || len(gone) == 0 || replaceable(p, i) {
			return
		}
		p.Evidence("disks", gone)
		p.Failf("the disks %s are deleted with the instance", strings.Join(gone, ", "))
	}),
}
