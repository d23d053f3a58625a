package sql

import (
	"demarc/checks"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// EntraAdministrator asks that a server can be administered by Entra logins.
var EntraAdministrator = &checks.Check{
	ID:       "azure-sql-entra-administrator",
	Title:    "SQL servers have a Microsoft Entra administrator",
	Why:      "Without one there are only the server's own passwords, which no multifactor authentication, no conditional access and no leaving of a colleague reaches.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Settings > Microsoft Entra ID > Set admin.",
		CLI:       "az sql server ad-admin create --resource-group <group> --server-name <server> --display-name <group-name> --object-id <group-object-id>",
		Terraform: "resource \"azurerm_mssql_server\" \"example\" {\n  azuread_administrator {\n    login_username = \"sql-admins\"\n    object_id      = azuread_group.example.object_id\n  }\n}",
	},
	Aliases: []string{"prowler:sqlserver_azuread_administrator_enabled"},
	Link:    "https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure",
	Needs:   []inventory.Source{sql.ServerAdministrators},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		if admins, ok := s.Administrators.Get(p); ok && len(admins) == 0 {
			p.Evidence("administrators", 0)
			p.Absentf("the server has no Entra administrator")
		}
	}),
}
