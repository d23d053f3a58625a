package postgresql

import (
	"strings"

	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// PasswordAuthentication asks that a server takes no passwords.
var PasswordAuthentication = &checks.Check{
	ID:       "azure-postgresql-password-authentication",
	Title:    "PostgreSQL servers take no passwords of their own",
	Why:      "A password can be guessed, shared and found in code, and lives on when its user has left.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Security > Authentication > Microsoft Entra authentication only.",
		CLI:       "az postgres flexible-server update --resource-group <group> --name <server> --microsoft-entra-auth Enabled --password-auth Disabled",
		Terraform: "resource \"azurerm_postgresql_flexible_server\" \"example\" {\n  authentication {\n    active_directory_auth_enabled = true\n    password_auth_enabled         = false\n    tenant_id                     = data.azurerm_client_config.current.tenant_id\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/postgresql/security/security-entra-configure",
	Needs: []inventory.Source{postgresql.Servers},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		if !flexibleserver.Lives(p, s.Common) {
			return
		}
		switch state, ok := s.PasswordAuth.Get(p); {
		case !ok || strings.EqualFold(state, "Disabled"):
		case strings.EqualFold(state, "Enabled"):
			p.Evidence("authConfig.passwordAuth", state)
			p.Failf("the server takes passwords beside, or instead of, Entra logins")
		default:
			flexibleserver.UnheardOf(p, "authConfig.passwordAuth", state)
		}
	}),
}
