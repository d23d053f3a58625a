package rds

import (
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/backup"
	backuptypes "github.com/aws/aws-sdk-go-v2/service/backup/types"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// at answers in one region, with nothing in the others.
func at[In, Out any](e *awsfake.Estate, f func(*In) (*Out, error)) {
	awsfake.On(e, func(c awsfake.Call, in *In) (*Out, error) {
		if c.Region != "eu-central-1" {
			return new(Out), nil
		}
		return f(in)
	})
}

func arn(kind, id string) *string {
	return new("arn:aws:rds:eu-central-1:111122223333:" + kind + ":" + id)
}

// Two pages of instances, from which the parameter groups and the versions are
// read off, each once; an instance that says next to nothing of itself.
func TestInstances(t *testing.T) {
	var e awsfake.Estate
	e.CountCalls()
	ended := time.Date(2026, 2, 28, 0, 0, 0, 0, time.UTC)
	nightly := time.Date(2026, 11, 24, 2, 0, 0, 0, time.UTC)
	at(&e, func(in *rds.DescribeDBInstancesInput) (*rds.DescribeDBInstancesOutput, error) {
		group := []types.DBParameterGroupStatus{{DBParameterGroupName: new("tuned"), ParameterApplyStatus: new("in-sync")}}
		if in.Marker == nil {
			return &rds.DescribeDBInstancesOutput{Marker: new("2"), DBInstances: []types.DBInstance{
				{DBInstanceIdentifier: new("orders"), DBInstanceArn: arn("db", "orders"), Engine: new("postgres"), EngineVersion: new("13.22"), DBParameterGroups: group, MonitoringInterval: new(int32(60)), Endpoint: &types.Endpoint{Port: new(int32(5432))}},
				{DBInstanceIdentifier: new("copy"), DBInstanceArn: arn("db", "copy"), Engine: new("postgres"), EngineVersion: new("13.22"), DBParameterGroups: group, ReadReplicaSourceDBInstanceIdentifier: new("orders")},
			}}, nil
		}
		return &rds.DescribeDBInstancesOutput{DBInstances: []types.DBInstance{
			{DBInstanceIdentifier: new("bare"), Engine: new("postgres"), EngineVersion: new("13.22"), DBParameterGroups: group},
			{DBInstanceIdentifier: new("graph-1"), DBInstanceArn: arn("db", "graph-1"), DBParameterGroups: group, Engine: new("neptune"), EngineVersion: new("1.3.2.1"), DBClusterIdentifier: new("graph")},
			{DBInstanceIdentifier: new("old"), DBInstanceArn: arn("db", "old"), Engine: new("oracle-ee"), EngineVersion: new("19.0.0.0"), DBParameterGroups: group},
		}}, nil
	})
	at(&e, func(in *rds.DescribeDBParametersInput) (*rds.DescribeDBParametersOutput, error) {
		if *in.DBParameterGroupName != "tuned" || len(in.Filters) != 1 {
			t.Errorf("asked for the parameters of %s with %v", *in.DBParameterGroupName, in.Filters)
		}
		return &rds.DescribeDBParametersOutput{Parameters: []types.Parameter{
			{ParameterName: new(ForceSSL), ParameterValue: new("1")}, {ParameterName: new(RequireSecureTransport)}, {ParameterName: new("other"), ParameterValue: new("x")},
		}}, nil
	})
	at(&e, func(in *rds.DescribeDBEngineVersionsInput) (*rds.DescribeDBEngineVersionsOutput, error) {
		if *in.Engine == "oracle-ee" {
			return &rds.DescribeDBEngineVersionsOutput{}, nil
		}
		return &rds.DescribeDBEngineVersionsOutput{DBEngineVersions: []types.DBEngineVersion{{EngineVersion: in.EngineVersion, Status: new("deprecated")}}}, nil
	})
	at(&e, func(*rds.DescribeDBMajorEngineVersionsInput) (*rds.DescribeDBMajorEngineVersionsOutput, error) {
		standard := []types.SupportedEngineLifecycle{
			{LifecycleSupportName: types.LifecycleSupportNameOpenSourceRdsExtendedSupport, LifecycleSupportEndDate: new(ended.AddDate(3, 0, 0))},
			{LifecycleSupportName: types.LifecycleSupportNameOpenSourceRdsStandardSupport, LifecycleSupportEndDate: &ended},
		}
		return &rds.DescribeDBMajorEngineVersionsOutput{DBMajorEngineVersions: []types.DBMajorEngineVersion{
			{Engine: new("postgres"), MajorEngineVersion: new("1")}, {Engine: new("postgres"), MajorEngineVersion: new("13"), SupportedEngineLifecycles: standard},
			{Engine: new("oracle-ee"), MajorEngineVersion: new("19")},
		}}, nil
	})
	at(&e, func(*backup.ListProtectedResourcesInput) (*backup.ListProtectedResourcesOutput, error) {
		return &backup.ListProtectedResourcesOutput{Results: []backuptypes.ProtectedResource{{ResourceArn: arn("db", "orders"), LastBackupTime: &nightly}}}, nil
	})
	inv := awstest.Collect(t, &e, DBInstanceLastBackup, DBParameters, EngineVersionStatus, EngineVersionSupport)
	if twice := e.Repeated(); len(twice) > 0 {
		t.Errorf("asked twice: %v", twice)
	}
	rows := awstest.Rows(t, inv, DBInstances)
	by := map[string]*DBInstance{}
	for _, d := range rows {
		by[d.ID] = d
	}
	if len(rows) != 5 {
		t.Fatalf("%d instances", len(rows))
	}
	orders, bare := by["orders"], by["bare"]
	if awstest.Value(t, orders.Port) != 5432 || awstest.Value(t, orders.MonitoringInterval) != 60 || awstest.Value(t, orders.DBClusterIdentifier) != "" {
		t.Errorf("orders is read as %+v", orders)
	}
	if !awstest.Value(t, orders.LastBackup).Equal(nightly) || !awstest.Value(t, bare.LastBackup).IsZero() {
		t.Errorf("last backups %v, %v", orders.LastBackup, bare.LastBackup)
	}
	if awstest.Value(t, by["copy"].ReadReplicaOf) != "orders" || awstest.Value(t, by["graph-1"].DBClusterIdentifier) != "graph" {
		t.Error("the replica or the member is not told")
	}
	if bare.Full != "arn:aws:rds:eu-central-1:111122223333:db:bare" || awstest.Value(t, bare.MonitoringInterval) != 0 || len(awstest.Value(t, bare.EnabledCloudwatchLogsExports)) != 0 {
		t.Errorf("bare is read as %+v", bare)
	}
	for name, k := range map[string]inventory.Known[bool]{"StorageEncrypted": bare.StorageEncrypted, "PubliclyAccessible": bare.PubliclyAccessible, "DeletionProtection": bare.DeletionProtection} {
		if _, hidden := k.Gap(); !hidden {
			t.Errorf("%s was not answered and is taken as known", name)
		}
	}
	groups := awstest.Rows(t, inv, DBParameterGroups)
	if len(groups) != 1 || groups[0].ID != "tuned" {
		t.Fatalf("groups %v", groups)
	}
	if p := awstest.Value(t, groups[0].Parameters); len(p) != 2 || p[ForceSSL] != "1" || p[RequireSecureTransport] != "" {
		t.Errorf("parameters %v", p)
	}
	versions := awstest.Rows(t, inv, EngineVersions)
	if len(versions) != 2 || versions[0].ID != "oracle-ee/19.0.0.0" || versions[1].ID != "postgres/13.22" {
		t.Fatalf("versions %v", versions)
	}
	if _, hidden := versions[0].Status.Gap(); !hidden {
		t.Error("a version that AWS does not list has a status")
	}
	if !awstest.Value(t, versions[0].StandardSupportEnd).IsZero() || awstest.Value(t, versions[1].Status) != "deprecated" || !awstest.Value(t, versions[1].StandardSupportEnd).Equal(ended) {
		t.Errorf("versions %+v, %+v", versions[0], versions[1])
	}
}

// One listing of clusters serves three engines and their parameter groups.
func TestClusters(t *testing.T) {
	var e awsfake.Estate
	e.CountCalls()
	at(&e, func(in *rds.DescribeDBClustersInput) (*rds.DescribeDBClustersOutput, error) {
		if in.Marker == nil {
			return &rds.DescribeDBClustersOutput{Marker: new("2"), DBClusters: []types.DBCluster{
				{DBClusterIdentifier: new("ledger"), DBClusterArn: arn("cluster", "ledger"), Engine: new("aurora-mysql"), DBClusterParameterGroup: new("audited"), DBClusterMembers: []types.DBClusterMember{{DBInstanceIdentifier: new("ledger-1"), DBClusterParameterGroupStatus: new("pending-reboot")}}},
				{DBClusterIdentifier: new("graph"), DBClusterArn: arn("cluster", "graph"), Engine: new("neptune"), DBClusterParameterGroup: new("default.neptune1.3")},
			}}, nil
		}
		return &rds.DescribeDBClustersOutput{DBClusters: []types.DBCluster{
			{DBClusterIdentifier: new("documents"), DBClusterArn: arn("cluster", "documents"), Engine: new("docdb"), DBClusterParameterGroup: new("gone")},
			{DBClusterIdentifier: new("nameless"), Engine: new("mysql"), DBClusterParameterGroup: new("audited")},
		}}, nil
	})
	at(&e, func(in *rds.DescribeDBClusterParametersInput) (*rds.DescribeDBClusterParametersOutput, error) {
		if *in.DBClusterParameterGroupName == "gone" {
			return nil, awsfake.Wrap(404, &types.DBParameterGroupNotFoundFault{})
		}
		if in.Marker == nil {
			return &rds.DescribeDBClusterParametersOutput{Marker: new("2"), Parameters: []types.Parameter{{ParameterName: new(ServerAuditLogging), ParameterValue: new("1")}}}, nil
		}
		return &rds.DescribeDBClusterParametersOutput{Parameters: []types.Parameter{{ParameterName: new(ServerAuditEvents), ParameterValue: new("CONNECT")}}}, nil
	})
	at(&e, func(*backup.ListProtectedResourcesInput) (*backup.ListProtectedResourcesOutput, error) {
		return nil, awsfake.Error(400, "AccessDeniedException", "no")
	})
	inv := awstest.Collect(t, &e, DBClusterLastBackup, NeptuneClusters, DocumentDBClusters, DBClusterParameters)
	if twice := e.Repeated(); len(twice) > 0 {
		t.Errorf("asked twice: %v", twice)
	}
	own := awstest.Rows(t, inv, DBClusters)
	if len(own) != 2 || own[0].ID != "ledger" || own[1].ID != "nameless" {
		t.Fatalf("clusters of RDS: %v", own)
	}
	if m := awstest.Value(t, own[0].Members); len(m) != 1 || awstest.Value(t, m[0].ParameterGroupStatus) != "pending-reboot" {
		t.Errorf("members %v", m)
	}
	if awstest.Value(t, own[0].EngineMode) != "provisioned" || awstest.Value(t, own[0].BacktrackWindow) != 0 {
		t.Errorf("ledger is read as %+v", own[0])
	}
	if g, hidden := own[0].LastBackup.Gap(); !hidden || g.Action != "backup:ListProtectedResources" {
		t.Errorf("what AWS Backup does not tell is %v", own[0].LastBackup)
	}
	if n, d := awstest.Rows(t, inv, NeptuneClusters), awstest.Rows(t, inv, DocumentDBClusters); len(n) != 1 || len(d) != 1 || n[0].ID != "graph" || d[0].ID != "documents" {
		t.Errorf("Neptune %v, DocumentDB %v", n, d)
	}
	groups := awstest.Rows(t, inv, DBClusterParameterGroups)
	if len(groups) != 2 || groups[0].ID != "audited" || inv.Gone() != 1 {
		t.Fatalf("groups %v, %d gone", groups, inv.Gone())
	}
	if p := awstest.Value(t, groups[0].Parameters); p[ServerAuditLogging] != "1" || p[ServerAuditEvents] != "CONNECT" {
		t.Errorf("parameters %v", p)
	}
}

// Snapshots that cannot be public are not asked about; one goes while it is read.
func TestSnapshots(t *testing.T) {
	var e awsfake.Estate
	at(&e, func(in *rds.DescribeDBSnapshotsInput) (*rds.DescribeDBSnapshotsOutput, error) {
		if in.Marker == nil {
			return &rds.DescribeDBSnapshotsOutput{Marker: new("2"), DBSnapshots: []types.DBSnapshot{
				{DBSnapshotIdentifier: new("rds:auto"), SnapshotType: new("automated"), Encrypted: new(false)},
				{DBSnapshotIdentifier: new("sealed"), SnapshotType: new("manual"), Encrypted: new(true)},
			}}, nil
		}
		return &rds.DescribeDBSnapshotsOutput{DBSnapshots: []types.DBSnapshot{
			{DBSnapshotIdentifier: new("open"), SnapshotType: new("manual"), Encrypted: new(false)},
			{DBSnapshotIdentifier: new("shared")}, {DBSnapshotIdentifier: new("gone"), SnapshotType: new("manual")},
		}}, nil
	})
	at(&e, func(in *rds.DescribeDBSnapshotAttributesInput) (*rds.DescribeDBSnapshotAttributesOutput, error) {
		values := []string{"222233334444"}
		switch *in.DBSnapshotIdentifier {
		case "gone":
			return nil, awsfake.Wrap(404, &types.DBSnapshotNotFoundFault{})
		case "open":
			values = []string{"all"}
		}
		return &rds.DescribeDBSnapshotAttributesOutput{DBSnapshotAttributesResult: &types.DBSnapshotAttributesResult{
			DBSnapshotAttributes: []types.DBSnapshotAttribute{{AttributeName: new("restore"), AttributeValues: values}}}}, nil
	})
	at(&e, func(*rds.DescribeDBClusterSnapshotsInput) (*rds.DescribeDBClusterSnapshotsOutput, error) {
		return &rds.DescribeDBClusterSnapshotsOutput{DBClusterSnapshots: []types.DBClusterSnapshot{
			{DBClusterSnapshotIdentifier: new("a"), Engine: new("aurora-mysql"), StorageEncrypted: new(true)},
			{DBClusterSnapshotIdentifier: new("n"), Engine: new("neptune"), StorageEncrypted: new(false), SnapshotType: new("manual")},
			{DBClusterSnapshotIdentifier: new("d"), Engine: new("docdb"), StorageEncrypted: new(false), SnapshotType: new("manual")},
		}}, nil
	})
	at(&e, func(in *rds.DescribeDBClusterSnapshotAttributesInput) (*rds.DescribeDBClusterSnapshotAttributesOutput, error) {
		if *in.DBClusterSnapshotIdentifier == "d" {
			return nil, awsfake.Wrap(404, &types.DBClusterSnapshotNotFoundFault{})
		}
		return &rds.DescribeDBClusterSnapshotAttributesOutput{DBClusterSnapshotAttributesResult: &types.DBClusterSnapshotAttributesResult{
			DBClusterSnapshotAttributes: []types.DBClusterSnapshotAttribute{{AttributeName: new("restore"), AttributeValues: []string{"all"}}}}}, nil
	})
	inv := awstest.Collect(t, &e, DBSnapshotPublic, DBClusterSnapshotPublic, NeptuneSnapshotPublic, DocumentDBSnapshotPublic)
	var public []string
	for _, of := range []*inventory.Type[Snapshot]{DBSnapshots, DBClusterSnapshots, NeptuneSnapshots, DocumentDBSnapshots} {
		for _, n := range awstest.Rows(t, inv, of) {
			if awstest.Value(t, n.Public) {
				public = append(public, n.ID)
			}
		}
	}
	if !slices.Equal(public, []string{"open", "n"}) {
		t.Errorf("public: %v", public)
	}
	if n := e.Calls()["RDS DescribeDBSnapshotAttributes"]; n != 3 {
		t.Errorf("asked about %d snapshots, want the 3 that may be public", n)
	}
	if inv.Gone() != 2 {
		t.Errorf("%d rows counted as gone, want 2", inv.Gone())
	}
}

// Subscriptions, proxies and global clusters, which two regions both name.
func TestOthers(t *testing.T) {
	var e awsfake.Estate
	at(&e, func(*rds.DescribeEventSubscriptionsInput) (*rds.DescribeEventSubscriptionsOutput, error) {
		return &rds.DescribeEventSubscriptionsOutput{EventSubscriptionsList: []types.EventSubscription{
			{CustSubscriptionId: new("all"), EventSubscriptionArn: arn("es", "all"), Enabled: new(true), Status: new("active")},
		}}, nil
	})
	at(&e, func(in *rds.DescribeDBProxiesInput) (*rds.DescribeDBProxiesOutput, error) {
		return &rds.DescribeDBProxiesOutput{DBProxies: []types.DBProxy{{DBProxyName: new("pool"), DBProxyArn: arn("db-proxy", "prx-1"), RequireTLS: new(true)}}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *rds.DescribeGlobalClustersInput) (*rds.DescribeGlobalClustersOutput, error) {
		return &rds.DescribeGlobalClustersOutput{GlobalClusters: []types.GlobalCluster{
			{GlobalClusterIdentifier: new("world"), GlobalClusterArn: new("arn:aws:rds::111122223333:global-cluster:world"), Engine: new("aurora-mysql")},
		}}, nil
	})
	inv := awstest.Collect(t, &e, EventSubscriptions, DBProxies, GlobalClusters)
	if s := awstest.Rows(t, inv, EventSubscriptions); len(s) != 1 || awstest.Value(t, s[0].SourceType) != "" || len(awstest.Value(t, s[0].Categories)) != 0 || !awstest.Value(t, s[0].Enabled) {
		t.Errorf("subscriptions %+v", s)
	}
	p := awstest.Rows(t, inv, DBProxies)
	if len(p) != 1 || !awstest.Value(t, p[0].RequireTLS) {
		t.Fatalf("proxies %+v", p)
	}
	if _, hidden := p[0].Status.Gap(); !hidden {
		t.Error("a status that was not answered is known")
	}
	if g := awstest.Rows(t, inv, GlobalClusters); len(g) != 1 || g[0].Region != "" {
		t.Errorf("global clusters %+v", g)
	}
}
