package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// AddressInUse asks that nobody holds addresses for nothing.
var AddressInUse = &checks.Check{
	ID:       "gcp-compute-address-in-use",
	Title:    "Reserved external addresses are in use",
	Why:      "An address that nothing uses costs money, and names in DNS that still point to it go to whoever uses it next.",
	Severity: checks.Info,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC network > IP addresses > the address > Release static address, after the names that point to it.",
		CLI:       "gcloud compute addresses delete <address> --region=<region>",
		Terraform: "resource \"google_compute_address\" \"example\" {\n  name   = \"example\"\n  region = \"europe-west1\"\n}",
	},
	Link:  "https://cloud.google.com/compute/docs/ip-addresses#reservedaddress",
	Needs: []inventory.Source{compute.Addresses},
	Run: checks.Each(compute.Addresses, func(p *checks.Probe, a *compute.Address) {
		external, ok := a.External.Get(p)
		if ok && !external {
			p.Skipf("the address is an internal one")
			return
		}
		if status, known := a.Status.Get(p); ok && known && status == "RESERVED" {
			p.Evidence("status", status)
			p.Failf("nothing uses the address")
		}
	}),
}
