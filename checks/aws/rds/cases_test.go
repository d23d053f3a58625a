package rds

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// A look is one case of a check that judges each row by itself: what is changed
// on a sound row, and the verdict.
type look[T any] struct {
	name   string
	want   checks.Verdict
	change func(*T)
}

// each runs c on a sound row with each change, and on a listing that is hidden.
// Everything else that the check may ask for is in with.
func each[T any](t *testing.T, c *checks.Check, of *inventory.Type[T], sound func() *T, with []inventory.Part, looks ...look[T]) {
	t.Helper()
	checktest.Run(t, c, casesOf(of, sound, with, looks...))
}

// casesOf makes the cases of each.
func casesOf[T any](of *inventory.Type[T], sound func() *T, with []inventory.Part, looks ...look[T]) []checktest.Case {
	cases := []checktest.Case{{
		Name: "not listed", Want: []checks.Verdict{checks.Unknown},
		Have: inventory.Fixture(append([]inventory.Part{inventory.Unlisted(of, "", checktest.Dark)}, with...)...),
	}}
	for _, l := range looks {
		row := sound()
		if l.change != nil {
			l.change(row)
		}
		cases = append(cases, checktest.Case{
			Name: l.name, Want: []checks.Verdict{l.want},
			Have: inventory.Fixture(append([]inventory.Part{inventory.Rows(of, row)}, with...)...),
		})
	}
	return cases
}

// instance is a sound instance that stands alone.
func instance() *rds.DBInstance {
	yes, no := inventory.Of(true), inventory.Of(false)
	return &rds.DBInstance{
		Resource:                         inventory.Resource{ID: "orders"},
		Engine:                           inventory.Of("postgres"),
		EngineVersion:                    inventory.Of("16.4"),
		DBInstanceStatus:                 inventory.Of("available"),
		DBClusterIdentifier:              inventory.Of(""),
		ReadReplicaOf:                    inventory.Of(""),
		MasterUsername:                   inventory.Of("keeper"),
		Port:                             inventory.Of(6111),
		PubliclyAccessible:               no,
		StorageEncrypted:                 yes,
		MultiAZ:                          yes,
		DeletionProtection:               yes,
		IAMDatabaseAuthenticationEnabled: yes,
		AutoMinorVersionUpgrade:          yes,
		CopyTagsToSnapshot:               yes,
		MonitoringInterval:               inventory.Of(60),
		BackupRetentionPeriod:            inventory.Of(7),
		EnabledCloudwatchLogsExports:     inventory.Of([]string{"postgresql", "upgrade"}),
		DBParameterGroups:                inventory.Of([]rds.ParameterGroupUse{{Name: "group", Status: inventory.Of("in-sync")}}),
		SubnetIDs:                        inventory.Of([]string{"subnet-a", "subnet-b"}),
		VPCSecurityGroups:                inventory.Of([]string{"sg-a"}),
		CertificateValidTill:             inventory.Of(inventory.FixtureNow.AddDate(1, 0, 0)),
		InstanceCreateTime:               inventory.Of(inventory.FixtureNow.AddDate(-1, 0, 0)),
		LastBackup:                       inventory.Of(inventory.FixtureNow.Add(-7 * time.Hour)),
	}
}

// cluster is a sound cluster of Aurora MySQL.
func cluster() *rds.DBCluster {
	yes := inventory.Of(true)
	return &rds.DBCluster{
		Resource:                         inventory.Resource{ID: "ledger"},
		Engine:                           inventory.Of("aurora-mysql"),
		EngineMode:                       inventory.Of("provisioned"),
		Status:                           inventory.Of("available"),
		MasterUsername:                   inventory.Of("keeper"),
		Port:                             inventory.Of(6111),
		StorageEncrypted:                 yes,
		MultiAZ:                          yes,
		DeletionProtection:               yes,
		IAMDatabaseAuthenticationEnabled: yes,
		AutoMinorVersionUpgrade:          yes,
		CopyTagsToSnapshot:               yes,
		BackupRetentionPeriod:            inventory.Of(7),
		BacktrackWindow:                  inventory.Of(86400),
		EnabledCloudwatchLogsExports:     inventory.Of([]string{"audit", "error", "postgresql"}),
		DBClusterParameterGroup:          inventory.Of("group"),
		Members:                          inventory.Of([]rds.Member{{DBInstanceIdentifier: "ledger-1", ParameterGroupStatus: inventory.Of("in-sync")}}),
		GlobalClusterIdentifier:          inventory.Of(""),
		ClusterCreateTime:                inventory.Of(inventory.FixtureNow.AddDate(-1, 0, 0)),
		LastBackup:                       inventory.Of(inventory.FixtureNow.Add(-7 * time.Hour)),
	}
}

// ofEngine is a sound cluster of another engine.
func ofEngine(engine string) func() *rds.DBCluster {
	return func() *rds.DBCluster {
		c := cluster()
		c.Engine = inventory.Of(engine)
		return c
	}
}

// snapshot is a sound snapshot taken by hand.
func snapshot() *rds.Snapshot {
	return &rds.Snapshot{
		Resource: inventory.Resource{ID: "before-upgrade"},
		Engine:   inventory.Of("postgres"), SnapshotType: inventory.Of("manual"),
		Encrypted: inventory.Of(true), Public: inventory.Of(false),
	}
}

// The changes that make a row one that is not to be judged.
func member(d *rds.DBInstance)   { d.DBClusterIdentifier = inventory.Of("ledger") }
func custom(d *rds.DBInstance)   { d.Engine = inventory.Of("custom-oracle-ee") }
func deleting(d *rds.DBInstance) { d.DBInstanceStatus = inventory.Of("deleting") }
func creating(d *rds.DBInstance) { d.DBInstanceStatus = inventory.Of("creating") }
func ending(c *rds.DBCluster)    { c.Status = inventory.Of("deleting") }
func serverless(c *rds.DBCluster) {
	c.EngineMode, c.Members = inventory.Of("serverless"), inventory.Of[[]rds.Member](nil)
}

// parameters is a parameter group of the name that the sound rows use.
func parameters(of *inventory.Type[rds.ParameterGroup], all map[string]string) []inventory.Part {
	return []inventory.Part{inventory.Rows(of, &rds.ParameterGroup{Resource: inventory.Resource{ID: "group"}, Parameters: inventory.Of(all)})}
}
