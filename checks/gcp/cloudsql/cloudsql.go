// Package cloudsql holds the checks of Cloud SQL; those of database flags share
// a file for each engine.
package cloudsql

import (
	"demarc/checks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	AuthorizedNetworks,
	AutomatedBackups,
	CustomerKey,
	DeletionProtection,
	Encryption,
	HighAvailability,
	LocalInfile,
	PgAudit,
	PointInTimeRecovery,
	PostgresLogConnections,
	PostgresLogDisconnections,
	PostgresLogDuration,
	PostgresLogErrorStatement,
	PostgresLogMessages,
	PostgresLogStatement,
	PostgresLogVerbosity,
	PublicIP,
	SQLServerContainedAuthentication,
	SQLServerExternalScripts,
	SQLServerOwnershipChaining,
	SQLServerRemoteAccess,
	SQLServerTrace3625,
	SQLServerUserConnections,
	SQLServerUserOptions,
	ShowDatabases,
	PostgresIAMAuthentication,
	MySQLIAMAuthentication,
}

// each looks at every instance that is there to be judged.
func each(look func(*checks.Probe, *cloudsql.Instance)) checks.Run {
	return checks.Each(cloudsql.Instances, func(p *checks.Probe, i *cloudsql.Instance) {
		state, ok := i.State.Get(p)
		kind, known := i.Type.Get(p)
		switch {
		case !ok || !known:
		case state == "PENDING_DELETE":
			p.Skipf("the instance is being deleted")
		case state == "PENDING_CREATE":
			p.Skipf("the instance is being created")
		case kind == "ON_PREMISES_INSTANCE":
			p.Skipf("the row stands for a server outside Google Cloud that an instance copies")
		default:
			look(p, i)
		}
	})
}

// original reports whether an instance is no copy of another, and why it is
// not judged where it is one.
func original(p *checks.Probe, i *cloudsql.Instance, why string) bool {
	switch kind, _ := i.Type.Get(p); kind {
	case "CLOUD_SQL_INSTANCE", "GREEN_INSTANCE":
		return true
	case "READ_REPLICA_INSTANCE", "READ_POOL_INSTANCE":
		p.Skipf("the instance is a read replica: %s", why)
	default:
		unheardOf(p, "type of the instance", kind)
	}
	return false
}

// unheardOf makes the result unknown for a value that the reference does not
// name.
func unheardOf(p *checks.Probe, what, value string) {
	p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the " + what + ": " + value + " is not a known one"})
}
