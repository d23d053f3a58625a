package sqs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/s3"
	"demarc/providers/aws/sqs"
	"demarc/providers/inventory"
)

func TestQueueForeignAccess(t *testing.T) {
	member := inventory.Rows(organizations.Accounts, &organizations.Account{Organization: inventory.Of(organizations.Organization{ID: "o-ours000000"})})
	buckets := inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "own", Full: "arn:aws:s3:::own"}})
	have := func(row *sqs.Queue) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(sqs.Queues, row), member, buckets)
	}
	checktest.Run(t, QueueForeignAccess, []checktest.Case{
		{Name: "no policy", Have: have(queue(t, "", "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "trusted", Have: have(queue(t, `{"AWS":"222233334444"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "foreign", Have: have(queue(t, `{"AWS":"999988887777"}`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "a topic of another account", Have: have(queue(t, `"*"`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:us-east-1:999988887777:orders"}}`)), Want: []checks.Verdict{checks.Fail}},
		{Name: "the own organization", Have: have(queue(t, `"*"`, `{"StringEquals":{"aws:PrincipalOrgID":"o-ours000000"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "an own bucket", Have: have(queue(t, `{"Service":"s3.amazonaws.com"}`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::own"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "a bucket that is not the account's", Have: have(queue(t, `{"Service":"s3.amazonaws.com"}`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::other"}}`)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a bucket of the account by its id", Have: have(queue(t, `{"Service":"s3.amazonaws.com"}`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::other"},"StringEquals":{"aws:SourceAccount":"111122223333"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "through an endpoint", Have: have(queue(t, `{"AWS":"999988887777"}`, `{"StringEquals":{"aws:SourceVpce":"vpce-0a1b2c3d4e5f67890"}}`)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(hidden()), Want: []checks.Verdict{checks.Unknown}},
	})
}
