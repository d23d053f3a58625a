package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceAutomaticRestart asks that machines come back.
var InstanceAutomaticRestart = &checks.Check{
	ID:       "gcp-compute-instance-automatic-restart",
	Title:    "Instances start again after a failure of their host",
	Why:      "A machine that stays down after its host failed is an outage that ends when somebody notices.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Edit > Management > Automatic restart: On.",
		CLI:       "gcloud compute instances set-scheduling <instance> --zone=<zone> --restart-on-failure",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  scheduling {\n    automatic_restart = true\n  }\n}",
	},
	Aliases: []string{"prowler:compute_instance_automatic_restart_enabled"},
	Link:    "https://cloud.google.com/compute/docs/instances/host-maintenance-overview",
	Needs:   []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		if !standard(p, i) {
			return
		}
		if on, ok := i.AutomaticRestart.Get(p); ok && !on {
			p.Evidence("automaticRestart", false)
			p.Failf("does not start again after a failure of its host")
		}
	}),
}
