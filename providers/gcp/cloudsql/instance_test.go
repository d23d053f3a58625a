package cloudsql

import (
	"fmt"
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(name, data string) string {
	return fmt.Sprintf(`{"name":"//cloudsql.googleapis.com/projects/%s/instances/%s","assetType":"sqladmin.googleapis.com/Instance","ancestors":["projects/%s","%s"],"resource":{"location":"europe-west1","data":%s}}`,
		gcptest.ProjectID, name, gcptest.Number, gcptest.Parent, data)
}

// is compares what is known; "?" stands for what is not.
func is[V any](t *testing.T, what string, k inventory.Known[V], want string) {
	t.Helper()
	got := "?"
	if v, ok := k.Peek(); ok {
		got = fmt.Sprint(v)
	}
	if got != want {
		t.Errorf("%s is %s, want %s", what, got, want)
	}
}

// An instance as the reference shows it, older ones, one that its answer says
// little of, and one it says nothing of.
func TestInstances(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+
		asset("a", `{"name":"a","databaseVersion":"POSTGRES_16","instanceType":"CLOUD_SQL_INSTANCE","state":"RUNNABLE","ipAddresses":[{"type":"PRIVATE","ipAddress":"10.0.0.3"}],
			"diskEncryptionConfiguration":{"kmsKeyName":"projects/p/locations/l/keyRings/r/cryptoKeys/k"},
			"settings":{"userLabels":{"team":"orders"},"availabilityType":"REGIONAL","deletionProtectionEnabled":true,"connectorEnforcement":"REQUIRED","dataDiskSizeGb":"10",
				"databaseFlags":[{"name":"log_statement","value":"ddl"},{"name":"cloudsql.enable_pgaudit","value":"on"}],
				"ipConfiguration":{"ipv4Enabled":false,"sslMode":"ENCRYPTED_ONLY","requireSsl":false,"authorizedNetworks":[{"name":"n","value":"198.51.100.0/24","expirationTime":"2026-11-15T16:19:00.094Z"},{}]},
				"backupConfiguration":{"enabled":true,"pointInTimeRecoveryEnabled":true,"backupTier":"STANDARD"}}}`)+","+
		asset("old", `{"databaseVersion":"MYSQL_5_7","ipAddresses":[{"type":"PRIMARY"}],"settings":{"ipConfiguration":{"requireSsl":true},"backupConfiguration":{"enabled":false,"binaryLogEnabled":true}}}`)+","+
		asset("bare", `{"databaseVersion":"ORACLE_23","settings":{"databaseFlags":[{"value":"on"}]}}`)+","+
		asset("empty", `{}`)+`]}`, Instances)
	var gaps inventory.Gaps
	rows := map[string]*Instance{}
	for i := range Instances.All(inv, &gaps) {
		rows[i.ID] = i
	}
	if len(rows) != 4 || len(gaps) > 0 {
		t.Fatalf("%d rows, %v", len(rows), gaps)
	}
	a, old, bare, empty := rows["a"], rows["old"], rows["bare"], rows["empty"]
	if want := "//cloudsql.googleapis.com/projects/" + gcptest.Number + "/instances/a"; a.Full != want || a.Region != "europe-west1" {
		t.Errorf("%s in %s", a.Full, a.Region)
	}
	is(t, "the engine", a.Engine, PostgreSQL)
	is(t, "the type", a.Type, "CLOUD_SQL_INSTANCE")
	is(t, "the state", a.State, "RUNNABLE")
	is(t, "the labels", a.Tags, "map[team:orders]")
	is(t, "the availability", a.Availability, "REGIONAL")
	is(t, "the flags", a.Flags, "map[cloudsql.enable_pgaudit:on log_statement:ddl]")
	is(t, "a public address", a.PublicIP, "false")
	is(t, "the connectors", a.Connectors, "REQUIRED")
	is(t, "the mode", a.SSLMode, "ENCRYPTED_ONLY")
	is(t, "the key", a.KMSKey, "projects/p/locations/l/keyRings/r/cryptoKeys/k")
	is(t, "protection", a.DeletionProtection, "true")
	is(t, "backups", a.Backups, "true")
	is(t, "recovery", a.PointInTime, "true")
	nets, _ := a.Networks.Peek()
	if len(nets) != 2 || nets[0].Expires.Day() != 15 || !nets[1].Expires.IsZero() {
		t.Fatalf("networks %v", nets)
	}
	is(t, "a network", nets[0].CIDR, "198.51.100.0/24")
	is(t, "a network without a value", nets[1].CIDR, "?")

	is(t, "the engine", old.Engine, MySQL)
	is(t, "a public address", old.PublicIP, "true")
	is(t, "the mode", old.SSLMode, "")
	is(t, "the switch", old.RequireSSL, "true")
	is(t, "the key", old.KMSKey, "")
	is(t, "protection", old.DeletionProtection, "false")
	is(t, "the tier", old.BackupTier, "STANDARD")
	is(t, "backups", old.Backups, "false")
	is(t, "recovery", old.PointInTime, "true")
	is(t, "the flags", old.Flags, "map[]")

	is(t, "the engine", bare.Engine, "?")
	is(t, "flags without a name", bare.Flags, "?")
	is(t, "a public address", bare.PublicIP, "?")
	is(t, "the networks", bare.Networks, "?")
	is(t, "backups", bare.Backups, "?")
	is(t, "recovery", bare.PointInTime, "?")

	is(t, "the flags", empty.Flags, "?")
	is(t, "protection", empty.DeletionProtection, "?")
	is(t, "the engine", empty.Engine, "?")
	is(t, "the labels", empty.Tags, "?")
}

func TestInstancesRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 IAM_PERMISSION_DENIED"}}`)); err != nil {
		t.Fatal(err)
	}
	var gaps inventory.Gaps
	for range Instances.All(gcptest.Over(t, d, Instances), &gaps) {
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Denied || gaps[0].Action != "cloudasset.assets.listResource" {
		t.Errorf("%+v", gaps)
	}
}
