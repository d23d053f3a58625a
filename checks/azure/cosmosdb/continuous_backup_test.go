package cosmosdb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestContinuousBackup(t *testing.T) {
	checktest.Run(t, ContinuousBackup, []checktest.Case{
		{Name: "continuous", Have: have(&cosmosdb.Account{Backup: inventory.Of("Continuous")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "periodic", Have: have(&cosmosdb.Account{Backup: inventory.Of("Periodic")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: have(&cosmosdb.Account{Backup: inventory.Of("Other")}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(&cosmosdb.Account{Backup: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(cosmosdb.Accounts, &cosmosdb.Account{Resource: res("a"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
