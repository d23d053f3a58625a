package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestEndpointServicePrincipals(t *testing.T) {
	have := func(asked bool, principals inventory.Known[[]string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.EndpointServices, &vpc.EndpointService{
			Resource: res("vpce-svc-1"), State: "available", AcceptanceRequired: inventory.Of(asked), Principals: principals}))
	}
	checktest.Run(t, EndpointServicePrincipals, []checktest.Case{
		{Name: "everybody", Have: have(false, inventory.Of([]string{"*"})), Want: []checks.Verdict{checks.Fail}, Severity: checks.High},
		{Name: "everybody, accepted one by one", Have: have(true, inventory.Of([]string{"*"})), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "an account", Have: have(false, inventory.Of([]string{"arn:aws:iam::222233334444:root"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "nobody", Have: have(false, inventory.Of[[]string](nil)), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Have: have(false, inventory.Missing[[]string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
