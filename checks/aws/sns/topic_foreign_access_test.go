package sns

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

func TestTopicForeignAccess(t *testing.T) {
	member := inventory.Rows(organizations.Accounts, &organizations.Account{Organization: inventory.Of(organizations.Organization{ID: "o-ours000000"})})
	have := func(row *sns.Topic) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(sns.Topics, row), member)
	}
	checktest.Run(t, TopicForeignAccess, []checktest.Case{
		{Name: "as SNS makes it", Have: have(topic(t, `{"AWS":"*"}`, ofTheAccount)), Want: []checks.Verdict{checks.Pass}},
		{Name: "trusted", Have: have(topic(t, `{"AWS":"222233334444"}`, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "foreign", Have: have(topic(t, `{"AWS":"999988887777"}`, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "the own organization", Have: have(topic(t, `"*"`, `{"StringEquals":{"aws:PrincipalOrgID":"o-ours000000"}}`)), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Have: have(hidden()), Want: []checks.Verdict{checks.Unknown}},
	})
}
