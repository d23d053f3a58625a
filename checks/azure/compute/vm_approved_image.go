package compute

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

var approvedPublishers = &checks.Param{
	Name: "publishers",
	Default: []string{
		"Canonical", "Debian", "RedHat", "SUSE", "Oracle", "almalinux", "resf", "MicrosoftWindowsServer", "MicrosoftWindowsDesktop",
		"MicrosoftSQLServer", "MicrosoftVisualStudio", "microsoftcblmariner", "microsoft-dsvm", "microsoft-aks",
	},
	Source: "Microsoft Learn, \"Endorsed Linux distributions on Azure\", and Microsoft's own publishers",
}

// MachineApprovedImage asks that machines are made from images that somebody vouches for.
var MachineApprovedImage = &checks.Check{
	ID:       "azure-compute-vm-approved-image",
	Title:    "Virtual machines are made from approved images",
	Why:      "An image is run with full rights: one from a stranger can hold anything, and is patched by nobody.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Azure compute galleries > publish an image of your own, and make the machine anew from it; Policy > Definitions: restrict the images that may be used.",
		CLI:       "az vm create --resource-group <group> --name <vm> --image <gallery-image-version-id>",
		Terraform: "resource \"azurerm_linux_virtual_machine\" \"example\" {\n  source_image_id = azurerm_shared_image_version.example.id\n}",
	},
	Aliases: []string{"prowler:vm_ensure_using_approved_images"},
	Link:    "https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery",
	Params:  []*checks.Param{approvedPublishers},
	Needs:   []inventory.Source{compute.Machines},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		image, ok := m.Image.Get(p)
		switch {
		case !ok || image.Own:
		case image.Community:
			p.Evidence("image", "community gallery")
			p.Failf("the image comes from a community gallery, which anybody may open")
		case image.Publisher == "":
			p.Skipf("the machine was made from a disk, not from an image")
		case !slices.ContainsFunc(p.Strings(approvedPublishers), func(s string) bool { return strings.EqualFold(s, image.Publisher) }):
			p.Evidence("publisher", image.Publisher)
			p.Evidence("offer", image.Offer)
			p.Failf("the image's publisher %s is not an approved one", image.Publisher)
		}
	}),
}
