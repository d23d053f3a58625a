package sql

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/defender"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// Defender asks that attacks on servers are looked for, by the plan of the
// subscription or by the setting of the server.
var Defender = &checks.Check{
	ID:       "azure-sql-defender",
	Title:    "Microsoft Defender for SQL watches over SQL servers",
	Why:      "Without it nobody is told of injections, guessed passwords and logins from where nobody should log in.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Security > Microsoft Defender for Cloud > Enable; better for all servers: Microsoft Defender for Cloud > Environment settings > the subscription > Databases: On.",
		CLI:       "az sql server advanced-threat-protection-setting update --resource-group <group> --name <server> --state Enabled",
		Terraform: "resource \"azurerm_mssql_server_security_alert_policy\" \"example\" {\n  resource_group_name = azurerm_resource_group.example.name\n  server_name         = azurerm_mssql_server.example.name\n  state               = \"Enabled\"\n}",
	},
	Aliases: []string{"prowler:sqlserver_microsoft_defender_enabled"},
	Link:    "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-sql-introduction",
	Needs:   []inventory.Source{sql.ServerAlerts, defender.SubscriptionPlans},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		plan := inventory.Then(defender.Subscriptions.The(p.Inv, ""), func(row *defender.Subscription) inventory.Known[bool] {
			return inventory.Then(row.Plans, planOn)
		})
		if on, ok := inventory.Or(s.Alerts, plan).Get(p); ok && !on {
			p.Evidence("securityAlertPolicy", "Disabled")
			p.Evidence("plan SqlServers", "off")
			p.Failf("Defender for SQL is on neither for the server nor for the subscription")
		}
	}),
}

// planOn reports whether the plan that takes in every server of the
// subscription is on.
func planOn(all []defender.Plan) inventory.Known[bool] {
	for _, plan := range all {
		if strings.EqualFold(plan.Name, "SqlServers") {
			return inventory.Map(plan.Tier, func(tier string) bool { return strings.EqualFold(tier, "Standard") })
		}
	}
	return inventory.Of(false)
}
