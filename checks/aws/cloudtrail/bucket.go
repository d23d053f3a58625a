package cloudtrail

import (
	"demarc/providers/aws"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// bucketOf finds the bucket that a trail writes to. A bucket that is none of
// the account's is another's: the scan does not read it.
func bucketOf(inv *inventory.Inventory, t *cloudtrail.Trail) inventory.Known[*s3.Bucket] {
	return inventory.Then(t.Bucket, func(name string) inventory.Known[*s3.Bucket] {
		arn := aws.ARN{Partition: "aws", Service: "s3", Resource: name}
		if own, ok := aws.ParseARN(t.Full); ok {
			arn.Partition = own.Partition
		}
		return inventory.Then(s3.Buckets.ByID(inv, "", arn.String()), func(b *s3.Bucket) inventory.Known[*s3.Bucket] {
			if b == nil {
				return inventory.Missing[*s3.Bucket](inventory.Gap{Reason: inventory.OtherAccount, Where: "the bucket " + name})
			}
			return inventory.Of(b)
		})
	})
}
