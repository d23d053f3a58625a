package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestProtectorCustomerKey(t *testing.T) {
	checktest.Run(t, ProtectorCustomerKey, []checktest.Case{
		{Name: "a key vault", Have: have(sql.Server{Protector: inventory.Of("AzureKeyVault")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "Microsoft's", Have: have(sql.Server{Protector: inventory.Of("ServiceManaged")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(sql.Server{Protector: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
	})
}
