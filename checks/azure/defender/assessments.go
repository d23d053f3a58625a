package defender

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/defender"
	"demarc/providers/inventory"
)

// healthy makes the Run of a check that goes by Defender's own assessment.
func healthy(t *inventory.Type[defender.Assessment], what string) checks.Run {
	return checks.Each(t, func(p *checks.Probe, a *defender.Assessment) {
		switch status, ok := a.Status.Get(p); {
		case !ok || strings.EqualFold(status, "Healthy"):
		case strings.EqualFold(status, "NotApplicable"):
			p.Skipf("Defender for Cloud does not assess it (%s)", a.Cause)
		case strings.EqualFold(status, "Unhealthy"):
			p.Evidence("status", status)
			p.Failf("%s", what)
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "Resource Graph microsoft.security/assessments", Where: "what the status " + status + " is"})
		}
	})
}

// UpdatesApplied asks that no machine lacks updates.
var UpdatesApplied = &checks.Check{
	ID:       "azure-defender-system-updates-applied",
	Title:    "Machines have their security updates",
	Why:      "What an update mends is published with it, and is tried on machines that do not have it within days.",
	Severity: checks.High,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Azure Update Manager > Machines > the machine > One-time update; then a maintenance configuration with a schedule.",
		CLI:       "az vm install-patches --name <machine> --resource-group <group> --maximum-duration PT2H --reboot-setting IfRequired --classifications-to-include-linux Critical Security",
		Terraform: "resource \"azurerm_linux_virtual_machine\" \"example\" {\n  patch_mode            = \"AutomaticByPlatform\"\n  patch_assessment_mode = \"AutomaticByPlatform\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.10"}},
	Aliases:  []string{"prowler:defender_ensure_system_updates_are_applied"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/enable-periodic-system-updates",
	Needs:    []inventory.Source{defender.SystemUpdates},
	Run:      healthy(defender.SystemUpdates, "security updates are missing"),
}

// EndpointInstalled asks that machines have endpoint detection.
var EndpointInstalled = &checks.Check{
	ID:       "azure-defender-endpoint-protection-installed",
	Title:    "Machines have endpoint detection and response",
	Why:      "Without it an attacker on a machine is seen by nobody.",
	Severity: checks.High,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Microsoft Defender for Cloud > Recommendations > EDR solution should be installed on Virtual Machines > Fix.",
		CLI:       "az vm extension set --vm-name <machine> --resource-group <group> --publisher Microsoft.Azure.AzureDefenderForServers --name MDE.Linux",
		Terraform: "resource \"azurerm_virtual_machine_extension\" \"example\" {\n  name                 = \"MDE.Linux\"\n  virtual_machine_id   = \"<machine>\"\n  publisher            = \"Microsoft.Azure.AzureDefenderForServers\"\n  type                 = \"MDE.Linux\"\n  type_handler_version = \"1.0\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.3.3"}},
	Aliases:  []string{"prowler:defender_assessments_vm_endpoint_protection_installed"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/endpoint-detection-response",
	Needs:    []inventory.Source{defender.EndpointProtection},
	Run:      healthy(defender.EndpointProtection, "no endpoint detection and response is installed"),
}

// ImagesResolved asks that images have no known weaknesses.
var ImagesResolved = &checks.Check{
	ID:       "azure-defender-container-image-vulnerabilities-resolved",
	Title:    "Images in registries have no known vulnerabilities",
	Why:      "A weakness in an image is a weakness of each container that is started from it.",
	Severity: checks.High,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Microsoft Defender for Cloud > Recommendations > Azure registry container images should have vulnerabilities resolved > the findings; build the images anew on a current base.",
		CLI:       "az acr build --registry <registry> --image <image>:<tag> .",
		Terraform: "resource \"azurerm_container_registry_task\" \"example\" {\n  name                  = \"rebuild\"\n  container_registry_id = \"<registry>\"\n  base_image_trigger {\n    name = \"base\"\n    type = \"Runtime\"\n  }\n}",
	},
	Aliases: []string{"prowler:defender_container_images_resolved_vulnerabilities"},
	Link:    "https://learn.microsoft.com/azure/defender-for-cloud/view-and-remediate-vulnerability-registry-images",
	Needs:   []inventory.Source{defender.ContainerImages},
	Run:     healthy(defender.ContainerImages, "images have known vulnerabilities"),
}

// IoTHubs asks that hubs are watched by Defender for IoT.
var IoTHubs = &checks.Check{
	ID:       "azure-defender-iot-hubs",
	Title:    "IoT hubs are watched by Defender for IoT",
	Why:      "A device that was taken over looks like a device; its odd traffic shows only to something that learned the usual.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "IoT Hub > the hub > Defender for IoT > Overview > Secure your IoT solution.",
		CLI:       "az security iot-solution create --solution-name <solution> --resource-group <group> --iot-hubs <hub> --display-name <name> --location <location>",
		Terraform: "resource \"azurerm_iot_security_solution\" \"example\" {\n  name                = \"example\"\n  resource_group_name = \"<group>\"\n  location            = \"<location>\"\n  display_name        = \"example\"\n  iothub_ids          = [\"<hub>\"]\n  enabled             = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.2.1"}},
	Aliases:  []string{"prowler:defender_ensure_iot_hub_defender_is_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-iot/device-builders/quickstart-onboard-iot-hub",
	Needs:    []inventory.Source{defender.IoTHubs, defender.IoTSolutions},
	Run: checks.Each(defender.IoTHubs, func(p *checks.Probe, h *defender.IoTHub) {
		var all []inventory.Known[bool]
		for s := range defender.IoTSolutions.All(p.Inv, p) {
			watches := inventory.And(
				inventory.Map(s.Status, func(v string) bool { return strings.EqualFold(v, "Enabled") }),
				inventory.Map(s.Hubs, func(ids []string) bool { return slices.Contains(ids, h.Full) }),
			)
			if on, _ := watches.Peek(); on {
				return
			}
			all = append(all, watches)
		}
		if _, known := inventory.Or(all...).Get(p); known {
			p.Evidence("solutions", len(all))
			p.Absentf("no solution of Defender for IoT that is enabled has the hub")
		}
	}),
}
