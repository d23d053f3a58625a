package sqs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/sqs"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestQueuePublicAccess(t *testing.T) {
	have := func(row *sqs.Queue) *inventory.Inventory { return inventory.Fixture(inventory.Rows(sqs.Queues, row)) }
	checktest.Run(t, QueuePublicAccess, []checktest.Case{
		{Name: "no policy", Have: have(queue(t, "", "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "anyone", Have: have(queue(t, `"*"`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "a topic of the account's", Have: have(queue(t, `"*"`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:us-east-1:111122223333:orders"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "any topic", Have: have(queue(t, `"*"`, `{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:*:*"}}`)), Want: []checks.Verdict{checks.Fail}},
		{Name: "an account", Have: have(queue(t, `{"AWS":"999988887777"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "attributes hidden", Have: have(hidden()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "policy hidden", Have: have(with(inventory.Missing[trust.Policy](checktest.Dark))), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(sqs.Queues, "us-east-1", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
