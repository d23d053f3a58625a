package compute

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// DiskCustomerKey asks that the customer holds the keys of disks.
var DiskCustomerKey = &checks.Check{
	ID:       "gcp-compute-disk-customer-key",
	Title:    "Disks are encrypted with keys of the customer",
	Why:      "Google encrypts every disk with keys of its own. A key of the customer's can be taken away, is logged when used, and has its own access list.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Compute Engine > Disks > Create disk from a snapshot of the disk, Encryption: Cloud KMS key. A disk's key is chosen when it is made.",
		CLI:       "gcloud compute disks create <disk> --zone=<zone> --source-snapshot=<snapshot> --kms-key=<key>",
		Terraform: "resource \"google_compute_disk\" \"example\" {\n  name = \"example\"\n  disk_encryption_key {\n    kms_key_self_link = google_kms_crypto_key.example.id\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.7"}},
	Aliases:  []string{"prowler:compute_instance_encryption_with_csek_enabled"},
	Link:     "https://cloud.google.com/compute/docs/disks/customer-managed-encryption",
	Needs:    []inventory.Source{compute.Disks},
	Run: checks.Each(compute.Disks, func(p *checks.Probe, d *compute.Disk) {
		if status, ok := d.Status.Get(p); !ok || status == "DELETING" {
			p.Skipf("the disk is being deleted")
			return
		}
		if key, ok := d.Key.Get(p); ok && key == compute.ByGoogle {
			p.Evidence("key", key)
			p.Failf("is encrypted with a key that Google manages")
		}
	}),
}
