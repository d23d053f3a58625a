package demo

import (
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws/awsfake"
)

func rdsARN(p place, kind, id string) *string {
	return new(fmt.Sprintf("arn:aws:rds:%s:%s:%s:%s", p.region, p.account, kind, id))
}

// database is a sound instance of the company; change says what is not so.
func database(p place, id, engine, version string, port int32, group string, change func(*types.DBInstance)) types.DBInstance {
	d := types.DBInstance{
		DBInstanceIdentifier: &id, DBInstanceArn: rdsARN(p, "db", id), Engine: &engine, EngineVersion: &version, DBInstanceStatus: new("available"),
		MasterUsername: new("larkspur_keeper"), Endpoint: &types.Endpoint{Port: &port}, PubliclyAccessible: new(false), StorageEncrypted: new(true), MultiAZ: new(true),
		DeletionProtection: new(true), IAMDatabaseAuthenticationEnabled: new(true), AutoMinorVersionUpgrade: new(true), CopyTagsToSnapshot: new(true),
		MonitoringInterval: new(int32(60)), BackupRetentionPeriod: new(int32(14)), DBSubnetGroup: subnetGroups[p.account], InstanceCreateTime: daysAgo(700),
		DBParameterGroups:  []types.DBParameterGroupStatus{{DBParameterGroupName: &group, ParameterApplyStatus: new("in-sync")}},
		VpcSecurityGroups:  []types.VpcSecurityGroupMembership{{VpcSecurityGroupId: databaseGroups[p.account], Status: new("active")}},
		CertificateDetails: &types.CertificateDetails{CAIdentifier: new("rds-ca-rsa2048-g1"), ValidTill: daysAgo(-300)},
	}
	change(&d)
	return d
}

// memberOf makes an instance one of a cluster, on which most is set.
func memberOf(cluster string) func(*types.DBInstance) {
	return func(d *types.DBInstance) {
		d.DBClusterIdentifier, d.DBParameterGroups, d.MultiAZ = &cluster, nil, new(false)
	}
}

var subnetGroups = map[string]*types.DBSubnetGroup{
	Shop: {DBSubnetGroupName: new("larkspur-databases"), Subnets: []types.Subnet{{SubnetIdentifier: new("subnet-0shopa000000001")}, {SubnetIdentifier: new("subnet-0shopb000000001")}}},
	Lab:  {DBSubnetGroupName: new("default"), Subnets: []types.Subnet{{SubnetIdentifier: new("subnet-0laba0000000001")}}},
}

var databaseGroups = map[string]*string{Shop: new("sg-0shopdb00000000001"), Lab: new("sg-0labdefault0000001")}

