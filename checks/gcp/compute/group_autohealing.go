package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// GroupAutohealing asks that groups replace what does not answer.
var GroupAutohealing = &checks.Check{
	ID:       "gcp-compute-group-autohealing",
	Title:    "Managed instance groups have autohealing by a health check",
	Why:      "Without a health check the group replaces machines that stopped, and keeps those whose application hangs.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Compute Engine > Instance groups > the group > Edit > Autohealing: choose a health check.",
		CLI:       "gcloud compute instance-groups managed update <group> --zone=<zone> --health-check=<health-check> --initial-delay=300",
		Terraform: "resource \"google_compute_instance_group_manager\" \"example\" {\n  auto_healing_policies {\n    health_check      = google_compute_health_check.example.id\n    initial_delay_sec = 300\n  }\n}",
	},
	Aliases: []string{"prowler:compute_instance_group_autohealing_enabled"},
	Link:    "https://cloud.google.com/compute/docs/instance-groups/autohealing-instances-in-migs",
	Needs:   []inventory.Source{compute.InstanceGroupManagers},
	Run: checks.Each(compute.InstanceGroupManagers, func(p *checks.Probe, g *compute.InstanceGroupManager) {
		if on, ok := g.Autohealing.Get(p); !ok || on || nodePool(p, g) {
			return
		}
		p.Evidence("healthCheck", "")
		p.Failf("no health check decides which instances are replaced")
	}),
}
