package apigateway

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestDomainNameTLSPolicy(t *testing.T) {
	with := func(policy inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(apigateway.DomainNames, &apigateway.DomainName{Resource: inventory.Resource{ID: "api.example.com"}, SecurityPolicy: policy}))
	}
	checktest.Run(t, DomainNameTLSPolicy, []checktest.Case{
		{Name: "1.2", Have: with(inventory.Of("TLS_1_2")), Want: pass},
		{Name: "1.3", Have: with(inventory.Of("SecurityPolicy_TLS13_1_3_2025_09")), Want: pass},
		{Name: "1.0", Have: with(inventory.Of("TLS_1_0")), Want: fail},
		{Name: "hidden", Have: with(inventory.Missing[string](checktest.Dark)), Want: unknown},
	})
}
