package cloudsql

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

func ofType(kind string) *inventory.Inventory {
	return have(func(i *cloudsql.Instance) { i.Type = inventory.Of(kind) })
}

// replicas are the cases of copies, for a check that fails an instance as it
// comes out of the box.
func replicas() []checktest.Case {
	return append(states(),
		checktest.Case{Name: "out of the box", Have: have(asIs), Want: fail},
		checktest.Case{Name: "a replica", Have: ofType("READ_REPLICA_INSTANCE"), Want: skip},
		checktest.Case{Name: "a pool", Have: ofType("READ_POOL_INSTANCE"), Want: skip},
		checktest.Case{Name: "an unknown type", Have: ofType("NEW_TYPE"), Want: unknown})
}

func TestAutomatedBackups(t *testing.T) {
	checktest.Run(t, AutomatedBackups, append(replicas(),
		checktest.Case{Name: "on", Have: have(func(i *cloudsql.Instance) { i.Backups = inventory.Of(true) }), Want: pass},
		checktest.Case{Name: "by Backup and DR", Have: have(func(i *cloudsql.Instance) { i.BackupTier = inventory.Of("ENHANCED") }), Want: pass},
		checktest.Case{Name: "hidden", Have: have(func(i *cloudsql.Instance) { i.Backups = inventory.Missing[bool](checktest.Dark) }), Want: unknown},
	))
}

func TestPointInTimeRecovery(t *testing.T) {
	checktest.Run(t, PointInTimeRecovery, append(replicas(),
		checktest.Case{Name: "on", Have: have(func(i *cloudsql.Instance) { i.PointInTime = inventory.Of(true) }), Want: pass},
		checktest.Case{Name: "hidden", Have: have(func(i *cloudsql.Instance) { i.PointInTime = inventory.Missing[bool](checktest.Dark) }), Want: unknown},
	))
}
