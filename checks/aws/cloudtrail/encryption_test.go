package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

func TestEncryption(t *testing.T) {
	none := func(t *cloudtrail.Trail) { t.KMSKeyID = inventory.Of("") }
	dark := func(t *cloudtrail.Trail) { t.KMSKeyID = inventory.Missing[string](checktest.Dark) }
	checktest.Run(t, Encryption, []checktest.Case{
		{Name: "a key", Have: trails(good("a")), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: trails(good("a", none)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: trails(good("a", dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not listed", Have: unlisted(""), Want: []checks.Verdict{checks.Unknown}},
	})
}
