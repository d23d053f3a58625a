package sql

import (
	"demarc/checks"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// TransparentEncryption asks that databases are encrypted at rest.
var TransparentEncryption = &checks.Check{
	ID:       "azure-sql-database-tde",
	Title:    "SQL databases are encrypted at rest",
	Why:      "Without transparent data encryption whoever gets hold of the files or of a backup reads the data.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "SQL databases > the database > Security > Data Encryption > Transparent data encryption: On.",
		CLI:       "az sql db tde set --resource-group <group> --server <server> --database <database> --status Enabled",
		Terraform: "resource \"azurerm_mssql_database\" \"example\" {\n  transparent_data_encryption_enabled = true\n}",
	},
	Aliases: []string{"prowler:sqlserver_tde_encryption_enabled"},
	Link:    "https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-tde-overview",
	Needs:   []inventory.Source{sql.DatabaseEncrypted},
	Run: checks.Each(sql.Databases, func(p *checks.Probe, d *sql.Database) {
		if on, ok := d.Encrypted.Get(p); ok && !on {
			p.Evidence("transparentDataEncryption", "Disabled")
			p.Failf("the database is not encrypted")
		}
	}),
}
