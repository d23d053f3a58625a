package efs

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/backup"
	backuptypes "github.com/aws/aws-sdk-go-v2/service/backup/types"
	"github.com/aws/aws-sdk-go-v2/service/efs"
	"github.com/aws/aws-sdk-go-v2/service/efs/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// Two pages of file systems: one on which nothing was ever configured, one
// that is deleted while it is read.
func TestFileSystems(t *testing.T) {
	var e awsfake.Estate
	at := func(c awsfake.Call) bool { return c.Region == "eu-central-1" }
	awsfake.On(&e, func(c awsfake.Call, in *efs.DescribeFileSystemsInput) (*efs.DescribeFileSystemsOutput, error) {
		switch {
		case !at(c):
			return &efs.DescribeFileSystemsOutput{}, nil
		case in.Marker == nil:
			return &efs.DescribeFileSystemsOutput{NextMarker: new("2"), FileSystems: []types.FileSystemDescription{
				{FileSystemId: new("fs-1"), Name: new("files"), LifeCycleState: types.LifeCycleStateAvailable, Encrypted: new(true)},
			}}, nil
		}
		return &efs.DescribeFileSystemsOutput{FileSystems: []types.FileSystemDescription{
			{FileSystemId: new("fs-2"), AvailabilityZoneName: new("eu-central-1a")}, {FileSystemId: new("fs-gone")},
		}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *efs.DescribeBackupPolicyInput) (*efs.DescribeBackupPolicyOutput, error) {
		switch *in.FileSystemId {
		case "fs-gone":
			return nil, awsfake.Wrap(404, &types.FileSystemNotFound{})
		case "fs-2":
			return nil, awsfake.Wrap(404, &types.PolicyNotFound{})
		}
		return &efs.DescribeBackupPolicyOutput{BackupPolicy: &types.BackupPolicy{Status: types.StatusEnabled}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *efs.DescribeFileSystemPolicyInput) (*efs.DescribeFileSystemPolicyOutput, error) {
		if *in.FileSystemId != "fs-1" {
			return nil, awsfake.Wrap(404, &types.PolicyNotFound{})
		}
		return &efs.DescribeFileSystemPolicyOutput{Policy: new(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"elasticfilesystem:ClientMount"}]}`)}, nil
	})
	nightly := time.Date(2026, 11, 24, 2, 0, 0, 0, time.UTC)
	awsfake.On(&e, func(c awsfake.Call, in *backup.ListProtectedResourcesInput) (*backup.ListProtectedResourcesOutput, error) {
		if in.NextToken == nil {
			return &backup.ListProtectedResourcesOutput{NextToken: new("2")}, nil
		}
		return &backup.ListProtectedResourcesOutput{Results: []backuptypes.ProtectedResource{
			{ResourceArn: new("arn:aws:elasticfilesystem:eu-central-1:111122223333:file-system/fs-1"), LastBackupTime: &nightly},
			{ResourceArn: new("arn:aws:elasticfilesystem:eu-central-1:111122223333:file-system/fs-2")},
		}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *efs.DescribeMountTargetsInput) (*efs.DescribeMountTargetsOutput, error) {
		switch {
		case *in.FileSystemId == "fs-gone":
			return nil, awsfake.Wrap(404, &types.FileSystemNotFound{})
		case *in.FileSystemId == "fs-2":
			return &efs.DescribeMountTargetsOutput{}, nil
		case in.Marker == nil:
			return &efs.DescribeMountTargetsOutput{NextMarker: new("2"), MountTargets: []types.MountTargetDescription{{MountTargetId: new("fsmt-1"), SubnetId: new("subnet-1")}}}, nil
		}
		return &efs.DescribeMountTargetsOutput{MountTargets: []types.MountTargetDescription{{MountTargetId: new("fsmt-2")}}}, nil
	})
	inv := awstest.Collect(t, &e, FileSystemBackupPolicy, FileSystemPolicy, FileSystemLastBackup, MountTargets)
	rows := awstest.Rows(t, inv, FileSystems)
	if len(rows) != 2 || inv.Gone() != 1 || rows[0].Name != "files" {
		t.Fatalf("rows %+v, %d gone", rows, inv.Gone())
	}
	if _, hidden := rows[1].Encrypted.Gap(); !hidden {
		t.Error("encryption that was not answered is known")
	}
	if awstest.Value(t, rows[0].AvailabilityZone) != "" || awstest.Value(t, rows[1].AvailabilityZone) != "eu-central-1a" {
		t.Error("the zones are wrong")
	}
	if awstest.Value(t, rows[0].BackupPolicy) != "ENABLED" || awstest.Value(t, rows[1].BackupPolicy) != "DISABLED" {
		t.Errorf("backup policies %v, %v", rows[0].BackupPolicy, rows[1].BackupPolicy)
	}
	if len(awstest.Value(t, rows[0].Policy).Statements) != 1 || len(awstest.Value(t, rows[1].Policy).Statements) != 0 {
		t.Error("the policies are wrong")
	}
	if !awstest.Value(t, rows[0].LastBackup).Equal(nightly) || !awstest.Value(t, rows[1].LastBackup).IsZero() {
		t.Errorf("last backups %v, %v", rows[0].LastBackup, rows[1].LastBackup)
	}
	targets := awstest.Rows(t, inv, MountTargets)
	if len(targets) != 2 || targets[0].FileSystemID != "fs-1" || awstest.Value(t, targets[0].SubnetID) != "subnet-1" {
		t.Fatalf("mount targets %+v", targets)
	}
	if _, hidden := targets[1].SubnetID.Gap(); !hidden {
		t.Error("a subnet that was not answered is known")
	}
}

// Access points that restrict nothing, and one that restricts both.
func TestAccessPoints(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *efs.DescribeAccessPointsInput) (*efs.DescribeAccessPointsOutput, error) {
		switch {
		case c.Region != "eu-central-1":
			return &efs.DescribeAccessPointsOutput{}, nil
		case in.NextToken == nil:
			return &efs.DescribeAccessPointsOutput{NextToken: new("2"), AccessPoints: []types.AccessPointDescription{{AccessPointId: new("fsap-1")}}}, nil
		}
		return &efs.DescribeAccessPointsOutput{AccessPoints: []types.AccessPointDescription{
			{AccessPointId: new("fsap-2"), RootDirectory: &types.RootDirectory{Path: new("/orders")}, PosixUser: &types.PosixUser{Uid: new(int64(1)), Gid: new(int64(1))}},
		}}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, AccessPoints), AccessPoints)
	if len(rows) != 2 {
		t.Fatalf("rows %+v", rows)
	}
	if awstest.Value(t, rows[0].RootDirectory) != "/" || awstest.Value(t, rows[0].PosixUser) {
		t.Errorf("an access point without settings is read as %+v", rows[0])
	}
	if awstest.Value(t, rows[1].RootDirectory) != "/orders" || !awstest.Value(t, rows[1].PosixUser) {
		t.Errorf("an access point with settings is read as %+v", rows[1])
	}
}
