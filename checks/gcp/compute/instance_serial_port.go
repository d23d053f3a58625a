package compute

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/guarded"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

// InstanceSerialPort asks that nobody logs in through the serial console.
var InstanceSerialPort = &checks.Check{
	ID:       "gcp-compute-instance-serial-port",
	Title:    "Connections to the serial ports of instances are off",
	Why:      "The serial console knows no firewall: whoever knows the names and has a key reaches the machine's login from any address.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Edit > Remote access: Enable connecting to serial ports is off.",
		CLI:       "gcloud compute instances add-metadata <instance> --zone=<zone> --metadata=serial-port-enable=FALSE",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  metadata = {\n    serial-port-enable = \"FALSE\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.5"}},
	Aliases:  []string{"prowler:compute_instance_serial_ports_in_use"},
	Link:     "https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console",
	Needs:    append([]inventory.Source{compute.Instances, compute.Projects}, guarded.Needs...),
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		if on, ok := i.SerialPort(p.Inv).Get(p); ok && on {
			p.Evidence("serial-port-enable", true)
			guarded.Failf(p, orgpolicy.NoSerialPort, checks.Low, "keeps connections from being made", "takes connections to its serial ports")
		}
	}),
}
