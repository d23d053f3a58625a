package sns

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/sns"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

const arn = "arn:aws:sns:us-east-1:111122223333:orders"

// topic is a topic with a policy of one statement.
func topic(t *testing.T, principal, condition string) *sns.Topic {
	t.Helper()
	if condition == "" {
		condition = "{}"
	}
	doc, err := policy.Parse(`{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":` + principal +
		`,"Action":["SNS:Publish","SNS:Subscribe"],"Resource":"` + arn + `","Condition":` + condition + `}]}`)
	if err != nil {
		t.Fatal(err)
	}
	return with(sns.Attributes{KMSKey: inventory.Of(""), Policy: inventory.Of(trust.Policy{Document: &doc, Trusted: []string{"111122223333", "222233334444"}})})
}

func with(a sns.Attributes) *sns.Topic {
	return &sns.Topic{Resource: inventory.Resource{ID: "orders", Full: arn}, Attributes: inventory.Of(a)}
}

func hidden() *sns.Topic {
	return &sns.Topic{Resource: inventory.Resource{ID: "orders", Full: arn}, Attributes: inventory.Missing[sns.Attributes](checktest.Dark)}
}

var hiddenPolicy = with(sns.Attributes{KMSKey: inventory.Of(""), Policy: inventory.Missing[trust.Policy](checktest.Dark)})

const ofTheAccount = `{"StringEquals":{"AWS:SourceOwner":"111122223333"}}`
