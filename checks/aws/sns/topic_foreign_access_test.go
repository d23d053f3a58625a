package sns

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/s3"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

func TestTopicForeignAccess(t *testing.T) {
	member := inventory.Rows(organizations.Accounts, &organizations.Account{Organization: inventory.Of(organizations.Organization{ID: "o-ours000000"})})
	buckets := inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "own", Full: "arn:aws:s3:::own"}})
	have := func(row *sns.Topic) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(sns.Topics, row), member, buckets)
	}
	checktest.Run(t, TopicForeignAccess, []checktest.Case{
		{Name: "as SNS makes it", Have: have(topic(t, `{"AWS":"*"}`, ofTheAccount)), Want: []checks.Verdict{checks.Pass}},
		{Name: "trusted", Have: have(topic(t, `{"AWS":"222233334444"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "foreign", Have: have(topic(t, `{"AWS":"999988887777"}`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "the own organization", Have: have(topic(t, `"*"`, `{"StringEquals":{"aws:PrincipalOrgID":"o-ours000000"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "an own bucket", Have: have(topic(t, `{"Service":"s3.amazonaws.com"}`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::own"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "a bucket that is not the account's", Have: have(topic(t, `{"Service":"s3.amazonaws.com"}`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::other"}}`)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a bucket of the account by its id", Have: have(topic(t, `{"Service":"s3.amazonaws.com"}`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::other"},"StringEquals":{"aws:SourceAccount":"111122223333"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "through an endpoint", Have: have(topic(t, `{"AWS":"999988887777"}`, `{"StringEquals":{"aws:SourceVpce":"vpce-0a1b2c3d4e5f67890"}}`)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(hidden()), Want: []checks.Verdict{checks.Unknown}},
	})
}
