package rds

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceCertificate(t *testing.T) {
	each(t, InstanceCertificate, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"a year", checks.Pass, nil},
		look[rds.DBInstance]{"soon", checks.Fail, func(d *rds.DBInstance) { d.CertificateValidTill = inventory.Of(inventory.FixtureNow.AddDate(0, 0, 10)) }},
		look[rds.DBInstance]{"expired", checks.Fail, func(d *rds.DBInstance) { d.CertificateValidTill = inventory.Of(inventory.FixtureNow.AddDate(0, 0, -1)) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.CertificateValidTill = inventory.Missing[time.Time](checktest.Dark) }},
		look[rds.DBInstance]{"RDS Custom", checks.NotApplicable, custom},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
