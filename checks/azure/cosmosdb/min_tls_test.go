package cosmosdb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestMinimumTLS(t *testing.T) {
	tls := func(api, version inventory.Known[string]) *inventory.Inventory {
		return have(&cosmosdb.Account{API: api, MinimumTLS: version})
	}
	sql := inventory.Of("NoSQL")
	checktest.Run(t, MinimumTLS, []checktest.Case{
		{Name: "1.2", Have: tls(sql, inventory.Of("Tls12")), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.0", Have: tls(sql, inventory.Of("Tls")), Want: []checks.Verdict{checks.Fail}},
		{Name: "1.1", Have: tls(sql, inventory.Of("Tls11")), Want: []checks.Verdict{checks.Fail}},
		{Name: "MongoDB", Have: tls(inventory.Of("MongoDB"), inventory.Of("Tls")), Want: []checks.Verdict{checks.Pass}},
		{Name: "unheard of", Have: tls(sql, inventory.Of("Tls14")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "API hidden", Have: tls(hidden[string](), inventory.Of("Tls")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: tls(sql, hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(cosmosdb.Accounts, &cosmosdb.Account{Resource: res("a"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
