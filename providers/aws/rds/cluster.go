package rds

import (
	"cmp"
	"context"
	"iter"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws"
	"demarc/providers/aws/backup"
	"demarc/providers/inventory"
)

// A DBCluster is a cluster of DB instances: of Aurora, a Multi-AZ DB cluster
// of RDS, of Neptune or of DocumentDB.
type DBCluster struct {
	inventory.Resource
	Engine                           inventory.Known[string] // aurora-mysql, aurora-postgresql, mysql, postgres, neptune, docdb
	EngineMode                       inventory.Known[string] // provisioned; serverless for Aurora Serverless v1
	Status                           inventory.Known[string]
	MasterUsername                   inventory.Known[string]
	Port                             inventory.Known[int]
	StorageEncrypted                 inventory.Known[bool]
	MultiAZ                          inventory.Known[bool]
	DeletionProtection               inventory.Known[bool]
	IAMDatabaseAuthenticationEnabled inventory.Known[bool]
	AutoMinorVersionUpgrade          inventory.Known[bool]
	CopyTagsToSnapshot               inventory.Known[bool]
	BackupRetentionPeriod            inventory.Known[int] // days
	BacktrackWindow                  inventory.Known[int] // seconds; 0 where it is off
	EnabledCloudwatchLogsExports     inventory.Known[[]string]
	DBClusterParameterGroup          inventory.Known[string]
	Members                          inventory.Known[[]Member]
	GlobalClusterIdentifier          inventory.Known[string] // the global database that it is part of; empty where none
	ClusterCreateTime                inventory.Known[time.Time]

	LastBackup inventory.Known[time.Time] `fetch:"-"` // by AWS Backup; zero where never
}

// A Member is an instance of a cluster.
type Member struct {
	DBInstanceIdentifier string
	ParameterGroupStatus inventory.Known[string] // of the cluster's parameter group: in-sync, pending-reboot, …
}

const describeDBClusters = "RDS DescribeDBClusters"

// clusters are the region's clusters of every engine: one call answers for
// RDS, Neptune and DocumentDB. Clusters that other accounts share are not
// asked for, so they are not in it.
var clusters = &inventory.Call[[]types.DBCluster]{
	Title:   "aws.rds.clusters",
	Actions: []string{"rds:DescribeDBClusters"},
	Do: func(ctx context.Context, s inventory.Scope) (all []types.DBCluster, err error) {
		for out, err := range aws.Pages(ctx, client(s).DescribeDBClusters, &rds.DescribeDBClustersInput{MaxRecords: new(int32(most))},
			func(out *rds.DescribeDBClustersOutput) *string { return out.Marker },
			func(in *rds.DescribeDBClustersInput, token *string) { in.Marker = token }) {
			if err != nil {
				return all, err
			}
			all = append(all, out.DBClusters...)
		}
		return all, nil
	},
}

// DBClusters lists the clusters of Aurora and the Multi-AZ DB clusters of RDS.
var DBClusters = clustersOf("aws.rds.DBCluster", func(engine string) bool { return engine != Neptune && engine != DocumentDB })

// NeptuneClusters lists the clusters of Neptune.
var NeptuneClusters = clustersOf("aws.neptune.DBCluster", func(engine string) bool { return engine == Neptune })

// DocumentDBClusters lists the clusters of DocumentDB.
var DocumentDBClusters = clustersOf("aws.docdb.DBCluster", func(engine string) bool { return engine == DocumentDB })

// clustersOf makes the Type of the clusters of some engines. A cluster whose
// engine the answer does not tell is RDS's, so that it is in one Type at least.
func clustersOf(kind string, is func(engine string) bool) *inventory.Type[DBCluster] {
	return &inventory.Type[DBCluster]{
		Kind:     kind,
		Level:    inventory.AtRegion,
		Model:    inventory.PaaS,
		Workload: true,
		Uses:     []inventory.Source{clusters},
		List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*DBCluster, error] {
			all, err := clusters.Get(ctx, s)
			var rows []*DBCluster
			for _, c := range all {
				if is(aws.Deref(c.Engine)) {
					rows = append(rows, cluster(s, c))
				} else if c.Engine == nil {
					err = cmp.Or(err, aws.ErrBroken) // it may be one of these
				}
			}
			return aws.One(rows, err)
		},
	}
}

