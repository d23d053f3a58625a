package sqs

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/sqs"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

const arn = "arn:aws:sqs:us-east-1:111122223333:orders"

// queue is a queue with a policy of one statement; an empty principal is none.
func queue(t *testing.T, principal, condition string) *sqs.Queue {
	t.Helper()
	if principal == "" {
		return with(inventory.Of(trust.Policy{}))
	}
	if condition == "" {
		condition = "{}"
	}
	doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":` + principal +
		`,"Action":"sqs:SendMessage","Resource":"` + arn + `","Condition":` + condition + `}]}`)
	if err != nil {
		t.Fatal(err)
	}
	return with(inventory.Of(trust.Policy{Document: &doc, Trusted: []string{"111122223333", "222233334444"}}))
}

func with(pol inventory.Known[trust.Policy]) *sqs.Queue {
	return attributes(inventory.Of(sqs.Attributes{Policy: pol, KMSKey: inventory.Of(""), ManagedSSE: inventory.Of(true)}))
}

func attributes(a inventory.Known[sqs.Attributes]) *sqs.Queue {
	return &sqs.Queue{Resource: inventory.Resource{ID: "orders", Full: arn}, Attributes: a}
}

func hidden() *sqs.Queue { return attributes(inventory.Missing[sqs.Attributes](checktest.Dark)) }
