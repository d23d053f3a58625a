package sql

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// MinimumTLS asks that servers refuse old versions of TLS.
var MinimumTLS = &checks.Check{
	ID:       "azure-sql-min-tls",
	Title:    "SQL servers take TLS 1.2 or later only",
	Why:      "TLS 1.0 and 1.1 are broken, and a server without a minimum takes connections without any: who sits on the way reads along.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Security > Networking > Connectivity > Minimum TLS version: 1.2.",
		CLI:       "az sql server update --resource-group <group> --name <server> --minimal-tls-version 1.2",
		Terraform: "resource \"azurerm_mssql_server\" \"example\" {\n  minimum_tls_version = \"1.2\"\n}",
	},
	Aliases: []string{"prowler:sqlserver_recommended_minimal_tls_version"},
	Link:    "https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings",
	Needs:   []inventory.Source{sql.Servers},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		judgeTLS(p, s.MinimalTLS)
	}),
}

// judgeTLS reports a minimum version of TLS that RFC 8996 has put out of use,
// and that there is no minimum.
func judgeTLS(p *checks.Probe, minimum inventory.Known[string]) {
	version, ok := minimum.Get(p)
	switch {
	case !ok || version == "1.2" || version == "1.3":
	case version == "1.0" || version == "1.1":
		p.Evidence("minimalTlsVersion", version)
		p.Failf("TLS %s is taken", version)
	case strings.EqualFold(version, "None"):
		p.Evidence("minimalTlsVersion", version)
		p.Failf("no minimum is set: any version of TLS is taken, and no TLS at all")
	default:
		unheardOf(p, "minimal TLS version", version)
	}
}
