package efs

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/efs"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An AccessPoint is a way into a file system for one application.
type AccessPoint struct {
	inventory.Resource
	LifeCycleState inventory.Known[string]
	RootDirectory  inventory.Known[string] // the path that clients see as "/"
	PosixUser      inventory.Known[bool]   // whether it acts as a set user, whoever the client is
}

// AccessPoints lists the access points of the region.
var AccessPoints = &inventory.Type[AccessPoint]{
	Kind:    "aws.efs.AccessPoint",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"elasticfilesystem:DescribeAccessPoints"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*AccessPoint, error] {
		const call = "EFS DescribeAccessPoints"
		pages := aws.Pages(ctx, client(s).DescribeAccessPoints, &efs.DescribeAccessPointsInput{},
			func(out *efs.DescribeAccessPointsOutput) *string { return out.NextToken },
			func(in *efs.DescribeAccessPointsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *efs.DescribeAccessPointsOutput) (rows []*AccessPoint) {
			for _, a := range out.AccessPoints {
				id, arn := *a.AccessPointId, aws.Deref(a.AccessPointArn)
				if arn == "" {
					arn = aws.MakeARN(s, "elasticfilesystem", "access-point/%s", id)
				}
				// An access point without a path shows the file system's own
				// root, one without a user lets clients say who they are (EFS
				// User Guide, "Working with access points").
				root := "/"
				if a.RootDirectory != nil && a.RootDirectory.Path != nil {
					root = *a.RootDirectory.Path
				}
				rows = append(rows, &AccessPoint{
					Resource:       aws.Tagged(aws.Named(aws.Resource(s, arn, id), aws.Deref(a.Name)), a.Tags, tag),
					LifeCycleState: state(a.LifeCycleState, call),
					RootDirectory:  inventory.Of(root),
					PosixUser:      inventory.Of(a.PosixUser != nil),
				})
			}
			return rows
		})
	},
}

// A MountTarget is the address of a file system in a subnet.
type MountTarget struct {
	inventory.Resource
	FileSystemID   string
	LifeCycleState inventory.Known[string]
	SubnetID       inventory.Known[string]
}

// MountTargets lists the mount targets of each file system.
var MountTargets = &inventory.Type[MountTarget]{
	Kind:    "aws.efs.MountTarget",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"elasticfilesystem:DescribeMountTargets"},
	Under: inventory.Under(FileSystems, func(ctx context.Context, s inventory.Scope, f *FileSystem) iter.Seq2[*MountTarget, error] {
		const call = "EFS DescribeMountTargets"
		pages := aws.Pages(ctx, client(s).DescribeMountTargets, &efs.DescribeMountTargetsInput{FileSystemId: &f.ID},
			func(out *efs.DescribeMountTargetsOutput) *string { return out.NextMarker },
			func(in *efs.DescribeMountTargetsInput, token *string) { in.Marker = token })
		return func(yield func(*MountTarget, error) bool) {
			for out, err := range pages {
				if err != nil {
					yield(nil, gone(err))
					return
				}
				for _, m := range out.MountTargets {
					id := *m.MountTargetId
					r := aws.Resource(s, aws.MakeARN(s, "elasticfilesystem", "file-system/%s/mount-target/%s", f.ID, id), id)
					r.Tags = inventory.Of[map[string]string](nil) // mount targets have none
					row := &MountTarget{
						Resource:       r,
						FileSystemID:   f.ID,
						LifeCycleState: state(m.LifeCycleState, call),
						SubnetID:       inventory.FromPtr(m.SubnetId, inventory.Unanswered[string](call, "SubnetId")),
					}
					if !yield(row, nil) {
						return
					}
				}
			}
		}
	}),
}
