package ec2

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Snapshot is an EBS snapshot that the account owns.
type Snapshot struct {
	inventory.Resource
	State     inventory.Known[string] // pending, completed, error, recoverable, recovering
	Encrypted inventory.Known[bool]
	VolumeID  inventory.Known[string] // the volume that it was made of; arbitrary for a copy
	Public    inventory.Known[bool]   `fetch:"-"` // everyone may make volumes of it, by its own permissions
}

const describeSnapshots = "EC2 DescribeSnapshots"

// Snapshots lists the account's own snapshots.
var Snapshots = &inventory.Type[Snapshot]{
	Kind:    "aws.ec2.Snapshot",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"ec2:DescribeSnapshots"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Snapshot, error] {
		return aws.List(snapshotPages(ctx, s, &ec2.DescribeSnapshotsInput{OwnerIds: []string{"self"}}),
			func(out *ec2.DescribeSnapshotsOutput) (rows []*Snapshot) {
				for _, sn := range out.Snapshots {
					rows = append(rows, &Snapshot{
						Resource:  aws.Tagged(owned(s, "snapshot", *sn.SnapshotId, sn.OwnerId), sn.Tags, tag),
						State:     word(sn.State, inventory.Unanswered[string](describeSnapshots, "State")),
						Encrypted: inventory.FromPtr(sn.Encrypted, inventory.Unanswered[bool](describeSnapshots, "Encrypted")),
						VolumeID:  inventory.FromPtr(sn.VolumeId, inventory.Unanswered[string](describeSnapshots, "VolumeId")),
					})
				}
				return rows
			})
	},
}

func snapshotPages(ctx context.Context, s inventory.Scope, in *ec2.DescribeSnapshotsInput) iter.Seq2[*ec2.DescribeSnapshotsOutput, error] {
	in.MaxResults = new(int32(1000))
	return aws.Pages(ctx, client(s).DescribeSnapshots, in,
		func(out *ec2.DescribeSnapshotsOutput) *string { return out.NextToken },
		func(in *ec2.DescribeSnapshotsInput, token *string) { in.NextToken = token })
}

// PublicSnapshots are the ids of the account's snapshots that everyone may
// restore: one paged call in place of one for each snapshot.
var PublicSnapshots = &inventory.Call[map[string]bool]{
	Title:   "aws.ec2.publicSnapshots",
	Actions: []string{"ec2:DescribeSnapshots"},
	Do: func(ctx context.Context, s inventory.Scope) (map[string]bool, error) {
		public := map[string]bool{}
		for out, err := range snapshotPages(ctx, s, &ec2.DescribeSnapshotsInput{OwnerIds: []string{"self"}, RestorableByUserIds: []string{"all"}}) {
			if err != nil {
				return public, err
			}
			for _, sn := range out.Snapshots {
				public[*sn.SnapshotId] = true
			}
		}
		return public, nil
	},
}

// SnapshotPublic fills Snapshot.Public. A snapshot that was seen among the
// public ones is public even where the rest of them could not be read.
var SnapshotPublic = &inventory.Field[Snapshot, bool]{
	Of: Snapshots, Column: "public", Uses: []inventory.Source{PublicSnapshots},
	At: func(sn *Snapshot) *inventory.Known[bool] { return &sn.Public },
	Fetch: func(ctx context.Context, s inventory.Scope, sn *Snapshot) (bool, error) {
		public, err := PublicSnapshots.Get(ctx, s)
		if public[sn.ID] {
			return true, nil
		}
		return false, err
	},
}
