package defender

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/defender"
	"demarc/providers/inventory"
)

// extensionOn makes the Run of a check that asks for a part of a plan.
func extensionOn(plan, extension string) checks.Run {
	return checks.Each(defender.Subscriptions, func(p *checks.Probe, s *defender.Subscription) {
		found := planOf(p, s, plan)
		if found == nil || !isOn(p, found) {
			return
		}
		all, ok := found.Extensions.Get(p)
		if !ok {
			return
		}
		for _, e := range all {
			if strings.EqualFold(e.Name, extension) {
				if on, ok := e.Enabled.Get(p); ok && !on {
					p.Evidence(extension, false)
					p.Failf("%s of the plan %s is off", extension, plan)
				}
				return
			}
		}
		p.Evidence("subPlan", found.SubPlan)
		p.Absentf("the plan %s %s has no %s", plan, found.SubPlan, extension)
	})
}

func extensionFix(plan, extension string) checks.Fix {
	return checks.Fix{
		Console:   "Microsoft Defender for Cloud > Environment settings > the subscription > Defender plans > the plan > Settings > the component: On.",
		CLI:       "az security pricing create --name " + plan + " --tier Standard --extensions name=" + extension + " isEnabled=True",
		Terraform: "resource \"azurerm_security_center_subscription_pricing\" \"example\" {\n  tier          = \"Standard\"\n  resource_type = \"" + plan + "\"\n  extension {\n    name = \"" + extension + "\"\n  }\n}",
	}
}

// AgentlessScanning asks that the disks of machines are scanned.
var AgentlessScanning = &checks.Check{
	ID:       "azure-defender-agentless-machine-scanning",
	Title:    "Machines are scanned without an agent",
	Why:      "An agent sees the machines that it is on. Those that were forgotten have none.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      extensionFix("VirtualMachines", "AgentlessVmScanning"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.3.4"}},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/concept-agentless-data-collection",
	Needs:    needsPlans,
	Run:      extensionOn("VirtualMachines", "AgentlessVmScanning"),
}

// FileIntegrity asks that changes of a machine's own files are seen.
var FileIntegrity = &checks.Check{
	ID:       "azure-defender-file-integrity-monitoring",
	Title:    "Changes of machines' system files are watched",
	Why:      "An attacker who stays changes files and settings of the system, and nothing else gives that away.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      extensionFix("VirtualMachines", "FileIntegrityMonitoring"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.3.5"}},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/file-integrity-monitoring-overview",
	Needs:    needsPlans,
	Run:      extensionOn("VirtualMachines", "FileIntegrityMonitoring"),
}

// ContainerImageScanning asks that images are scanned in their registries.
var ContainerImageScanning = &checks.Check{
	ID:       "azure-defender-container-image-scanning",
	Title:    "Images in registries are scanned for known weaknesses",
	Why:      "An image is built once and run for years: what was found in its packages since shows only where somebody looks.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix:      extensionFix("Containers", "ContainerRegistriesVulnerabilityAssessments"),
	Aliases:  []string{"prowler:defender_container_images_scan_enabled"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/agentless-vulnerability-assessment-azure",
	Needs:    needsPlans,
	Run:      extensionOn("Containers", "ContainerRegistriesVulnerabilityAssessments"),
}

// DNS asks that look-ups of names are watched: by the plan of its own, which
// new subscriptions cannot have, or by plan 2 of Defender for Servers, which
// it became part of.
var DNS = &checks.Check{
	ID:       "azure-defender-dns",
	Title:    "Look-ups of names are watched by Defender",
	Why:      "Malware looks up where its masters are, and data leaves in the names that are asked for.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Microsoft Defender for Cloud > Environment settings > the subscription > Defender plans > Servers: On, Plan 2.",
		CLI:       "az security pricing create --name VirtualMachines --tier Standard --subplan P2",
		Terraform: "resource \"azurerm_security_center_subscription_pricing\" \"example\" {\n  tier          = \"Standard\"\n  resource_type = \"VirtualMachines\"\n  subplan       = \"P2\"\n}",
	},
	Aliases: []string{"prowler:defender_ensure_defender_for_dns_is_on"},
	Link:    "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-dns-introduction",
	Needs:   needsPlans,
	Run: checks.Each(defender.Subscriptions, func(p *checks.Probe, s *defender.Subscription) {
		on, ok := inventory.Then(s.Plans, func(all []defender.Plan) inventory.Known[bool] {
			ks := []inventory.Known[bool]{}
			for _, plan := range all {
				on := inventory.Map(plan.Tier, func(t string) bool { return t == "Standard" })
				switch {
				case plan.Name == "Dns" || plan.Name == "VirtualMachines" && plan.SubPlan == "P2":
					ks = append(ks, on)
				case plan.Name == "VirtualMachines" && plan.SubPlan == "": // of a plan that is on, it might be either
					ks = append(ks, inventory.And(on, inventory.Unanswered[bool]("ARM microsoft.security/pricings", "subPlan")))
				}
			}
			return inventory.Or(ks...)
		}).Get(p)
		if ok && !on {
			p.Evidence("Dns, or VirtualMachines P2", "off")
			p.Absentf("neither the plan for DNS is on nor plan 2 of Defender for Servers")
		}
	}),
}

// MachineVulnerabilities asks that somebody looks for weaknesses of machines.
var MachineVulnerabilities = &checks.Check{
	ID:       "azure-defender-machine-vulnerability-assessment",
	Title:    "Machines are assessed for vulnerabilities",
	Why:      "What is not patched shows only where somebody compares what is installed with what is known.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Microsoft Defender for Cloud > Environment settings > the subscription > Settings & monitoring > Vulnerability assessment for machines: On.",
		CLI:       "az rest --method put --url 'https://management.azure.com/subscriptions/<subscription>/providers/Microsoft.Security/serverVulnerabilityAssessmentsSettings/azureServersSetting?api-version=2023-05-01' --body '{\"kind\": \"AzureServersSetting\", \"properties\": {\"selectedProvider\": \"MdeTvm\"}}'",
		Terraform: "resource \"azurerm_security_center_server_vulnerability_assessments_setting\" \"example\" {\n  vulnerability_assessment_provider = \"MdeTvm\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.3.2"}},
	Aliases:  []string{"prowler:defender_auto_provisioning_vulnerabilty_assessments_machines_on"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/auto-deploy-vulnerability-assessment",
	Needs:    []inventory.Source{defender.SubscriptionVulnerability},
	Run: checks.Each(defender.Subscriptions, func(p *checks.Probe, s *defender.Subscription) {
		if provider, ok := s.Vulnerability.Get(p); ok && provider == "" {
			p.Evidence("selectedProvider", "")
			p.Absentf("nobody is chosen to assess the machines")
		}
	}),
}
