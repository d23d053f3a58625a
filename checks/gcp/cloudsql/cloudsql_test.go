package cloudsql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

// have is one instance as it comes out of the box, changed.
func have(change func(*cloudsql.Instance)) *inventory.Inventory {
	i := &cloudsql.Instance{
		Resource: inventory.Resource{ID: "a"}, Engine: inventory.Of(cloudsql.PostgreSQL), Type: inventory.Of("CLOUD_SQL_INSTANCE"), State: inventory.Of("RUNNABLE"),
		Availability: inventory.Of("ZONAL"), Flags: inventory.Of(map[string]string{}), PublicIP: inventory.Of(true), Networks: inventory.Of([]cloudsql.Network(nil)),
		Connectors: inventory.Of("NOT_REQUIRED"), SSLMode: inventory.Of("ALLOW_UNENCRYPTED_AND_ENCRYPTED"), RequireSSL: inventory.Of(false), KMSKey: inventory.Of(""),
		DeletionProtection: inventory.Of(false), Backups: inventory.Of(false), BackupTier: inventory.Of("STANDARD"), PointInTime: inventory.Of(false),
	}
	change(i)
	return inventory.Fixture(inventory.Rows(cloudsql.Instances, i))
}

func asIs(*cloudsql.Instance) {}

// states are the cases of instances that are not judged, for a check that
// fails an instance as it comes out of the box.
func states() []checktest.Case {
	return []checktest.Case{
		{Name: "being deleted", Have: have(func(i *cloudsql.Instance) { i.State = inventory.Of("PENDING_DELETE") }), Want: skip},
		{Name: "being created", Have: have(func(i *cloudsql.Instance) { i.State = inventory.Of("PENDING_CREATE") }), Want: skip},
		{Name: "outside", Have: have(func(i *cloudsql.Instance) { i.Type = inventory.Of("ON_PREMISES_INSTANCE") }), Want: skip},
		{Name: "stopped", Have: have(func(i *cloudsql.Instance) { i.State = inventory.Of("SUSPENDED") }), Want: fail},
		{Name: "the state is hidden", Have: have(func(i *cloudsql.Instance) { i.State = inventory.Missing[string](checktest.Dark) }), Want: unknown},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(cloudsql.Instances, "", checktest.Dark)), Want: unknown},
	}
}
