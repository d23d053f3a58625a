package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketKMSEncryption(t *testing.T) {
	have := func(e inventory.Known[s3.Encryption]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "b"}, Encryption: e}))
	}
	checktest.Run(t, BucketKMSEncryption, []checktest.Case{
		{Name: "KMS", Have: have(inventory.Of(s3.Encryption{Algorithm: "aws:kms"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "KMS twice", Have: have(inventory.Of(s3.Encryption{Algorithm: "aws:kms:dsse"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "S3", Have: have(inventory.Of(s3.Encryption{Algorithm: "AES256"})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[s3.Encryption](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
