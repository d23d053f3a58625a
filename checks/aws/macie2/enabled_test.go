package macie2

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/macie2"
	"demarc/providers/inventory"
)

func TestEnabled(t *testing.T) {
	checktest.Run(t, Enabled, []checktest.Case{
		{Name: "on", Have: in(session("ENABLED", inventory.Of(true))), Want: pass},
		{Name: "suspended", Have: in(session("PAUSED", inventory.Of(true))), Want: fail},
		{Name: "off", Have: in(), Want: fail},
		{Name: "denied", Want: unknown, Have: inventory.Fixture(inventory.InRegions("us-east-1"), inventory.Unlisted(macie2.Sessions, "us-east-1", checktest.Dark))},
	})
}
