package sql

import (
	"demarc/checks"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// ManagedInstancePublicEndpoint asks that managed instances are reached from
// their networks alone.
var ManagedInstancePublicEndpoint = &checks.Check{
	ID:       "azure-sql-managed-instance-public-endpoint",
	Title:    "Managed instances have no public endpoint",
	Why:      "A public endpoint takes the instance out of its virtual network: one rule of a security group is then between its data and the internet.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "SQL managed instances > the instance > Security > Networking > Public endpoint (data): Disable.",
		CLI:       "az sql mi update --resource-group <group> --name <instance> --public-data-endpoint-enabled false",
		Terraform: "resource \"azurerm_mssql_managed_instance\" \"example\" {\n  public_data_endpoint_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/azure-sql/managed-instance/public-endpoint-overview",
	Needs: []inventory.Source{sql.ManagedInstances},
	Run: checks.Each(sql.ManagedInstances, func(p *checks.Probe, m *sql.ManagedInstance) {
		if !lives(p, m) {
			return
		}
		if public, ok := m.PublicEndpoint.Get(p); ok && public {
			p.Evidence("publicDataEndpointEnabled", true)
			p.Failf("the instance has a public endpoint")
		}
	}),
}
