package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/backup"
	backuptypes "github.com/aws/aws-sdk-go-v2/service/backup/types"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws/awsfake"
)

// A dbSnapshot is a copy of an instance, or of a cluster where engine is that
// of one.
type dbSnapshot struct {
	id, engine        string
	encrypted, public bool
	automated         bool
}

var dbSnapshots = map[place][]dbSnapshot{
	{Shop, frankfurt}: {
		{id: "rds:larkspur-orders-2026-11-24-02-10", engine: "postgres", encrypted: true, automated: true},
		{id: "larkspur-orders-before-16", engine: "postgres", encrypted: true},
		{id: "larkspur-cms-2024", engine: "mysql"},
	},
	{Lab, virginia}: {
		{id: "larkspur-lab-postgres-course", engine: "postgres", public: true},
	},
}

var dbClusterSnapshots = map[place][]dbSnapshot{
	{Shop, frankfurt}: {
		{id: "rds:larkspur-ledger-2026-11-24-03-00", engine: "aurora-mysql", encrypted: true, automated: true},
		{id: "larkspur-ledger-audit-2025", engine: "aurora-mysql", encrypted: true},
		{id: "larkspur-recommend-seed", engine: "neptune", encrypted: true},
		{id: "larkspur-reviews-2025", engine: "docdb", encrypted: true},
	},
	{Lab, virginia}: {
		{id: "larkspur-lab-aurora-sample", engine: "aurora-mysql", public: true},
		{id: "larkspur-lab-graph-sample", engine: "neptune", public: true},
		{id: "larkspur-lab-documents-sample", engine: "docdb", public: true},
	},
}

func (n dbSnapshot) kind() *string {
	if n.automated {
		return new("automated")
	}
	return new("manual")
}

func restorers(all []dbSnapshot, id string) ([]string, bool) {
	for _, n := range all {
		if n.id == id {
			if n.public {
				return []string{"all"}, true
			}
			return nil, true
		}
	}
	return nil, false
}

var dbProxies = map[place][]types.DBProxy{
	{Shop, frankfurt}: {{DBProxyName: new("larkspur-orders-pool"), DBProxyArn: rdsARN(place{Shop, frankfurt}, "db-proxy", "prx-0shop0000000001"), RequireTLS: new(true), Status: types.DBProxyStatusAvailable}},
	{Lab, virginia}:   {{DBProxyName: new("larkspur-lab-pool"), DBProxyArn: rdsARN(place{Lab, virginia}, "db-proxy", "prx-0lab00000000001"), RequireTLS: new(false), Status: types.DBProxyStatusAvailable}},
}

func dbEvents(p place, id, source string, categories ...string) types.EventSubscription {
	return types.EventSubscription{
		CustSubscriptionId: &id, EventSubscriptionArn: rdsARN(p, "es", id), Enabled: new(true), Status: new("active"),
		SourceType: &source, EventCategoriesList: categories,
	}
}

var dbSubscriptions = map[place][]types.EventSubscription{
	{Shop, frankfurt}: {
		dbEvents(place{Shop, frankfurt}, "larkspur-instances", "db-instance", "maintenance", "configuration change", "failure"),
		dbEvents(place{Shop, frankfurt}, "larkspur-clusters", "db-cluster"),
		dbEvents(place{Shop, frankfurt}, "larkspur-groups", "db-parameter-group", "configuration change"),
		dbEvents(place{Shop, frankfurt}, "larkspur-firewalls", "db-security-group", "configuration change", "failure"),
	},
	{Lab, virginia}: {dbEvents(place{Lab, virginia}, "larkspur-lab-failures", "db-instance", "failure")},
}

var globalClusters = map[string][]types.GlobalCluster{
	Shop: {{GlobalClusterIdentifier: new("larkspur-ledger-global"), GlobalClusterArn: new("arn:aws:rds::" + Shop + ":global-cluster:larkspur-ledger-global"), Engine: new("aurora-mysql"), EngineVersion: new("8.0.mysql_aurora.3.08.2"), Status: new("available")}},
	Lab:  {{GlobalClusterIdentifier: new("larkspur-lab-global"), GlobalClusterArn: new("arn:aws:rds::" + Lab + ":global-cluster:larkspur-lab-global"), Engine: new("aurora-mysql"), EngineVersion: new("8.0.mysql_aurora.3.05.2"), Status: new("available")}},
}

