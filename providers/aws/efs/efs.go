// Package efs collects Amazon EFS file systems, their access points and their
// mount targets.
package efs

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/efs"
	"github.com/aws/aws-sdk-go-v2/service/efs/types"

	"demarc/providers/aws"
	"demarc/providers/aws/backup"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func client(s inventory.Scope) *efs.Client { return efs.NewFromConfig(aws.Config(s, "efs")) }

func tag(t types.Tag) (key, value *string) { return t.Key, t.Value }

// gone turns "no such file system" into what it says of the row.
func gone(err error) error {
	if aws.Code(err, "FileSystemNotFound") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

// A FileSystem is an NFS file system.
type FileSystem struct {
	inventory.Resource
	Encrypted        inventory.Known[bool]
	LifeCycleState   inventory.Known[string] // available, creating, deleting, deleted, error, updating
	AvailabilityZone inventory.Known[string] // the one zone of a One Zone file system; empty for a Regional one
	CreationTime     inventory.Known[time.Time]

	BackupPolicy inventory.Known[string]          `fetch:"-"` // ENABLED, ENABLING, DISABLED, DISABLING
	Policy       inventory.Known[policy.Document] `fetch:"-"` // without statements where none was set
	LastBackup   inventory.Known[time.Time]       `fetch:"-"` // by AWS Backup; zero where never
}

// FileSystems lists the file systems.
var FileSystems = &inventory.Type[FileSystem]{
	Kind:     "aws.efs.FileSystem",
	Level:    inventory.AtRegion,
	Model:    inventory.Serverless,
	Workload: true,
	Actions:  []string{"elasticfilesystem:DescribeFileSystems"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*FileSystem, error] {
		const call = "EFS DescribeFileSystems"
		pages := aws.Pages(ctx, client(s).DescribeFileSystems, &efs.DescribeFileSystemsInput{},
			func(out *efs.DescribeFileSystemsOutput) *string { return out.NextMarker },
			func(in *efs.DescribeFileSystemsInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *efs.DescribeFileSystemsOutput) (rows []*FileSystem) {
			for _, f := range out.FileSystems {
				id, arn := *f.FileSystemId, aws.Deref(f.FileSystemArn)
				if arn == "" {
					arn = aws.MakeARN(s, "elasticfilesystem", "file-system/%s", id)
				}
				rows = append(rows, &FileSystem{
					Resource:       aws.Tagged(aws.Named(aws.Resource(s, arn, id), aws.Deref(f.Name)), f.Tags, tag),
					Encrypted:      inventory.FromPtr(f.Encrypted, inventory.Unanswered[bool](call, "Encrypted")),
					LifeCycleState: state(f.LifeCycleState, call),
					// "valid only for One Zone file systems" (API reference, FileSystemDescription).
					AvailabilityZone: inventory.FromPtr(f.AvailabilityZoneName, inventory.Of("")),
					CreationTime:     inventory.FromPtr(f.CreationTime, inventory.Unanswered[time.Time](call, "CreationTime")),
				})
			}
			return rows
		})
	},
}

func state(s types.LifeCycleState, call string) inventory.Known[string] {
	if s == "" {
		return inventory.Unanswered[string](call, "LifeCycleState")
	}
	return inventory.Of(string(s))
}

// FileSystemBackupPolicy fetches FileSystem.BackupPolicy. A file system that
// never had one answers PolicyNotFound: automatic backups are off.
var FileSystemBackupPolicy = &inventory.Field[FileSystem, string]{
	Of: FileSystems, Column: "backupPolicy", Actions: []string{"elasticfilesystem:DescribeBackupPolicy"},
	At: func(f *FileSystem) *inventory.Known[string] { return &f.BackupPolicy },
	Fetch: func(ctx context.Context, s inventory.Scope, f *FileSystem) (string, error) {
		out, err := client(s).DescribeBackupPolicy(ctx, &efs.DescribeBackupPolicyInput{FileSystemId: &f.ID})
		if aws.Code(err, "PolicyNotFound") {
			return string(types.StatusDisabled), nil
		}
		if err != nil {
			return "", gone(err)
		}
		if out.BackupPolicy == nil || out.BackupPolicy.Status == "" {
			return "", aws.ErrBroken
		}
		return string(out.BackupPolicy.Status), nil
	},
}

// FileSystemPolicy fetches FileSystem.Policy. Without a policy whoever reaches
// a mount target may mount the file system, and nobody else (EFS User Guide,
// "Default EFS file system policy").
var FileSystemPolicy = &inventory.Field[FileSystem, policy.Document]{
	Of: FileSystems, Column: "policy", Actions: []string{"elasticfilesystem:DescribeFileSystemPolicy"},
	At: func(f *FileSystem) *inventory.Known[policy.Document] { return &f.Policy },
	Fetch: func(ctx context.Context, s inventory.Scope, f *FileSystem) (policy.Document, error) {
		out, err := client(s).DescribeFileSystemPolicy(ctx, &efs.DescribeFileSystemPolicyInput{FileSystemId: &f.ID})
		if aws.Code(err, "PolicyNotFound") {
			return policy.Document{}, nil
		}
		if err != nil {
			return policy.Document{}, gone(err)
		}
		if out.Policy == nil {
			return policy.Document{}, aws.ErrBroken
		}
		return policy.Parse(*out.Policy)
	},
}

// FileSystemLastBackup fetches FileSystem.LastBackup.
var FileSystemLastBackup = &inventory.Field[FileSystem, time.Time]{
	Of: FileSystems, Column: "lastBackup", Uses: []inventory.Source{backup.Protected},
	At: func(f *FileSystem) *inventory.Known[time.Time] { return &f.LastBackup },
	Fetch: func(ctx context.Context, s inventory.Scope, f *FileSystem) (time.Time, error) {
		return backup.LastBackup(ctx, s, f.Full)
	},
}
