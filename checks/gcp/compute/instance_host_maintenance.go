package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceHostMaintenance asks that machines outlive the maintenance of hosts.
var InstanceHostMaintenance = &checks.Check{
	ID:       "gcp-compute-instance-host-maintenance",
	Title:    "Instances move to another host for maintenance",
	Why:      "Maintenance of a host otherwise stops the machine, when Google chooses.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Edit > Management > On host maintenance: Migrate VM instance.",
		CLI:       "gcloud compute instances set-scheduling <instance> --zone=<zone> --maintenance-policy=MIGRATE",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  scheduling {\n    on_host_maintenance = \"MIGRATE\"\n  }\n}",
	},
	Aliases: []string{"prowler:compute_instance_on_host_maintenance_migrate"},
	Link:    "https://cloud.google.com/compute/docs/instances/host-maintenance-overview",
	Needs:   []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		if policy, ok := i.OnHostMaintenance.Get(p); !ok || policy != "TERMINATE" || !standard(p, i) {
			return
		}
		gpus, ok := i.Accelerators.Get(p)
		technology, known := i.Confidential.Get(p)
		switch {
		case !ok || !known:
		case gpus > 0:
			p.Skipf("instances with accelerators cannot move")
		case technology != "" && technology != "SEV":
			p.Skipf("instances with %s cannot move", technology)
		default:
			p.Evidence("onHostMaintenance", "TERMINATE")
			p.Failf("stops when its host is maintained")
		}
	}),
}
