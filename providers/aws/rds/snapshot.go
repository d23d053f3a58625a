package rds

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Snapshot is a copy of an instance or of a cluster, taken by RDS itself or
// by hand.
type Snapshot struct {
	inventory.Resource
	Engine       inventory.Known[string]
	SnapshotType inventory.Known[string] // automated, manual, awsbackup
	Encrypted    inventory.Known[bool]

	Public inventory.Known[bool] `fetch:"-"` // any account may restore it
}

// private reports whether a snapshot cannot be public, so that there is
// nothing to ask: only manual snapshots are shared, and "you can't share a
// snapshot as public if it is encrypted" (RDS User Guide, "Sharing a DB
// snapshot").
func (n *Snapshot) private() bool {
	kind, _ := n.SnapshotType.Peek()
	encrypted, _ := n.Encrypted.Peek()
	return kind == "automated" || encrypted
}

// DBSnapshots lists the snapshots of instances.
var DBSnapshots = &inventory.Type[Snapshot]{
	Kind:    "aws.rds.DBSnapshot",
	Level:   inventory.AtRegion,
	Model:   inventory.PaaS,
	Actions: []string{"rds:DescribeDBSnapshots"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Snapshot, error] {
		const call = "RDS DescribeDBSnapshots"
		pages := aws.Pages(ctx, client(s).DescribeDBSnapshots, &rds.DescribeDBSnapshotsInput{MaxRecords: new(int32(most))},
			func(out *rds.DescribeDBSnapshotsOutput) *string { return out.Marker },
			func(in *rds.DescribeDBSnapshotsInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *rds.DescribeDBSnapshotsOutput) (rows []*Snapshot) {
			for _, n := range out.DBSnapshots {
				id, arn := *n.DBSnapshotIdentifier, aws.Deref(n.DBSnapshotArn)
				if arn == "" {
					arn = aws.MakeARN(s, "rds", "snapshot:%s", id)
				}
				rows = append(rows, &Snapshot{
					Resource:     aws.Tagged(aws.Resource(s, arn, id), n.TagList, tag),
					Engine:       inventory.FromPtr(n.Engine, inventory.Unanswered[string](call, "Engine")),
					SnapshotType: inventory.FromPtr(n.SnapshotType, inventory.Unanswered[string](call, "SnapshotType")),
					Encrypted:    inventory.FromPtr(n.Encrypted, inventory.Unanswered[bool](call, "Encrypted")),
				})
			}
			return rows
		})
	},
}

// everybody reports whether a snapshot's attributes make it public. The
// attribute that says who may restore it is always there, the values only where
// there are any: "if a value of all is in the list, then the manual DB snapshot
// is public" (API reference, "DBSnapshotAttribute" and
// "DBClusterSnapshotAttribute").
func everybody[A any](all []A, read func(A) (name *string, values []string)) (bool, error) {
	told := false
	for _, a := range all {
		name, values := read(a)
		if name == nil {
			return false, aws.ErrBroken
		}
		if *name == "restore" {
			told = true
			if slices.Contains(values, "all") {
				return true, nil
			}
		}
	}
	if !told {
		return false, aws.ErrBroken
	}
	return false, nil
}

// DBSnapshotPublic fetches Snapshot.Public of the snapshots of instances.
var DBSnapshotPublic = &inventory.Field[Snapshot, bool]{
	Of: DBSnapshots, Column: "public", Actions: []string{"rds:DescribeDBSnapshotAttributes"},
	At: func(n *Snapshot) *inventory.Known[bool] { return &n.Public },
	Fetch: func(ctx context.Context, s inventory.Scope, n *Snapshot) (bool, error) {
		if n.private() {
			return false, nil
		}
		out, err := client(s).DescribeDBSnapshotAttributes(ctx, &rds.DescribeDBSnapshotAttributesInput{DBSnapshotIdentifier: &n.ID})
		if err != nil {
			return false, gone(err, "DBSnapshotNotFound")
		}
		if out.DBSnapshotAttributesResult == nil {
			return false, aws.ErrBroken
		}
		return everybody(out.DBSnapshotAttributesResult.DBSnapshotAttributes,
			func(a types.DBSnapshotAttribute) (*string, []string) { return a.AttributeName, a.AttributeValues })
	},
}

