// Package mysql holds the checks of the flexible servers of Azure Database for
// MySQL, one to a file.
package mysql

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	AuditLog,
	AuditLogConnections,
	BackupRetention,
	EntraAdministrator,
	FirewallAzureServices,
	FirewallWidth,
	GeoBackup,
	HighAvailability,
	MinimumTLS,
	PublicNetworkAccess,
	SecureTransport,
}