func rdsListings(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *rds.DescribeDBInstancesInput) (*rds.DescribeDBInstancesOutput, error) {
		page, next := awsfake.Page(databases[at(c)], in.Marker, 4)
		return &rds.DescribeDBInstancesOutput{DBInstances: page, Marker: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *rds.DescribeDBClustersInput) (*rds.DescribeDBClustersOutput, error) {
		page, next := awsfake.Page(dbClusters[at(c)], in.Marker, 4)
		return &rds.DescribeDBClustersOutput{DBClusters: page, Marker: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *rds.DescribeDBProxiesInput) (*rds.DescribeDBProxiesOutput, error) {
		return &rds.DescribeDBProxiesOutput{DBProxies: dbProxies[at(c)]}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *rds.DescribeEventSubscriptionsInput) (*rds.DescribeEventSubscriptionsOutput, error) {
		page, next := awsfake.Page(dbSubscriptions[at(c)], in.Marker, 2)
		return &rds.DescribeEventSubscriptionsOutput{EventSubscriptionsList: page, Marker: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *rds.DescribeGlobalClustersInput) (*rds.DescribeGlobalClustersOutput, error) {
		if len(dbClusters[at(c)]) == 0 {
			return &rds.DescribeGlobalClustersOutput{}, nil
		}
		return &rds.DescribeGlobalClustersOutput{GlobalClusters: globalClusters[c.Account]}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *backup.ListProtectedResourcesInput) (*backup.ListProtectedResourcesOutput, error) {
		page, next := awsfake.Page(protected[at(c)], in.NextToken, 2)
		return &backup.ListProtectedResourcesOutput{Results: page, NextToken: next}, nil
	})
}

// protected is what AWS Backup holds copies of.
var protected = map[place][]backuptypes.ProtectedResource{
	{Shop, frankfurt}: {
		{ResourceArn: rdsARN(place{Shop, frankfurt}, "db", "larkspur-orders"), LastBackupTime: daysAgo(1)},
		{ResourceArn: rdsARN(place{Shop, frankfurt}, "db", "larkspur-cms"), LastBackupTime: daysAgo(200)},
		{ResourceArn: rdsARN(place{Shop, frankfurt}, "cluster", "larkspur-ledger"), LastBackupTime: daysAgo(1)},
		{ResourceArn: fileSystemARN(place{Shop, frankfurt}, "fs-0shopmedia00000001"), LastBackupTime: daysAgo(1)},
	},
}

func rdsSnapshotAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *rds.DescribeDBSnapshotsInput) (*rds.DescribeDBSnapshotsOutput, error) {
		page, next := awsfake.Page(dbSnapshots[at(c)], in.Marker, 2)
		out := &rds.DescribeDBSnapshotsOutput{Marker: next}
		for _, n := range page {
			out.DBSnapshots = append(out.DBSnapshots, types.DBSnapshot{
				DBSnapshotIdentifier: &n.id, DBSnapshotArn: rdsARN(at(c), "snapshot", n.id), Engine: &n.engine, Encrypted: &n.encrypted, SnapshotType: n.kind(),
			})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *rds.DescribeDBClusterSnapshotsInput) (*rds.DescribeDBClusterSnapshotsOutput, error) {
		page, next := awsfake.Page(dbClusterSnapshots[at(c)], in.Marker, 2)
		out := &rds.DescribeDBClusterSnapshotsOutput{Marker: next}
		for _, n := range page {
			out.DBClusterSnapshots = append(out.DBClusterSnapshots, types.DBClusterSnapshot{
				DBClusterSnapshotIdentifier: &n.id, DBClusterSnapshotArn: rdsARN(at(c), "cluster-snapshot", n.id), Engine: &n.engine, StorageEncrypted: &n.encrypted, SnapshotType: n.kind(),
			})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *rds.DescribeDBSnapshotAttributesInput) (*rds.DescribeDBSnapshotAttributesOutput, error) {
		who, ok := restorers(dbSnapshots[at(c)], *in.DBSnapshotIdentifier)
		if !ok {
			return nil, awsfake.Wrap(404, &types.DBSnapshotNotFoundFault{})
		}
		return &rds.DescribeDBSnapshotAttributesOutput{DBSnapshotAttributesResult: &types.DBSnapshotAttributesResult{
			DBSnapshotIdentifier: in.DBSnapshotIdentifier, DBSnapshotAttributes: []types.DBSnapshotAttribute{{AttributeName: new("restore"), AttributeValues: who}},
		}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *rds.DescribeDBClusterSnapshotAttributesInput) (*rds.DescribeDBClusterSnapshotAttributesOutput, error) {
		who, ok := restorers(dbClusterSnapshots[at(c)], *in.DBClusterSnapshotIdentifier)
		if !ok {
			return nil, awsfake.Wrap(404, &types.DBClusterSnapshotNotFoundFault{})
		}
		return &rds.DescribeDBClusterSnapshotAttributesOutput{DBClusterSnapshotAttributesResult: &types.DBClusterSnapshotAttributesResult{
			DBClusterSnapshotIdentifier: in.DBClusterSnapshotIdentifier, DBClusterSnapshotAttributes: []types.DBClusterSnapshotAttribute{{AttributeName: new("restore"), AttributeValues: who}},
		}}, nil
	})
}