var databases = map[place][]types.DBInstance{
	{Shop, frankfurt}: {
		database(place{Shop, frankfurt}, "larkspur-orders", "postgres", "16.8", 6432, "larkspur-postgres16", func(d *types.DBInstance) {
			d.EnabledCloudwatchLogsExports = []string{"postgresql", "upgrade"}
			d.TagList = []types.Tag{{Key: new("team"), Value: new("orders")}, {Key: new("data"), Value: new("confidential")}}
		}),
		database(place{Shop, frankfurt}, "larkspur-orders-reports", "postgres", "16.8", 6432, "larkspur-postgres16", func(d *types.DBInstance) {
			d.ReadReplicaSourceDBInstanceIdentifier, d.BackupRetentionPeriod, d.MultiAZ = new("larkspur-orders"), new(int32(0)), new(false)
			d.EnabledCloudwatchLogsExports = []string{"postgresql"}
		}),
		database(place{Shop, frankfurt}, "larkspur-cms", "mysql", "8.0.35", 3306, "default.mysql8.0", func(d *types.DBInstance) {
			d.MasterUsername, d.MultiAZ, d.DeletionProtection, d.MonitoringInterval = new("admin"), new(false), new(false), new(int32(0))
			d.CertificateDetails.ValidTill = daysAgo(-12)
		}),
		database(place{Shop, frankfurt}, "larkspur-accounting", "sqlserver-se", "15.00.4430.1.v1", 1433, "larkspur-sqlserver", func(d *types.DBInstance) {
			d.IAMDatabaseAuthenticationEnabled, d.EnabledCloudwatchLogsExports = new(false), []string{"agent", "error"}
		}),
		database(place{Shop, frankfurt}, "larkspur-forum", "mariadb", "10.6.20", 3307, "larkspur-mariadb", func(d *types.DBInstance) {
			d.EnabledCloudwatchLogsExports = []string{"audit", "error"}
			d.DBParameterGroups[0].ParameterApplyStatus = new("pending-reboot")
		}),
		database(place{Shop, frankfurt}, "larkspur-ledger-1", "aurora-mysql", "8.0.mysql_aurora.3.08.2", 3316, "", memberOf("larkspur-ledger")),
		database(place{Shop, frankfurt}, "larkspur-ledger-2", "aurora-mysql", "8.0.mysql_aurora.3.08.2", 3316, "", memberOf("larkspur-ledger")),
		database(place{Shop, frankfurt}, "larkspur-search-1", "aurora-postgresql", "16.6", 5432, "", memberOf("larkspur-search")),
		database(place{Shop, frankfurt}, "larkspur-recommend-1", "neptune", "1.3.2.1", 8182, "", memberOf("larkspur-recommend")),
		database(place{Shop, frankfurt}, "larkspur-reviews-1", "docdb", "5.0.0", 27017, "", memberOf("larkspur-reviews")),
	},
	{Lab, virginia}: {
		database(place{Lab, virginia}, "larkspur-lab-postgres", "postgres", "13.22", 5432, "default.postgres13", func(d *types.DBInstance) {
			d.MasterUsername, d.PubliclyAccessible, d.StorageEncrypted, d.MultiAZ = new("postgres"), new(true), new(false), new(false)
			d.DeletionProtection, d.IAMDatabaseAuthenticationEnabled, d.AutoMinorVersionUpgrade, d.CopyTagsToSnapshot = new(false), new(false), new(false), new(false)
			d.MonitoringInterval, d.BackupRetentionPeriod = nil, new(int32(0))
		}),
		database(place{Lab, virginia}, "larkspur-lab-oracle", "oracle-se2", "19.0.0.0.ru-2025-10.rur-2025-10.r1", 1521, "default.oracle-se2-19", func(d *types.DBInstance) {
			d.IAMDatabaseAuthenticationEnabled, d.MultiAZ, d.EnabledCloudwatchLogsExports = new(false), new(false), []string{"alert"}
		}),
		database(place{Lab, virginia}, "larkspur-lab-mariadb", "mariadb", "10.5.25", 3306, "default.mariadb10.5", func(d *types.DBInstance) { d.DBInstanceStatus = new("deleting") }),
		database(place{Lab, virginia}, "larkspur-lab-mysql", "mysql", "8.4.5", 3306, "larkspur-lab-mysql84", func(d *types.DBInstance) {
			d.MultiAZ, d.EnabledCloudwatchLogsExports, d.InstanceCreateTime = new(false), []string{"audit", "error", "general", "slowquery"}, daysAgo(1)
		}),
		database(place{Lab, virginia}, "larkspur-lab-warehouse", "sqlserver-ex", "14.00.3485.1.v1", 1433, "default.sqlserver-ex-14.0", func(d *types.DBInstance) { d.MultiAZ = new(false) }),
		database(place{Lab, virginia}, "larkspur-lab-graph-1", "neptune", "1.2.1.0", 8182, "", memberOf("larkspur-lab-graph")),
	},
}

// dbCluster is a sound cluster of the company.
func dbCluster(p place, id, engine, group string, port int32, members []string, change func(*types.DBCluster)) types.DBCluster {
	c := types.DBCluster{
		DBClusterIdentifier: &id, DBClusterArn: rdsARN(p, "cluster", id), Engine: &engine, EngineMode: new("provisioned"), Status: new("available"),
		MasterUsername: new("larkspur_keeper"), Port: &port, StorageEncrypted: new(true), MultiAZ: new(len(members) > 1), DeletionProtection: new(true),
		IAMDatabaseAuthenticationEnabled: new(true), AutoMinorVersionUpgrade: new(true), CopyTagsToSnapshot: new(true), BackupRetentionPeriod: new(int32(7)),
		DBClusterParameterGroup: &group, ClusterCreateTime: daysAgo(500),
	}
	for _, m := range members {
		c.DBClusterMembers = append(c.DBClusterMembers, types.DBClusterMember{DBInstanceIdentifier: &m, DBClusterParameterGroupStatus: new("in-sync")})
	}
	change(&c)
	return c
}

// careless is what the lab makes of a cluster.
func careless(c *types.DBCluster) {
	c.StorageEncrypted, c.DeletionProtection, c.IAMDatabaseAuthenticationEnabled = new(false), new(false), new(false)
	c.CopyTagsToSnapshot, c.AutoMinorVersionUpgrade, c.BackupRetentionPeriod = new(false), new(false), new(int32(1))
}

