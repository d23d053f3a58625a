package sqs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/sqs"
	"demarc/providers/inventory"
)

func TestQueueForeignAccess(t *testing.T) {
	member := inventory.Rows(organizations.Accounts, &organizations.Account{Organization: inventory.Of(organizations.Organization{ID: "o-ours000000"})})
	have := func(row *sqs.Queue) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(sqs.Queues, row), member)
	}
	checktest.Run(t, QueueForeignAccess, []checktest.Case{
		{Name: "no policy", Have: have(queue(t, "", "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "trusted", Have: have(queue(t, `{"AWS":"222233334444"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "foreign", Have: have(queue(t, `{"AWS":"999988887777"}`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "a topic of another account", Have: have(queue(t, `"*"`, `{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:us-east-1:999988887777:orders"}}`)), Want: []checks.Verdict{checks.Fail}},
		{Name: "the own organization", Have: have(queue(t, `"*"`, `{"StringEquals":{"aws:PrincipalOrgID":"o-ours000000"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Have: have(hidden()), Want: []checks.Verdict{checks.Unknown}},
	})
}
