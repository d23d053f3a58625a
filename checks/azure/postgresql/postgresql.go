// Package postgresql holds the checks of the flexible servers of Azure Database for
// PostgreSQL, one to a file.
package postgresql

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	ConnectionThrottling,
	EntraAuthentication,
	FirewallAzureServices,
	FirewallWidth,
	GeoBackup,
	HighAvailability,
	LogCheckpoints,
	LogConnections,
	LogDisconnections,
	LogRetention,
	MinimumTLS,
	PasswordAuthentication,
	PublicNetworkAccess,
	SecureTransport,
}
