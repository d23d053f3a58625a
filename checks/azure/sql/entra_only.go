package sql

import (
	"demarc/checks"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// EntraOnly asks that a server takes no passwords.
var EntraOnly = &checks.Check{
	ID:       "azure-sql-entra-only-authentication",
	Title:    "SQL servers take Microsoft Entra logins only",
	Why:      "A SQL login is a password that can be guessed, shared and found in code, and lives on when its user has left.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Settings > Microsoft Entra ID > Support only Microsoft Entra authentication for this server.",
		CLI:       "az sql server ad-only-auth enable --resource-group <group> --name <server>",
		Terraform: "resource \"azurerm_mssql_server\" \"example\" {\n  azuread_administrator {\n    login_username              = \"sql-admins\"\n    object_id                   = azuread_group.example.object_id\n    azuread_authentication_only = true\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/azure-sql/database/authentication-azure-ad-only-authentication",
	Needs: []inventory.Source{sql.ServerAdministrators},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		admins, ok := s.Administrators.Get(p)
		if !ok {
			return
		}
		if len(admins) == 0 { // which Entra-only authentication takes
			p.Evidence("administrators", 0)
			p.Absentf("the server has no Entra administrator, and so takes passwords only")
			return
		}
		for _, a := range admins {
			if only, ok := a.EntraOnly.Get(p); ok && !only {
				p.Evidence("azureADOnlyAuthentication", false)
				p.Failf("the server takes passwords beside Entra logins")
			}
		}
	}),
}
