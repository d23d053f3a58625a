package cloudwatch

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

func TestLogsPolicyPublic(t *testing.T) {
	have := func(pol inventory.Known[trust.Policy]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(cloudwatch.ResourcePolicies, &cloudwatch.ResourcePolicy{Resource: inventory.Resource{ID: "p"}, Policy: pol}))
	}
	parsed := func(statement string) *inventory.Inventory {
		doc, err := policy.Parse(`{"Version":"2012-10-17","Statement":[` + statement + `]}`)
		if err != nil {
			t.Fatal(err)
		}
		return have(inventory.Of(trust.Policy{Document: &doc}))
	}
	checktest.Run(t, LogsPolicyPublic, []checktest.Case{
		{Name: "a service", Want: pass, Have: parsed(`{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":"logs:PutLogEvents","Resource":"arn:aws:logs:us-east-1:111122223333:log-group:x:*"}`)},
		{Name: "everybody", Want: fail, Have: parsed(`{"Effect":"Allow","Principal":"*","Action":"logs:PutLogEvents","Resource":"arn:aws:logs:us-east-1:111122223333:log-group:x:*"}`)},
		{Name: "everybody in one account", Want: pass, Have: parsed(`{"Effect":"Allow","Principal":"*","Action":"logs:PutLogEvents","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"111122223333"}}}`)},
		{Name: "hidden", Want: unknown, Have: have(inventory.Missing[trust.Policy](checktest.Dark))},
	})
}