func exporting(logs ...string) func(*types.DBCluster) {
	return func(c *types.DBCluster) { c.EnabledCloudwatchLogsExports = logs }
}

var dbClusters = map[place][]types.DBCluster{
	{Shop, frankfurt}: {
		dbCluster(place{Shop, frankfurt}, "larkspur-ledger", "aurora-mysql", "larkspur-aurora-mysql", 3316, []string{"larkspur-ledger-1", "larkspur-ledger-2"}, func(c *types.DBCluster) {
			c.EnabledCloudwatchLogsExports, c.BacktrackWindow, c.GlobalClusterIdentifier = []string{"audit", "error"}, new(int64(86400)), new("larkspur-ledger-global")
		}),
		dbCluster(place{Shop, frankfurt}, "larkspur-search", "aurora-postgresql", "default.aurora-postgresql16", 5432, []string{"larkspur-search-1"}, exporting("postgresql")),
		dbCluster(place{Shop, frankfurt}, "larkspur-catalogue", "postgres", "larkspur-postgres16-cluster", 5433, []string{"larkspur-catalogue-1", "larkspur-catalogue-2", "larkspur-catalogue-3"}, exporting("postgresql")),
		dbCluster(place{Shop, frankfurt}, "larkspur-stock", "mysql", "larkspur-mysql80-cluster", 3310, []string{"larkspur-stock-1", "larkspur-stock-2", "larkspur-stock-3"}, exporting("error")),
		dbCluster(place{Shop, frankfurt}, "larkspur-recommend", "neptune", "larkspur-neptune", 8182, []string{"larkspur-recommend-1", "larkspur-recommend-2"}, exporting("audit")),
		dbCluster(place{Shop, frankfurt}, "larkspur-reviews", "docdb", "larkspur-docdb", 27017, []string{"larkspur-reviews-1", "larkspur-reviews-2"}, exporting("audit")),
	},
	{Lab, virginia}: {
		dbCluster(place{Lab, virginia}, "larkspur-lab-aurora", "aurora-mysql", "default.aurora-mysql8.0", 3306, []string{"larkspur-lab-aurora-1"}, func(c *types.DBCluster) { careless(c); c.MasterUsername = new("admin") }),
		dbCluster(place{Lab, virginia}, "larkspur-lab-vectors", "aurora-postgresql", "default.aurora-postgresql16", 5432, []string{"larkspur-lab-vectors-1"}, careless),
		dbCluster(place{Lab, virginia}, "larkspur-lab-queue", "postgres", "default.postgres16", 5432, []string{"larkspur-lab-queue-1", "larkspur-lab-queue-2", "larkspur-lab-queue-3"}, careless),
		dbCluster(place{Lab, virginia}, "larkspur-lab-jobs", "mysql", "default.mysql8.0", 3306, []string{"larkspur-lab-jobs-1", "larkspur-lab-jobs-2", "larkspur-lab-jobs-3"}, careless),
		dbCluster(place{Lab, virginia}, "larkspur-lab-graph", "neptune", "default.neptune1.2", 8182, []string{"larkspur-lab-graph-1"}, func(c *types.DBCluster) { careless(c); c.EnabledCloudwatchLogsExports = []string{"audit"} }),
		dbCluster(place{Lab, virginia}, "larkspur-lab-documents", "docdb", "default.docdb5.0", 27017, []string{"larkspur-lab-documents-1"}, careless),
	},
}

// parameterGroups are the values that groups set, by the group's name. Those of
// AWS's own groups are the same everywhere.
var parameterGroups = map[string]map[string]string{
	"larkspur-postgres16": {"rds.force_ssl": "1"}, "larkspur-postgres16-cluster": {"rds.force_ssl": "1"},
	"larkspur-sqlserver": {"rds.force_ssl": "1"}, "larkspur-mariadb": {"require_secure_transport": "1"}, "larkspur-lab-mysql84": {"require_secure_transport": "1"},
	"larkspur-mysql80-cluster": {"require_secure_transport": "1"},
	"larkspur-aurora-mysql":    {"require_secure_transport": "ON", "server_audit_logging": "1", "server_audit_events": "CONNECT,QUERY_DCL", "server_audit_logs_upload": "0"},
	"larkspur-neptune":         {"neptune_enable_audit_log": "1"}, "larkspur-docdb": {"tls": "tls1.2+", "audit_logs": "enabled"},
	"default.mysql8.0": {"require_secure_transport": ""}, "default.mariadb10.5": {"require_secure_transport": ""},
	"default.postgres13": {"rds.force_ssl": "0"}, "default.postgres16": {"rds.force_ssl": "1"}, "default.aurora-postgresql16": {"rds.force_ssl": "0"},
	"default.sqlserver-ex-14.0": {"rds.force_ssl": "0"}, "default.oracle-se2-19": {},
	"default.aurora-mysql8.0": {"require_secure_transport": "", "server_audit_logging": "", "server_audit_events": "", "server_audit_logs_upload": ""},
	"default.neptune1.2":      {"neptune_enable_audit_log": "0"}, "default.docdb5.0": {"tls": "enabled", "audit_logs": "disabled"},
}

