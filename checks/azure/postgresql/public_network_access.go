package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/checks/azure/ipfirewall"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// PublicNetworkAccess asks that a server is reached from its virtual network alone.
var PublicNetworkAccess = &checks.Check{
	ID:       "azure-postgresql-public-network-access",
	Title:    "PostgreSQL servers are not reached from public networks",
	Why:      "A public endpoint is one firewall rule away from everybody; a private endpoint, or a server inside a virtual network, is reached from there alone.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > Networking > Allow public access to this resource through the internet: off, after a private endpoint has been made.",
		CLI:       "az postgres flexible-server update --resource-group <group> --name <server> --public-access Disabled",
		Terraform: "resource \"azurerm_postgresql_flexible_server\" \"example\" {\n  public_network_access_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/postgresql/network/concepts-networking-private-link",
	Needs: []inventory.Source{postgresql.Servers},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		if flexibleserver.Lives(p, s.Common) {
			ipfirewall.JudgeAccess(p, s.PublicNetwork)
		}
	}),
}