func cluster(s inventory.Scope, c types.DBCluster) *DBCluster {
	id, arn := *c.DBClusterIdentifier, aws.Deref(c.DBClusterArn)
	if arn == "" {
		arn = aws.MakeARN(s, "rds", "cluster:%s", id)
	}
	row := &DBCluster{
		Resource: aws.Tagged(aws.Resource(s, arn, id), c.TagList, tag),
		Engine:   inventory.FromPtr(c.Engine, told[string]("Engine")),
		// "The DB engine mode of the DB cluster, either provisioned or
		// serverless"; engines that have one mode only may leave it out.
		EngineMode:                       inventory.FromPtr(c.EngineMode, inventory.Of("provisioned")),
		Status:                           inventory.FromPtr(c.Status, told[string]("Status")),
		MasterUsername:                   inventory.FromPtr(c.MasterUsername, told[string]("MasterUsername")),
		Port:                             number(c.Port, told[int]("Port")),
		StorageEncrypted:                 inventory.FromPtr(c.StorageEncrypted, told[bool]("StorageEncrypted")),
		MultiAZ:                          inventory.FromPtr(c.MultiAZ, told[bool]("MultiAZ")),
		DeletionProtection:               inventory.FromPtr(c.DeletionProtection, told[bool]("DeletionProtection")),
		IAMDatabaseAuthenticationEnabled: inventory.FromPtr(c.IAMDatabaseAuthenticationEnabled, told[bool]("IAMDatabaseAuthenticationEnabled")),
		AutoMinorVersionUpgrade:          inventory.FromPtr(c.AutoMinorVersionUpgrade, told[bool]("AutoMinorVersionUpgrade")),
		CopyTagsToSnapshot:               inventory.FromPtr(c.CopyTagsToSnapshot, told[bool]("CopyTagsToSnapshot")),
		BackupRetentionPeriod:            number(c.BackupRetentionPeriod, told[int]("BackupRetentionPeriod")),
		BacktrackWindow:                  inventory.Of(int(aws.Deref(c.BacktrackWindow))), // CreateDBCluster: "Default: 0", which disables backtracking
		EnabledCloudwatchLogsExports:     inventory.Of(c.EnabledCloudwatchLogsExports),    // a list without members is left out of the answer
		DBClusterParameterGroup:          inventory.FromPtr(c.DBClusterParameterGroup, told[string]("DBClusterParameterGroup")),
		GlobalClusterIdentifier:          inventory.FromPtr(c.GlobalClusterIdentifier, inventory.Of("")), // absent from a cluster of one region
		ClusterCreateTime:                inventory.FromPtr(c.ClusterCreateTime, told[time.Time]("ClusterCreateTime")),
	}
	var members []Member
	for _, m := range c.DBClusterMembers {
		members = append(members, Member{aws.Deref(m.DBInstanceIdentifier), inventory.FromPtr(m.DBClusterParameterGroupStatus, told[string]("DBClusterParameterGroupStatus"))})
	}
	row.Members = inventory.Of(members)
	return row
}

// told is the Known of what the description of a cluster should tell.
func told[T any](what string) inventory.Known[T] {
	return inventory.Unanswered[T](describeDBClusters, what)
}

// DBClusterLastBackup fetches DBCluster.LastBackup of the clusters of RDS.
var DBClusterLastBackup = &inventory.Field[DBCluster, time.Time]{
	Of: DBClusters, Column: "lastBackup", Uses: []inventory.Source{backup.Protected},
	At: func(c *DBCluster) *inventory.Known[time.Time] { return &c.LastBackup },
	Fetch: func(ctx context.Context, s inventory.Scope, c *DBCluster) (time.Time, error) {
		return backup.LastBackup(ctx, s, c.Full)
	},
}
