package macie2

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/inventory"
)

func TestDiscovery(t *testing.T) {
	checktest.Run(t, Discovery, []checktest.Case{
		{Name: "on", Have: in(session("ENABLED", inventory.Of(true))), Want: pass},
		{Name: "off", Have: in(session("ENABLED", inventory.Of(false))), Want: fail},
		{Name: "suspended", Have: in(session("PAUSED", inventory.Of(false))), Want: fail},
		{Name: "not on", Have: in(), Want: fail},
		{Name: "hidden", Have: in(session("ENABLED", inventory.Missing[bool](checktest.Dark))), Want: unknown},
	})
}
