package iam

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestServerCertificate(t *testing.T) {
	have := func(at inventory.Known[time.Time]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.ServerCertificates, &iam.ServerCertificate{Expires: at}))
	}
	checktest.Run(t, ServerCertificate, []checktest.Case{
		{Name: "valid", Have: have(before(-1)), Want: want(checks.Pass)},
		{Name: "expired", Have: have(before(1)), Want: want(checks.Fail)},
		{Name: "hidden", Have: have(dark[time.Time]()), Want: want(checks.Unknown)},
		{Name: "none", Have: inventory.Fixture(inventory.Rows(iam.ServerCertificates)), Want: nil},
	})
}
