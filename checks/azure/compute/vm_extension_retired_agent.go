package compute

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

var retiredAgents = &checks.Param{
	Name: "types", Default: []string{"MicrosoftMonitoringAgent", "OmsAgentForLinux"},
	Source: "Microsoft Learn, \"Migrate to Azure Monitor Agent\": retired on 31 August 2024",
}

// ExtensionRetiredAgent asks that no agent is on machines that nobody mends.
var ExtensionRetiredAgent = &checks.Check{
	ID:       "azure-compute-vm-extension-retired-agent",
	Title:    "No retired monitoring agent is on virtual machines",
	Why:      "The Log Analytics agent gets no patches any more, and what it sends may be dropped at any time: the machine looks watched and is not.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Monitor > Settings > Data Collection Rules: give the machine a rule, then remove the extension under Virtual machines > the machine > Settings > Extensions + applications.",
		CLI:       "az vm extension delete --resource-group <group> --vm-name <vm> --name <extension>",
		Terraform: "resource \"azurerm_virtual_machine_extension\" \"example\" {\n  name                 = \"AzureMonitorLinuxAgent\"\n  virtual_machine_id   = azurerm_linux_virtual_machine.example.id\n  publisher            = \"Microsoft.Azure.Monitor\"\n  type                 = \"AzureMonitorLinuxAgent\"\n  type_handler_version = \"1.0\"\n}",
	},
	Link:   "https://learn.microsoft.com/azure/azure-monitor/agents/azure-monitor-agent-migration",
	Params: []*checks.Param{retiredAgents},
	Needs:  []inventory.Source{compute.Extensions},
	Run: checks.Each(compute.Extensions, func(p *checks.Probe, x *compute.Extension) {
		kind, ok := x.Type.Get(p)
		if ok && slices.ContainsFunc(p.Strings(retiredAgents), func(s string) bool { return strings.EqualFold(s, kind) }) {
			p.Evidence("type", kind)
			p.Failf("the agent %s is retired", kind)
		}
	}),
}
