package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/checks/azure/ipfirewall"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// PublicNetworkAccess asks that a server is reached from its virtual network alone.
var PublicNetworkAccess = &checks.Check{
	ID:       "azure-mysql-public-network-access",
	Title:    "MySQL servers are not reached from public networks",
	Why:      "A public endpoint is one firewall rule away from everybody; a private endpoint, or a server inside a virtual network, is reached from there alone.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Settings > Networking > Allow public access to this resource through the internet: off, after a private endpoint has been made.",
		CLI:       "az mysql flexible-server update --resource-group <group> --name <server> --public-access Disabled",
		Terraform: "resource \"azurerm_mysql_flexible_server\" \"example\" {\n  public_network_access = \"Disabled\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking-private-link",
	Needs: []inventory.Source{mysql.Servers},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		if flexibleserver.Lives(p, s.Common) {
			ipfirewall.JudgeAccess(p, s.PublicNetwork)
		}
	}),
}
