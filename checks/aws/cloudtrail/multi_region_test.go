package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

func TestMultiRegion(t *testing.T) {
	readOnly := func(t *cloudtrail.Trail) {
		t.Selectors = inventory.Of(cloudtrail.Selectors{Basic: []cloudtrail.BasicSelector{{ReadWrite: "ReadOnly", Management: true}}})
	}
	noKMS := func(t *cloudtrail.Trail) {
		t.Selectors = inventory.Of(cloudtrail.Selectors{Basic: []cloudtrail.BasicSelector{{ReadWrite: "All", Management: true, Excluded: []string{"kms.amazonaws.com"}}}})
	}
	pass, fail, unknown := []checks.Verdict{checks.Pass}, []checks.Verdict{checks.Fail}, []checks.Verdict{checks.Unknown}
	checktest.Run(t, MultiRegion, []checktest.Case{
		{Name: "on", Have: trails(good("a")), Want: pass},
		{Name: "the organization's", Have: trails(good("a", organizations)), Want: pass},
		{Name: "none", Have: trails(), Want: fail},
		{Name: "stopped", Have: trails(good("a", stopped)), Want: fail},
		{Name: "one region", Have: trails(good("a", oneRegion)), Want: fail},
		{Name: "reads only", Have: trails(good("a", readOnly)), Want: fail},
		{Name: "without KMS", Have: trails(good("a", noKMS)), Want: fail},
		{Name: "the second", Have: trails(good("a", stopped), good("b")), Want: pass},
		{Name: "one hidden, one good", Have: trails(good("a", darkStatus), good("b")), Want: pass},
		{Name: "one hidden, one stopped", Have: trails(good("a", darkStatus), good("b", stopped)), Want: unknown},
		{Name: "selectors hidden", Have: trails(good("a", organizations, darkSelectors)), Want: unknown},
		{Name: "stopped, selectors hidden", Have: trails(good("a", stopped, darkSelectors)), Want: fail},
		{Name: "one region not listed", Have: unlisted("eu-west-1"), Want: unknown},
		// A trail of every region would show in the regions that were read.
		{Name: "a region left out", Want: fail, Have: inventory.Fixture(
			inventory.InRegions("us-east-1"), inventory.WithoutRegions("eu-west-1"), inventory.Rows(cloudtrail.Trails, good("a", oneRegion)))},
	})
}
