package ec2

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// The public ones are asked for once in a region, and what was seen of them
// stands where the rest is refused.
func TestSnapshots(t *testing.T) {
	own := []types.Snapshot{
		{SnapshotId: new("snap-a"), VolumeId: new("vol-1"), Encrypted: new(false), State: "completed"},
		{SnapshotId: new("snap-b"), VolumeId: new("vol-1"), Encrypted: new(true), State: "completed"},
		{SnapshotId: new("snap-c"), OwnerId: new(awstest.Account)},
		{SnapshotId: new("snap-d"), OwnerId: new("999988887777")},
	}
	for _, refused := range []bool{false, true} {
		var e awsfake.Estate
		asked := 0
		awsfake.On(&e, func(c awsfake.Call, in *ec2.DescribeSnapshotsInput) (*ec2.DescribeSnapshotsOutput, error) {
			switch {
			case len(in.OwnerIds) != 1 || in.OwnerIds[0] != "self":
				t.Errorf("asked for the snapshots of %v", in.OwnerIds)
			case c.Region != "us-east-1":
			case in.RestorableByUserIds == nil:
				page, next := awsfake.Page(own, in.NextToken, 2)
				return &ec2.DescribeSnapshotsOutput{Snapshots: page, NextToken: next}, nil
			case in.NextToken == nil:
				asked++
				return &ec2.DescribeSnapshotsOutput{Snapshots: own[:1], NextToken: new("more")}, nil
			case refused:
				return nil, awsfake.Error(403, "UnauthorizedOperation", "no")
			}
			return &ec2.DescribeSnapshotsOutput{}, nil
		})
		rows := awstest.Rows(t, awstest.Collect(t, &e, SnapshotPublic), Snapshots)
		if len(rows) != 4 || asked != 1 {
			t.Fatalf("%d rows, asked %d times", len(rows), asked)
		}
		if rows[3].Account != "999988887777" {
			t.Errorf("a snapshot of another account is put down to %s", rows[3].Account)
		}
		if rows[0].Full != "arn:aws:ec2:us-east-1::snapshot/snap-a" || rows[0].Account != awstest.Account {
			t.Errorf("identity %+v", rows[0].Resource)
		}
		if !awstest.Value(t, rows[0].Public) {
			t.Error("the public snapshot was not seen")
		}
		if public, seen := rows[1].Public.Peek(); public || seen == refused {
			t.Errorf("refused %t: the private snapshot is read as %t, known %t", refused, public, seen)
		}
		if _, hidden := rows[2].Encrypted.Gap(); !hidden {
			t.Error("encryption was not in the answer and is known")
		}
	}
}
