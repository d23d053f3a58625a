package sqs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/sqs"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestQueueEncryption(t *testing.T) {
	have := func(key inventory.Known[string], managed inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(sqs.Queues, attributes(inventory.Of(sqs.Attributes{Policy: inventory.Of(trust.Policy{}), KMSKey: key, ManagedSSE: managed}))))
	}
	none, key, dark := inventory.Of(""), inventory.Of("alias/orders"), inventory.Missing[bool](checktest.Dark)
	checktest.Run(t, QueueEncryption, []checktest.Case{
		{Name: "by SQS", Have: have(none, inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "by KMS", Have: have(key, inventory.Of(false)), Want: []checks.Verdict{checks.Pass}},
		{Name: "not", Have: have(none, inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "by KMS, the other hidden", Have: have(key, dark), Want: []checks.Verdict{checks.Pass}},
		{Name: "not by KMS, the other hidden", Have: have(none, dark), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(sqs.Queues, hidden())), Want: []checks.Verdict{checks.Unknown}},
	})
}
