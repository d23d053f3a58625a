package rds

import (
	"context"
	"iter"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws"
	"demarc/providers/aws/backup"
	"demarc/providers/inventory"
)

// A DBInstance is a database server: one that stands alone, or a member of a
// cluster, on which most of its settings then live. Those of Neptune and
// DocumentDB are among them, and are always members.
type DBInstance struct {
	inventory.Resource
	Engine                           inventory.Known[string]
	EngineVersion                    inventory.Known[string]
	DBInstanceStatus                 inventory.Known[string]
	DBClusterIdentifier              inventory.Known[string] // empty where it stands alone
	ReadReplicaOf                    inventory.Known[string] // the instance or cluster that it copies; empty where none
	MasterUsername                   inventory.Known[string]
	Port                             inventory.Known[int]
	PubliclyAccessible               inventory.Known[bool]
	StorageEncrypted                 inventory.Known[bool]
	MultiAZ                          inventory.Known[bool]
	DeletionProtection               inventory.Known[bool]
	IAMDatabaseAuthenticationEnabled inventory.Known[bool]
	AutoMinorVersionUpgrade          inventory.Known[bool]
	CopyTagsToSnapshot               inventory.Known[bool]
	MonitoringInterval               inventory.Known[int] // seconds; 0 where Enhanced Monitoring is off
	BackupRetentionPeriod            inventory.Known[int] // days; 0 where automated backups are off
	EnabledCloudwatchLogsExports     inventory.Known[[]string]
	DBParameterGroups                inventory.Known[[]ParameterGroupUse]
	SubnetIDs                        inventory.Known[[]string] // those of its subnet group
	VPCSecurityGroups                inventory.Known[[]string] // their ids
	CertificateValidTill             inventory.Known[time.Time]
	InstanceCreateTime               inventory.Known[time.Time]

	LastBackup inventory.Known[time.Time] `fetch:"-"` // by AWS Backup; zero where never
}

// A ParameterGroupUse says whether the values of a group are in force.
type ParameterGroupUse struct {
	Name   string
	Status inventory.Known[string] // in-sync, pending-reboot, applying, failed-to-apply, …
}

const describeDBInstances = "RDS DescribeDBInstances"

// instances are the region's DB instances as the API gives them: the list that
// the instances, their parameter groups and their engine versions are read off.
var instances = &inventory.Call[[]types.DBInstance]{
	Title:   "aws.rds.instances",
	Actions: []string{"rds:DescribeDBInstances"},
	Do: func(ctx context.Context, s inventory.Scope) (all []types.DBInstance, err error) {
		for out, err := range aws.Pages(ctx, client(s).DescribeDBInstances, &rds.DescribeDBInstancesInput{MaxRecords: new(int32(most))},
			func(out *rds.DescribeDBInstancesOutput) *string { return out.Marker },
			func(in *rds.DescribeDBInstancesInput, token *string) { in.Marker = token }) {
			if err != nil {
				return all, err
			}
			all = append(all, out.DBInstances...)
		}
		return all, nil
	},
}

// DBInstances lists the DB instances.
var DBInstances = &inventory.Type[DBInstance]{
	Kind:     "aws.rds.DBInstance",
	Level:    inventory.AtRegion,
	Model:    inventory.PaaS,
	Workload: true,
	Uses:     []inventory.Source{instances},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*DBInstance, error] {
		all, err := instances.Get(ctx, s)
		var rows []*DBInstance
		for _, d := range all {
			rows = append(rows, instance(s, d))
		}
		return aws.One(rows, err)
	},
}

