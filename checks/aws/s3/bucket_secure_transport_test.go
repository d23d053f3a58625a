package s3

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestBucketSecureTransport(t *testing.T) {
	with := func(p inventory.Known[trust.Policy]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "b", Full: "arn:aws:s3:::b"}, Policy: p}))
	}
	deny := func(principal, action, resource, condition string) inventory.Known[trust.Policy] {
		return document(t, `{"Effect":"Deny","Principal":`+principal+`,"Action":`+action+`,"Resource":`+resource+`,"Condition":`+condition+`}`)
	}
	const both, plain = `["arn:aws:s3:::b","arn:aws:s3:::b/*"]`, `{"Bool":{"aws:SecureTransport":"false"}}`
	checktest.Run(t, BucketSecureTransport, []checktest.Case{
		{Name: "denied", Have: with(deny(anyone, `"s3:*"`, both, plain)), Want: pass},
		{Name: "denied on everything", Have: with(deny(`{"AWS":"*"}`, `"*"`, `"*"`, plain)), Want: pass},
		{Name: "objects only", Have: with(deny(anyone, `"s3:*"`, `"arn:aws:s3:::b/*"`, plain)), Want: fail},
		{Name: "bucket only", Have: with(deny(anyone, `"s3:*"`, `"arn:aws:s3:::b"`, plain)), Want: fail},
		{Name: "reading only", Have: with(deny(anyone, get, both, plain)), Want: fail},
		{Name: "one account only", Have: with(deny(stranger, `"s3:*"`, both, plain)), Want: fail},
		{Name: "the wrong way round", Have: with(deny(anyone, `"s3:*"`, both, `{"Bool":{"aws:SecureTransport":"true"}}`)), Want: fail},
		{Name: "an Allow that asks for it", Have: with(document(t, statement(anyone, get, `{"Bool":{"aws:SecureTransport":"true"}}`))), Want: fail},
		{Name: "another bucket", Have: with(deny(anyone, `"s3:*"`, `["arn:aws:s3:::c","arn:aws:s3:::c/*"]`, plain)), Want: fail},
		{Name: "no policy", Have: with(inventory.Of(trust.Policy{})), Want: fail},
		{Name: "hidden", Have: with(inventory.Missing[trust.Policy](checktest.Dark)), Want: unknown},
	})
}
