package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// EntraAdministrator asks that a server can be administered by Entra logins.
var EntraAdministrator = &checks.Check{
	ID:       "azure-mysql-entra-administrator",
	Title:    "MySQL servers have a Microsoft Entra administrator",
	Why:      "Without one there are only the server's own passwords, which no multifactor authentication, no conditional access and no leaving of a colleague reaches.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Security > Authentication > Microsoft Entra administrators.",
		CLI:       "az mysql flexible-server ad-admin create --resource-group <group> --server-name <server> --display-name <group-name> --object-id <group-object-id> --identity <identity>",
		Terraform: "resource \"azurerm_mysql_flexible_server_active_directory_administrator\" \"example\" {\n  server_id   = azurerm_mysql_flexible_server.example.id\n  identity_id = azurerm_user_assigned_identity.example.id\n  login       = \"mysql-admins\"\n  object_id   = azuread_group.example.object_id\n  tenant_id   = data.azurerm_client_config.current.tenant_id\n}",
	},
	Link:  "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-azure-ad-authentication",
	Needs: []inventory.Source{mysql.Servers, mysql.ServerAdministrators},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		if !flexibleserver.Lives(p, s.Common) {
			return
		}
		if n, ok := s.Administrators.Get(p); ok && n == 0 {
			p.Evidence("administrators", 0)
			p.Absentf("the server has no Entra administrator")
		}
	}),
}
