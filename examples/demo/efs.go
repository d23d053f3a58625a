package demo

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/efs"
	"github.com/aws/aws-sdk-go-v2/service/efs/types"

	"demarc/providers/aws/awsfake"
)

// A fileSystem of the company; what is left out was never configured.
type fileSystem struct {
	id, name, zone string
	encrypted      bool
	backups        types.Status
	policy         string
	subnets        []string
	points         []types.AccessPointDescription
}

func fileSystemARN(p place, id string) *string {
	return new(fmt.Sprintf("arn:aws:elasticfilesystem:%s:%s:file-system/%s", p.region, p.account, id))
}

var fileSystems = map[place][]fileSystem{
	{Shop, frankfurt}: {
		{id: "fs-0shopfiles00000001", name: "larkspur-files", encrypted: true, backups: types.StatusEnabled, subnets: []string{"subnet-0shopa000000001", "subnet-0shopb000000001"},
			policy: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":["elasticfilesystem:ClientMount","elasticfilesystem:ClientWrite"],"Condition":{"Bool":{"elasticfilesystem:AccessedViaMountTarget":"true"}}}]}`,
			points: []types.AccessPointDescription{
				{AccessPointId: new("fsap-0shoporders000001"), Name: new("orders"), RootDirectory: &types.RootDirectory{Path: new("/orders")}, PosixUser: &types.PosixUser{Uid: new(int64(1001)), Gid: new(int64(1001))}},
				{AccessPointId: new("fsap-0shopadmin0000001"), Name: new("admin")},
			}},
		{id: "fs-0shopmedia00000001", name: "larkspur-media", zone: "eu-central-1a", subnets: []string{"subnet-0shopa000000001"}},
	},
	{Lab, virginia}: {
		{id: "fs-0labscratch0000001", name: "larkspur-lab-scratch", subnets: []string{"subnet-0laba0000000001"},
			policy: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"elasticfilesystem:*"}]}`},
	},
}

func findFileSystem(c awsfake.Call, id *string) (fileSystem, error) {
	for _, f := range fileSystems[at(c)] {
		if f.id == *id {
			return f, nil
		}
	}
	return fileSystem{}, awsfake.Wrap(404, &types.FileSystemNotFound{})
}

func efsAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *efs.DescribeFileSystemsInput) (*efs.DescribeFileSystemsOutput, error) {
		page, next := awsfake.Page(fileSystems[at(c)], in.Marker, 1)
		out := &efs.DescribeFileSystemsOutput{NextMarker: next}
		for _, f := range page {
			d := types.FileSystemDescription{
				FileSystemId: &f.id, FileSystemArn: fileSystemARN(at(c), f.id), Name: &f.name, Encrypted: &f.encrypted, OwnerId: &c.Account,
				LifeCycleState: types.LifeCycleStateAvailable, CreationTime: daysAgo(400), Tags: []types.Tag{{Key: new("Name"), Value: &f.name}},
			}
			if f.zone != "" {
				d.AvailabilityZoneName = &f.zone
			}
			out.FileSystems = append(out.FileSystems, d)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *efs.DescribeBackupPolicyInput) (*efs.DescribeBackupPolicyOutput, error) {
		f, err := findFileSystem(c, in.FileSystemId)
		if err == nil && f.backups == "" {
			err = awsfake.Wrap(404, &types.PolicyNotFound{})
		}
		return &efs.DescribeBackupPolicyOutput{BackupPolicy: &types.BackupPolicy{Status: f.backups}}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *efs.DescribeFileSystemPolicyInput) (*efs.DescribeFileSystemPolicyOutput, error) {
		f, err := findFileSystem(c, in.FileSystemId)
		if err == nil && f.policy == "" {
			err = awsfake.Wrap(404, &types.PolicyNotFound{})
		}
		return &efs.DescribeFileSystemPolicyOutput{FileSystemId: in.FileSystemId, Policy: &f.policy}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *efs.DescribeAccessPointsInput) (*efs.DescribeAccessPointsOutput, error) {
		var all []types.AccessPointDescription
		for _, f := range fileSystems[at(c)] {
			for _, p := range f.points {
				p.FileSystemId, p.LifeCycleState = &f.id, types.LifeCycleStateAvailable
				all = append(all, p)
			}
		}
		page, next := awsfake.Page(all, in.NextToken, 1)
		return &efs.DescribeAccessPointsOutput{AccessPoints: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *efs.DescribeMountTargetsInput) (*efs.DescribeMountTargetsOutput, error) {
		f, err := findFileSystem(c, in.FileSystemId)
		page, next := awsfake.Page(f.subnets, in.Marker, 1)
		out := &efs.DescribeMountTargetsOutput{NextMarker: next}
		for _, subnet := range page {
			out.MountTargets = append(out.MountTargets, types.MountTargetDescription{
				MountTargetId: new("fsmt-" + f.id[3:11] + subnet[7:13]), FileSystemId: &f.id, SubnetId: &subnet, LifeCycleState: types.LifeCycleStateAvailable,
			})
		}
		return out, err
	})
}
