package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

func TestFileValidation(t *testing.T) {
	off := func(t *cloudtrail.Trail) { t.FileValidation = inventory.Of(false) }
	dark := func(t *cloudtrail.Trail) { t.FileValidation = inventory.Missing[bool](checktest.Dark) }
	checktest.Run(t, FileValidation, []checktest.Case{
		{Name: "on", Have: trails(good("a")), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: trails(good("a", off)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: trails(good("a", dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "the organization's is not the account's", Have: trails(good("a", off, organizations)), Want: nil},
		{Name: "not listed", Have: unlisted(""), Want: []checks.Verdict{checks.Unknown}},
	})
}
