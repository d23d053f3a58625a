package s3

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketPublicWrite(t *testing.T) {
	settings := exposed{change: func(b *s3.Bucket) {
		b.Policy, b.PolicyPublic = document(t, statement(anyone, `"s3:PutBucketPolicy"`, "")), inventory.Of(true)
	}}
	checktest.Run(t, BucketPublicWrite, append(publicCases(t, "WRITE", "READ", put, get),
		checktest.Case{Name: "settings", Have: settings.inventory(), Want: fail}))
}
