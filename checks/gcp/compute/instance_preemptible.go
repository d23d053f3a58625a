package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstancePreemptible asks that machines are not taken away.
var InstancePreemptible = &checks.Check{
	ID:       "gcp-compute-instance-preemptible",
	Title:    "Instances are not preemptible",
	Why:      "Google stops preemptible and Spot machines when it needs their room: they are for work that may break off.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Create the instance anew with VM provisioning model: Standard.",
		CLI:       "gcloud compute instances create <instance> --zone=<zone> --provisioning-model=STANDARD",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  scheduling {\n    preemptible        = false\n    provisioning_model = \"STANDARD\"\n  }\n}",
	},
	Aliases: []string{"prowler:compute_instance_preemptible_vm_disabled"},
	Link:    "https://cloud.google.com/compute/docs/instances/spot",
	Needs:   []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		model, ok := i.Provisioning.Get(p)
		if !ok || model != "SPOT" && model != "PREEMPTIBLE" || partOf(p, i, "which replaces the machines that it loses", "GKE", "Dataproc", "Dataflow") {
			return
		}
		p.Evidence("provisioningModel", model)
		p.Failf("Google may stop the instance at any time")
	}),
}
