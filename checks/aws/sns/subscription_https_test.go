package sns

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

func TestSubscriptionHTTPS(t *testing.T) {
	have := func(protocol inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(sns.Subscriptions, &sns.Subscription{Topic: arn, Protocol: protocol, Host: "hooks.example.com"}))
	}
	checktest.Run(t, SubscriptionHTTPS, []checktest.Case{
		{Name: "https", Have: have(inventory.Of("https")), Want: []checks.Verdict{checks.Pass}},
		{Name: "http", Have: have(inventory.Of("http")), Want: []checks.Verdict{checks.Fail}},
		{Name: "a queue", Have: have(inventory.Of("sqs")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(sns.Subscriptions, "us-east-1", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
