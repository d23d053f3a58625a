package sns

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/sns"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestTopicEncryption(t *testing.T) {
	have := func(key inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(sns.Topics, with(sns.Attributes{KMSKey: key, Policy: inventory.Of(trust.Policy{})})))
	}
	checktest.Run(t, TopicEncryption, []checktest.Case{
		{Name: "a key", Have: have(inventory.Of("alias/aws/sns")), Want: []checks.Verdict{checks.Pass}},
		{Name: "no key", Have: have(inventory.Of("")), Want: []checks.Verdict{checks.Fail}},
		{Name: "key hidden", Have: have(inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "attributes hidden", Have: inventory.Fixture(inventory.Rows(sns.Topics, hidden())), Want: []checks.Verdict{checks.Unknown}},
	})
}
