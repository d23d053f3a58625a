package sql

import (
	"demarc/checks"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// ProtectorCustomerKey asks that the databases' keys are wrapped by a key of
// the customer's own.
var ProtectorCustomerKey = &checks.Check{
	ID:       "azure-sql-tde-customer-key",
	Title:    "SQL servers encrypt their databases by a customer-managed key",
	Why:      "A key that Microsoft keeps can be neither turned, nor watched, nor taken away: with one of the customer's own in Key Vault the data can be locked at once.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Security > Transparent data encryption > Customer-managed key.",
		CLI:       "az sql server tde-key set --resource-group <group> --server <server> --server-key-type AzureKeyVault --kid <key-id>",
		Terraform: "resource \"azurerm_mssql_server_transparent_data_encryption\" \"example\" {\n  server_id        = azurerm_mssql_server.example.id\n  key_vault_key_id = azurerm_key_vault_key.example.id\n}",
	},
	Aliases: []string{"prowler:sqlserver_tde_encrypted_with_cmk"},
	Link:    "https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-byok-overview",
	Needs:   []inventory.Source{sql.ServerProtector},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		if kind, ok := s.Protector.Get(p); ok && kind == "ServiceManaged" {
			p.Evidence("serverKeyType", kind)
			p.Failf("the key that protects the databases' keys is Microsoft's own")
		}
	}),
}