func instance(s inventory.Scope, d types.DBInstance) *DBInstance {
	id, arn := *d.DBInstanceIdentifier, aws.Deref(d.DBInstanceArn)
	if arn == "" {
		arn = aws.MakeARN(s, "rds", "db:%s", id)
	}
	row := &DBInstance{
		Resource:         aws.Tagged(aws.Resource(s, arn, id), d.TagList, tag),
		Engine:           inventory.FromPtr(d.Engine, said[string]("Engine")),
		EngineVersion:    inventory.FromPtr(d.EngineVersion, said[string]("EngineVersion")),
		DBInstanceStatus: inventory.FromPtr(d.DBInstanceStatus, said[string]("DBInstanceStatus")),
		// "If the DB instance is a member of a DB cluster, indicates the name":
		// absent for one that stands alone (API reference, DBInstance).
		DBClusterIdentifier:              inventory.FromPtr(d.DBClusterIdentifier, inventory.Of("")),
		ReadReplicaOf:                    inventory.Of(aws.Deref(d.ReadReplicaSourceDBInstanceIdentifier) + aws.Deref(d.ReadReplicaSourceDBClusterIdentifier)), // "if this DB instance is a read replica"
		MasterUsername:                   inventory.FromPtr(d.MasterUsername, said[string]("MasterUsername")),
		Port:                             said[int]("Endpoint"),
		PubliclyAccessible:               inventory.FromPtr(d.PubliclyAccessible, said[bool]("PubliclyAccessible")),
		StorageEncrypted:                 inventory.FromPtr(d.StorageEncrypted, said[bool]("StorageEncrypted")),
		MultiAZ:                          inventory.FromPtr(d.MultiAZ, said[bool]("MultiAZ")),
		DeletionProtection:               inventory.FromPtr(d.DeletionProtection, said[bool]("DeletionProtection")),
		IAMDatabaseAuthenticationEnabled: inventory.FromPtr(d.IAMDatabaseAuthenticationEnabled, said[bool]("IAMDatabaseAuthenticationEnabled")),
		AutoMinorVersionUpgrade:          inventory.FromPtr(d.AutoMinorVersionUpgrade, said[bool]("AutoMinorVersionUpgrade")),
		CopyTagsToSnapshot:               inventory.FromPtr(d.CopyTagsToSnapshot, said[bool]("CopyTagsToSnapshot")),
		// CreateDBInstance: "To disable collection of Enhanced Monitoring
		// metrics, specify 0. Default: 0".
		MonitoringInterval:    number(d.MonitoringInterval, inventory.Of(0)),
		BackupRetentionPeriod: number(d.BackupRetentionPeriod, said[int]("BackupRetentionPeriod")),
		// A list without members is left out of the answer.
		EnabledCloudwatchLogsExports: inventory.Of(d.EnabledCloudwatchLogsExports),
		DBParameterGroups:            inventory.Of(parameterGroupUses(d.DBParameterGroups)),
		SubnetIDs:                    said[[]string]("DBSubnetGroup"),
		VPCSecurityGroups:            securityGroups(d.VpcSecurityGroups),
		CertificateValidTill:         said[time.Time]("CertificateDetails"),
		InstanceCreateTime:           inventory.FromPtr(d.InstanceCreateTime, said[time.Time]("InstanceCreateTime")),
	}
	if d.Endpoint != nil { // "might not be shown for instances with the status of creating"
		row.Port = number(d.Endpoint.Port, said[int]("Endpoint.Port"))
	}
	if g := d.DBSubnetGroup; g != nil {
		row.SubnetIDs = subnets(*g)
	}
	if c := d.CertificateDetails; c != nil {
		row.CertificateValidTill = inventory.FromPtr(c.ValidTill, said[time.Time]("CertificateDetails.ValidTill"))
	}
	return row
}

// said is the Known of what the description of an instance should say.
func said[T any](what string) inventory.Known[T] {
	return inventory.Unanswered[T](describeDBInstances, what)
}

func parameterGroupUses(all []types.DBParameterGroupStatus) (uses []ParameterGroupUse) {
	for _, g := range all {
		uses = append(uses, ParameterGroupUse{aws.Deref(g.DBParameterGroupName), inventory.FromPtr(g.ParameterApplyStatus, said[string]("ParameterApplyStatus"))})
	}
	return uses
}

// subnets reads the subnets of a subnet group, which has some: "DB subnet groups
// must contain at least one subnet in at least two AZs" (CreateDBSubnetGroup).
func subnets(g types.DBSubnetGroup) inventory.Known[[]string] {
	var ids []string
	for _, n := range g.Subnets {
		if n.SubnetIdentifier == nil {
			return said[[]string]("the id of a subnet")
		}
		ids = append(ids, *n.SubnetIdentifier)
	}
	if len(ids) == 0 {
		return said[[]string]("DBSubnetGroup.Subnets")
	}
	return inventory.Of(ids)
}

// securityGroups reads the security groups of an instance, which has one at
// least: where none is named it is "the default EC2 VPC security group for the
// DB subnet group's VPC" (CreateDBInstance).
func securityGroups(all []types.VpcSecurityGroupMembership) inventory.Known[[]string] {
	var ids []string
	for _, g := range all {
		if g.VpcSecurityGroupId == nil {
			return said[[]string]("the id of a security group")
		}
		ids = append(ids, *g.VpcSecurityGroupId)
	}
	if len(ids) == 0 {
		return said[[]string]("VpcSecurityGroups")
	}
	return inventory.Of(ids)
}

// DBInstanceLastBackup fetches DBInstance.LastBackup.
var DBInstanceLastBackup = &inventory.Field[DBInstance, time.Time]{
	Of: DBInstances, Column: "lastBackup", Uses: []inventory.Source{backup.Protected},
	At: func(d *DBInstance) *inventory.Known[time.Time] { return &d.LastBackup },
	Fetch: func(ctx context.Context, s inventory.Scope, d *DBInstance) (time.Time, error) {
		return backup.LastBackup(ctx, s, d.Full)
	},
}
