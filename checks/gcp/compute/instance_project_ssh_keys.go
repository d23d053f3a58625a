package compute

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceProjectSSHKeys asks that keys for all machines do not open each.
var InstanceProjectSSHKeys = &checks.Check{
	ID:       "gcp-compute-instance-project-ssh-keys",
	Title:    "Instances refuse the SSH keys of the project",
	Why:      "A key in the project's metadata opens every machine of the project: stolen once, it is good everywhere.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Edit > SSH Keys: Block project-wide SSH keys. Better: OS Login, with which keys in metadata do not count.",
		CLI:       "gcloud compute instances add-metadata <instance> --zone=<zone> --metadata=block-project-ssh-keys=TRUE",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  metadata = {\n    block-project-ssh-keys = \"TRUE\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.3"}},
	Aliases:  []string{"prowler:compute_instance_block_project_wide_ssh_keys_disabled"},
	Link:     "https://cloud.google.com/compute/docs/connect/restrict-ssh-keys",
	Needs:    []inventory.Source{compute.Instances, compute.Projects},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		login, ok := i.OSLogin(p.Inv).Get(p)
		if ok && login {
			p.Skipf("with OS Login, SSH keys in metadata do not count")
			return
		}
		if blocks, known := i.BlocksProjectKeys().Get(p); ok && known && !blocks {
			p.Evidence("block-project-ssh-keys", false)
			p.Failf("takes the SSH keys of the project's metadata")
		}
	}),
}