// retiredVersions are those in use that AWS has deprecated.
var retiredVersions = map[string]bool{"8.0.35": true, "14.00.3485.1.v1": true}

// standardSupport says until when AWS mends the major versions of its engines.
var standardSupport = map[string]time.Time{
	"postgres 13": time.Date(2026, 2, 28, 0, 0, 0, 0, time.UTC), "postgres 16": time.Date(2029, 2, 28, 0, 0, 0, 0, time.UTC),
	"mysql 8.0": time.Date(2026, 7, 31, 0, 0, 0, 0, time.UTC), "mysql 8.4": time.Date(2029, 7, 31, 0, 0, 0, 0, time.UTC),
	"mariadb 10.5": time.Date(2026, 2, 28, 0, 0, 0, 0, time.UTC), "mariadb 10.6": time.Date(2026, 8, 31, 0, 0, 0, 0, time.UTC),
	"aurora-mysql 8.0": time.Date(2028, 4, 30, 0, 0, 0, 0, time.UTC), "aurora-postgresql 16": time.Date(2029, 2, 28, 0, 0, 0, 0, time.UTC),
	"oracle-se2 19": {}, "sqlserver-se 15.00": {}, "sqlserver-ex 14.00": {},
}

func rdsAnswers(e *awsfake.Estate) {
	rdsListings(e)
	rdsSnapshotAnswers(e)
	parameters := func(group string) (all []types.Parameter, err error) {
		values, ok := parameterGroups[group]
		if !ok {
			return nil, awsfake.Wrap(404, &types.DBParameterGroupNotFoundFault{})
		}
		for name, v := range values {
			p := types.Parameter{ParameterName: &name, ParameterValue: &v, Source: new("user")}
			if v == "" {
				p.ParameterValue, p.Source = nil, new("engine-default")
			}
			all = append(all, p)
		}
		return all, nil
	}
	awsfake.On(e, func(_ awsfake.Call, in *rds.DescribeDBParametersInput) (*rds.DescribeDBParametersOutput, error) {
		all, err := parameters(*in.DBParameterGroupName)
		return &rds.DescribeDBParametersOutput{Parameters: all}, err
	})
	awsfake.On(e, func(_ awsfake.Call, in *rds.DescribeDBClusterParametersInput) (*rds.DescribeDBClusterParametersOutput, error) {
		all, err := parameters(*in.DBClusterParameterGroupName)
		return &rds.DescribeDBClusterParametersOutput{Parameters: all}, err
	})
	awsfake.On(e, func(_ awsfake.Call, in *rds.DescribeDBEngineVersionsInput) (*rds.DescribeDBEngineVersionsOutput, error) {
		status := "available"
		if retiredVersions[*in.EngineVersion] {
			status = "deprecated"
		}
		return &rds.DescribeDBEngineVersionsOutput{DBEngineVersions: []types.DBEngineVersion{{Engine: in.Engine, EngineVersion: in.EngineVersion, Status: &status}}}, nil
	})
	awsfake.On(e, func(awsfake.Call, *rds.DescribeDBMajorEngineVersionsInput) (*rds.DescribeDBMajorEngineVersionsOutput, error) {
		out := &rds.DescribeDBMajorEngineVersionsOutput{}
		for name, end := range standardSupport {
			engine, version, _ := strings.Cut(name, " ")
			m := types.DBMajorEngineVersion{Engine: &engine, MajorEngineVersion: &version}
			if !end.IsZero() {
				m.SupportedEngineLifecycles = []types.SupportedEngineLifecycle{{LifecycleSupportName: types.LifecycleSupportNameOpenSourceRdsStandardSupport, LifecycleSupportEndDate: &end}}
			}
			out.DBMajorEngineVersions = append(out.DBMajorEngineVersions, m)
		}
		return out, nil
	})
}
