package s3

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketPublicRead(t *testing.T) {
	list := exposed{change: func(b *s3.Bucket) {
		b.Policy, b.PolicyPublic = document(t, statement(anyone, `"s3:ListBucket"`, "")), inventory.Of(true)
	}}
	checktest.Run(t, BucketPublicRead, append(publicCases(t, "READ", "WRITE", get, put),
		checktest.Case{Name: "names only", Have: list.inventory(), Want: fail}))
}
