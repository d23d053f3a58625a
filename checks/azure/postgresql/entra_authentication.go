package postgresql

import (
	"strings"

	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// EntraAuthentication asks that a server takes Entra logins.
var EntraAuthentication = &checks.Check{
	ID:       "azure-postgresql-entra-authentication",
	Title:    "PostgreSQL servers take Microsoft Entra logins",
	Why:      "Without them there are only the server's own passwords, which no multifactor authentication, no conditional access and no leaving of a colleague reaches.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Security > Authentication > PostgreSQL and Microsoft Entra authentication.",
		CLI:       "az postgres flexible-server update --resource-group <group> --name <server> --microsoft-entra-auth Enabled",
		Terraform: "resource \"azurerm_postgresql_flexible_server\" \"example\" {\n  authentication {\n    active_directory_auth_enabled = true\n    tenant_id                     = data.azurerm_client_config.current.tenant_id\n  }\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_entra_id_authentication_enabled"},
	Link:    "https://learn.microsoft.com/azure/postgresql/security/security-entra-configure",
	Needs:   []inventory.Source{postgresql.Servers},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		if !flexibleserver.Lives(p, s.Common) {
			return
		}
		switch state, ok := s.EntraAuth.Get(p); {
		case !ok || strings.EqualFold(state, "Enabled"):
		case strings.EqualFold(state, "Disabled"):
			p.Evidence("authConfig.activeDirectoryAuth", state)
			p.Failf("the server takes no Entra logins")
		default:
			flexibleserver.UnheardOf(p, "authConfig.activeDirectoryAuth", state)
		}
	}),
}
