// Package rds holds the checks of Amazon RDS, Aurora, Neptune and DocumentDB.
package rds

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	InstanceAdmin,
	InstanceBackupPlan,
	InstanceBackupRetention,
	InstanceCertificate,
	InstanceCopyTags,
	InstanceDeletionProtection,
	InstanceEncrypted,
	InstanceEnhancedMonitoring,
	InstanceIAMAuthentication,
	InstanceLogs,
	InstanceMinorUpgrade,
	InstanceMultiAZ,
	InstancePort,
	InstancePublic,
	InstanceSupport,
	InstanceVersion,
	MariaDBLogs,
	MariaDBTLS,
	MySQLTLS,
	PostgreSQLLogs,
	PostgreSQLTLS,
	SQLServerLogs,
	SQLServerTLS,
}
