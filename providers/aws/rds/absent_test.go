package rds

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

func known[T any](k inventory.Known[T]) bool {
	_, hidden := k.Gap()
	return !hidden
}

// What an answer may leave out, and what it may not.
func TestAbsentParts(t *testing.T) {
	shared := func(all ...types.DBSnapshotAttribute) bool {
		public, err := everybody(all, func(a types.DBSnapshotAttribute) (*string, []string) { return a.AttributeName, a.AttributeValues })
		if public {
			t.Error("public by nothing")
		}
		return err == nil
	}
	for name, tc := range map[string]struct{ got, want bool }{
		"a snapshot without attributes":        {shared(), false},
		"a snapshot that is not shared":        {shared(types.DBSnapshotAttribute{AttributeName: new("restore")}), true},
		"an attribute without a name":          {shared(types.DBSnapshotAttribute{AttributeValues: []string{"all"}}), false},
		"attributes without the one":           {shared(types.DBSnapshotAttribute{AttributeName: new("other")}), false},
		"a subnet group without subnets":       {known(subnets(types.DBSubnetGroup{})), false},
		"a subnet without an id":               {known(subnets(types.DBSubnetGroup{Subnets: []types.Subnet{{}}})), false},
		"an instance without security groups":  {known(securityGroups(nil)), false},
		"a security group without an id":       {known(securityGroups([]types.VpcSecurityGroupMembership{{}})), false},
		"an instance with a security group":    {known(securityGroups([]types.VpcSecurityGroupMembership{{VpcSecurityGroupId: new("sg-1")}})), true},
		"an instance of which nothing is said": {known(instance(inventory.Scope{}, types.DBInstance{DBInstanceIdentifier: new("i"), DBInstanceArn: new("a")}).SubnetIDs), false},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: known %t, want %t", name, tc.got, tc.want)
		}
	}
}

// Rows that are read off others are not all there where one of those does not
// say what it has.
func TestAbsentRows(t *testing.T) {
	var e awsfake.Estate
	at(&e, func(*rds.DescribeDBInstancesInput) (*rds.DescribeDBInstancesOutput, error) {
		group := []types.DBParameterGroupStatus{{DBParameterGroupName: new("tuned")}}
		return &rds.DescribeDBInstancesOutput{DBInstances: []types.DBInstance{
			{DBInstanceIdentifier: new("silent")},
			{DBInstanceIdentifier: new("orders"), Engine: new("postgres"), EngineVersion: new("13.22"), DBParameterGroups: group},
		}}, nil
	})
	at(&e, func(*rds.DescribeDBClustersInput) (*rds.DescribeDBClustersOutput, error) {
		return &rds.DescribeDBClustersOutput{DBClusters: []types.DBCluster{{DBClusterIdentifier: new("silent")}}}, nil
	})
	at(&e, func(*rds.DescribeDBClusterSnapshotsInput) (*rds.DescribeDBClusterSnapshotsOutput, error) {
		return &rds.DescribeDBClusterSnapshotsOutput{DBClusterSnapshots: []types.DBClusterSnapshot{{DBClusterSnapshotIdentifier: new("silent")}}}, nil
	})
	at(&e, func(*rds.DescribeDBMajorEngineVersionsInput) (*rds.DescribeDBMajorEngineVersionsOutput, error) {
		return &rds.DescribeDBMajorEngineVersionsOutput{DBMajorEngineVersions: []types.DBMajorEngineVersion{{Engine: new("postgres"), MajorEngineVersion: new("13"),
			SupportedEngineLifecycles: []types.SupportedEngineLifecycle{{LifecycleSupportEndDate: &time.Time{}}}}}}, nil
	})
	inv := awstest.Collect(t, &e, DBParameterGroups, EngineVersionSupport, DBClusters, NeptuneClusters, DocumentDBSnapshots, DBClusterParameterGroups)
	whole := func(read func(inventory.Reader)) bool {
		var gaps inventory.Gaps
		read(&gaps)
		return len(gaps) == 0
	}
	for name, tc := range map[string]struct{ got, want bool }{
		"parameter groups":         {whole(func(r inventory.Reader) { rest(DBParameterGroups, inv, r) }), false},
		"cluster parameter groups": {whole(func(r inventory.Reader) { rest(DBClusterParameterGroups, inv, r) }), false},
		"engine versions":          {whole(func(r inventory.Reader) { rest(EngineVersions, inv, r) }), false},
		"RDS clusters":             {whole(func(r inventory.Reader) { rest(DBClusters, inv, r) }), true},
		"Neptune clusters":         {whole(func(r inventory.Reader) { rest(NeptuneClusters, inv, r) }), false},
		"DocumentDB snapshots":     {whole(func(r inventory.Reader) { rest(DocumentDBSnapshots, inv, r) }), false},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: whole %t, want %t", name, tc.got, tc.want)
		}
	}
	if v := EngineVersions.ByID(inv, "eu-central-1", "postgres/13.22"); known(v) {
		if row, _ := v.Peek(); row == nil || known(row.StandardSupportEnd) {
			t.Error("a lifecycle without a name is taken for one of another kind")
		}
	}
}

func rest[T any](of *inventory.Type[T], inv *inventory.Inventory, r inventory.Reader) {
	for range of.All(inv, r) {
	}
}
