package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/loadbalancing"
	"demarc/providers/inventory"
)

// GroupLoadBalancer asks that traffic is spread over groups.
var GroupLoadBalancer = &checks.Check{
	ID:       "gcp-compute-group-load-balancer",
	Title:    "Managed instance groups are behind a load balancer",
	Why:      "Clients that know single machines follow neither their failures nor their number. Groups that only work off queues have no need of one: suppress the finding.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Network services > Load balancing > Create load balancer, with the group as the backend.",
		CLI:       "gcloud compute backend-services add-backend <service> --global --instance-group=<group> --instance-group-zone=<zone>",
		Terraform: "resource \"google_compute_backend_service\" \"example\" {\n  name = \"example\"\n  backend {\n    group = google_compute_instance_group_manager.example.instance_group\n  }\n}",
	},
	Aliases: []string{"prowler:compute_instance_group_load_balancer_attached"},
	Link:    "https://cloud.google.com/compute/docs/instance-groups/adding-an-instance-group-to-a-load-balancer",
	Needs:   []inventory.Source{compute.InstanceGroupManagers, loadbalancing.BackendServices},
	Run: checks.Each(compute.InstanceGroupManagers, func(p *checks.Probe, g *compute.InstanceGroupManager) {
		pools, ok := g.TargetPools.Get(p)
		group, known := g.Group.Get(p)
		if !ok || !known || pools > 0 || len(loadbalancing.ServedBy.Get(p.Inv, p, "", group)) > 0 || nodePool(p, g) {
			return
		}
		p.Evidence("backendServices", 0)
		p.Absentf("no load balancer sends traffic to the group")
	}),
}
