package acm

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/acm"
	"demarc/providers/inventory"
)

func TestCertificateExpiry(t *testing.T) {
	with := func(status string, days int, used bool) *inventory.Inventory {
		return certificate(func(c *acm.Certificate) {
			c.Status, c.InUse, c.NotAfter = inventory.Of(status), inventory.Of(used), inventory.Of(inventory.FixtureNow.AddDate(0, 0, days))
		})
	}
	checktest.Run(t, CertificateExpiry, []checktest.Case{
		{Name: "200 days", Have: with("ISSUED", 200, true), Want: pass},
		{Name: "30 days", Have: with("ISSUED", 30, true), Want: pass},
		{Name: "29 days", Have: with("ISSUED", 29, true), Want: fail, Severity: checks.Medium},
		{Name: "29 days, unused", Have: with("ISSUED", 29, false), Want: fail, Severity: checks.Low},
		{Name: "expired and in use", Have: with("EXPIRED", -3, true), Want: fail},
		{Name: "expired", Have: with("EXPIRED", -3, false), Want: skipped},
		{Name: "pending, without a date", Want: skipped, Have: certificate(func(c *acm.Certificate) {
			c.Status, c.NotAfter = inventory.Of("PENDING_VALIDATION"), inventory.Unanswered[time.Time]("ACM ListCertificates", "NotAfter")
		})},
		{Name: "date hidden", Want: unknown, Have: certificate(func(c *acm.Certificate) { c.NotAfter = inventory.Missing[time.Time](checktest.Dark) })},
	})
}