// clusterSnapshots are the region's snapshots of clusters of every engine.
var clusterSnapshots = &inventory.Call[[]types.DBClusterSnapshot]{
	Title:   "aws.rds.clusterSnapshots",
	Actions: []string{"rds:DescribeDBClusterSnapshots"},
	Do: func(ctx context.Context, s inventory.Scope) (all []types.DBClusterSnapshot, err error) {
		for out, err := range aws.Pages(ctx, client(s).DescribeDBClusterSnapshots, &rds.DescribeDBClusterSnapshotsInput{MaxRecords: new(int32(most))},
			func(out *rds.DescribeDBClusterSnapshotsOutput) *string { return out.Marker },
			func(in *rds.DescribeDBClusterSnapshotsInput, token *string) { in.Marker = token }) {
			if err != nil {
				return all, err
			}
			all = append(all, out.DBClusterSnapshots...)
		}
		return all, nil
	},
}

// DBClusterSnapshots lists the snapshots of the clusters of RDS.
var DBClusterSnapshots = clusterSnapshotsOf("aws.rds.DBClusterSnapshot", func(engine string) bool { return engine != Neptune && engine != DocumentDB })

// NeptuneSnapshots lists the snapshots of the clusters of Neptune.
var NeptuneSnapshots = clusterSnapshotsOf("aws.neptune.DBClusterSnapshot", func(engine string) bool { return engine == Neptune })

// DocumentDBSnapshots lists the snapshots of the clusters of DocumentDB.
var DocumentDBSnapshots = clusterSnapshotsOf("aws.docdb.DBClusterSnapshot", func(engine string) bool { return engine == DocumentDB })

func clusterSnapshotsOf(kind string, is func(engine string) bool) *inventory.Type[Snapshot] {
	return &inventory.Type[Snapshot]{
		Kind:  kind,
		Level: inventory.AtRegion,
		Model: inventory.PaaS,
		Uses:  []inventory.Source{clusterSnapshots},
		List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Snapshot, error] {
			const call = "RDS DescribeDBClusterSnapshots"
			all, err := clusterSnapshots.Get(ctx, s)
			var rows []*Snapshot
			for _, n := range all {
				if !is(aws.Deref(n.Engine)) {
					if n.Engine == nil {
						err = cmp.Or(err, aws.ErrBroken) // it may be one of these
					}
					continue
				}
				id, arn := *n.DBClusterSnapshotIdentifier, aws.Deref(n.DBClusterSnapshotArn)
				if arn == "" {
					arn = aws.MakeARN(s, "rds", "cluster-snapshot:%s", id)
				}
				rows = append(rows, &Snapshot{
					Resource:     aws.Tagged(aws.Resource(s, arn, id), n.TagList, tag),
					Engine:       inventory.FromPtr(n.Engine, inventory.Unanswered[string](call, "Engine")),
					SnapshotType: inventory.FromPtr(n.SnapshotType, inventory.Unanswered[string](call, "SnapshotType")),
					Encrypted:    inventory.FromPtr(n.StorageEncrypted, inventory.Unanswered[bool](call, "StorageEncrypted")),
				})
			}
			return aws.One(rows, err)
		},
	}
}

// DBClusterSnapshotPublic, NeptuneSnapshotPublic and DocumentDBSnapshotPublic
// fetch Snapshot.Public of the snapshots of clusters.
var (
	DBClusterSnapshotPublic  = clusterSnapshotPublic(DBClusterSnapshots)
	NeptuneSnapshotPublic    = clusterSnapshotPublic(NeptuneSnapshots)
	DocumentDBSnapshotPublic = clusterSnapshotPublic(DocumentDBSnapshots)
)

func clusterSnapshotPublic(of *inventory.Type[Snapshot]) *inventory.Field[Snapshot, bool] {
	return &inventory.Field[Snapshot, bool]{
		Of: of, Column: "public", Actions: []string{"rds:DescribeDBClusterSnapshotAttributes"},
		At: func(n *Snapshot) *inventory.Known[bool] { return &n.Public },
		Fetch: func(ctx context.Context, s inventory.Scope, n *Snapshot) (bool, error) {
			if n.private() {
				return false, nil
			}
			out, err := client(s).DescribeDBClusterSnapshotAttributes(ctx, &rds.DescribeDBClusterSnapshotAttributesInput{DBClusterSnapshotIdentifier: &n.ID})
			if err != nil {
				return false, gone(err, "DBClusterSnapshotNotFoundFault")
			}
			if out.DBClusterSnapshotAttributesResult == nil {
				return false, aws.ErrBroken
			}
			return everybody(out.DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes,
				func(a types.DBClusterSnapshotAttribute) (*string, []string) {
					return a.AttributeName, a.AttributeValues
				})
		},
	}
}
