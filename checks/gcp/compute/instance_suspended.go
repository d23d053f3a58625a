package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceSuspended asks that machines are not put to sleep and left.
var InstanceSuspended = &checks.Check{
	ID:       "gcp-compute-instance-suspended",
	Title:    "Instances are not suspended with disks attached",
	Why:      "A suspended machine keeps its memory, secrets and all, on storage, and its disks; nobody patches it, and it comes back as it was.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Resume, or Stop; delete it if nobody needs it.",
		CLI:       "gcloud compute instances resume <instance> --zone=<zone>",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  desired_status = \"RUNNING\"\n}",
	},
	Aliases: []string{"prowler:compute_instance_suspended_without_persistent_disks"},
	Link:    "https://cloud.google.com/compute/docs/instances/suspend-resume-instance",
	Needs:   []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		status, ok := i.Status.Get(p)
		if !ok || status != "SUSPENDED" && status != "SUSPENDING" {
			return
		}
		disks, ok := i.Disks.Get(p)
		var kept []string
		for _, d := range disks {
			if d.Persistent {
				kept = append(kept, d.Name)
			}
		}
		if ok && len(kept) > 0 {
			p.Evidence("status", status)
			p.Evidence("disks", kept)
			p.Failf("is suspended, with the disks %s", strings.Join(kept, ", "))
		}
	}),
}
