package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// MachinePatchAssessment asks that missing patches are looked for.
var MachinePatchAssessment = &checks.Check{
	ID:       "azure-compute-vm-patch-assessment",
	Title:    "Virtual machines are checked for missing patches every day",
	Why:      "Without the periodic assessment nobody can say which machines lack which patch.",
	Severity: checks.Low,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Azure Update Manager > Machines > the machine > Update settings > Periodic assessment: Enable.",
		CLI:       "az vm update --resource-group <group> --name <vm> --set osProfile.linuxConfiguration.patchSettings.assessmentMode=AutomaticByPlatform",
		Terraform: "resource \"azurerm_linux_virtual_machine\" \"example\" {\n  patch_assessment_mode = \"AutomaticByPlatform\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/update-manager/assessment-options",
	Needs: []inventory.Source{compute.Machines},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		if mode, ok := m.AssessmentMode.Get(p); ok && !strings.EqualFold(mode, "AutomaticByPlatform") {
			p.Evidence("assessmentMode", mode)
			p.Failf("missing patches are not looked for by themselves")
		}
	}),
}
