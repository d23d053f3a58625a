package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// MachineJIT asks that management ports are shut until they are needed.
var MachineJIT = &checks.Check{
	ID:       "azure-compute-vm-jit",
	Title:    "Public virtual machines have just-in-time access",
	Why:      "Management ports that stand open to be ready stand open for everybody, all the time.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Microsoft Defender for Cloud > Workload protections > Just-in-time VM access > Not configured > the machine > Enable JIT.",
		CLI:       "az rest --method put --url https://management.azure.com/subscriptions/<subscription>/resourceGroups/<group>/providers/Microsoft.Security/locations/<region>/jitNetworkAccessPolicies/default?api-version=2020-01-01 --body @policy.json",
		Terraform: "resource \"azapi_resource\" \"example\" {\n  type      = \"Microsoft.Security/locations/jitNetworkAccessPolicies@2020-01-01\"\n  name      = \"default\"\n  parent_id = \"<resource-group-id>/providers/Microsoft.Security/locations/westeurope\"\n}",
	},
	Aliases: []string{"prowler:vm_jit_access_enabled"},
	Link:    "https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-usage",
	Needs:   []inventory.Source{compute.Machines, compute.JITPolicies, network.Interfaces},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		var hidden inventory.Gaps
		if len(compute.JITPoliciesOf.Get(p.Inv, &hidden, "", m.Full)) > 0 {
			return
		}
		public := false
		for _, n := range network.InterfacesOf.Get(p.Inv, &hidden, "", m.Full) {
			addresses, _ := n.PublicIPs.Get(&hidden)
			rules, _ := n.NATRules.Get(&hidden)
			public = public || len(addresses)+len(rules) > 0
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		if !public {
			p.Skipf("no interface of the machine has a public address or is behind a rule of a load balancer")
			return
		}
		p.Evidence("justInTimePolicy", "none")
		p.Absentf("the machine is reached from the internet and has no just-in-time policy")
	}),
}
