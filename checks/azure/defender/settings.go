package defender

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/defender"
	"demarc/providers/inventory"
)

var needsSettings = []inventory.Source{defender.SubscriptionSettings}

func settingFix(name string) checks.Fix {
	return checks.Fix{
		Console:   "Microsoft Defender for Cloud > Environment settings > the subscription > Settings & monitoring, or Integrations: On.",
		CLI:       "az rest --method put --url 'https://management.azure.com/subscriptions/<subscription>/providers/Microsoft.Security/settings/" + name + "?api-version=2022-05-01' --body '{\"kind\": \"DataExportSettings\", \"properties\": {\"enabled\": true}}'",
		Terraform: "resource \"azurerm_security_center_setting\" \"example\" {\n  setting_name = \"" + name + "\"\n  enabled      = true\n}",
	}
}

// settingOn makes the Run of a check that asks for a setting.
func settingOn(name, what string) checks.Run {
	return checks.Each(defender.Subscriptions, func(p *checks.Probe, s *defender.Subscription) {
		all, ok := s.Settings.Get(p)
		if !ok {
			return
		}
		for _, v := range all {
			if strings.EqualFold(v.Name, name) {
				if on, ok := v.Enabled.Get(p); ok && !on {
					p.Evidence(name, false)
					p.Failf("%s is off", what)
				}
				return
			}
		}
		p.Evidence("settings", len(all))
		p.Absentf("%s is not set up", what)
	})
}

// CloudApps asks that Defender for Cloud Apps sees what is done in Azure.
var CloudApps = &checks.Check{
	ID:       "azure-defender-cloud-apps-integration",
	Title:    "Defender for Cloud Apps is connected",
	Why:      "It sees users act oddly across applications; without the connection what they do in Azure is missing.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix:      settingFix("MCAS"),
	Aliases:  []string{"prowler:defender_ensure_mcas_is_enabled"},
	Link:     "https://learn.microsoft.com/defender-cloud-apps/connect-azure",
	Needs:    needsSettings,
	Run:      settingOn("MCAS", "the connection with Defender for Cloud Apps"),
}

// EndpointIntegration asks that machines get Defender for Endpoint.
var EndpointIntegration = &checks.Check{
	ID:       "azure-defender-endpoint-integration",
	Title:    "Machines are taken into Defender for Endpoint",
	Why:      "Without the connection the sensor is put on no machine by itself, and what it sees does not come to Defender for Cloud.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix:      settingFix("WDATP"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.3.3"}},
	Aliases:  []string{"prowler:defender_ensure_wdatp_is_enabled"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/integration-defender-for-endpoint",
	Needs:    needsSettings,
	Run:      settingOn("WDATP", "the connection with Defender for Endpoint"),
}
