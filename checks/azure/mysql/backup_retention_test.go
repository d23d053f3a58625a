package mysql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

func TestBackupRetention(t *testing.T) {
	server := func(days inventory.Known[int]) *inventory.Inventory {
		return have(mysql.Server{Common: flexibleserver.Common{BackupDays: days}})
	}
	checktest.Run(t, BackupRetention, []checktest.Case{
		{Name: "long", Have: server(inventory.Of(7)), Want: []checks.Verdict{checks.Pass}},
		{Name: "short", Have: server(inventory.Of(6)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: server(hidden[int]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
