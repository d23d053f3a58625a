package sns

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

func TestTopicPublicAccess(t *testing.T) {
	have := func(row *sns.Topic) *inventory.Inventory { return inventory.Fixture(inventory.Rows(sns.Topics, row)) }
	checktest.Run(t, TopicPublicAccess, []checktest.Case{
		{Name: "as SNS makes it", Have: have(topic(t, `{"AWS":"*"}`, ofTheAccount)), Want: []checks.Verdict{checks.Pass}},
		{Name: "anyone", Have: have(topic(t, `{"AWS":"*"}`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "anyone, for web addresses", Have: have(topic(t, `"*"`, `{"StringEquals":{"sns:Protocol":"https"}}`)), Want: []checks.Verdict{checks.Fail}},
		{Name: "a bucket", Have: have(topic(t, `{"Service":"s3.amazonaws.com"}`, `{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::b"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "an account", Have: have(topic(t, `{"AWS":"999988887777"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "attributes hidden", Have: have(hidden()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "policy hidden", Have: have(hiddenPolicy), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(sns.Topics, "us-east-1", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
