package acm

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/acm"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skipped = []checks.Verdict{checks.NotApplicable}
)

// certificate is the inventory of one certificate that every check is content
// with, changed by f.
func certificate(f func(*acm.Certificate)) *inventory.Inventory {
	c := &acm.Certificate{
		Resource: inventory.Resource{ID: "c1"}, Status: inventory.Of("ISSUED"), Type: inventory.Of("AMAZON_ISSUED"),
		InUse: inventory.Of(true), KeyAlgorithm: inventory.Of("RSA_2048"), NotAfter: inventory.Of(inventory.FixtureNow.AddDate(0, 0, 200)),
	}
	f(c)
	return inventory.Fixture(inventory.Rows(acm.Certificates, c))
}
