package macie2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/macie2"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// in is an account of one region with these sessions.
func in(ms ...*macie2.Session) *inventory.Inventory {
	return inventory.Fixture(inventory.InRegions("us-east-1"), inventory.Rows(macie2.Sessions, ms...))
}

func session(status string, discovery inventory.Known[bool]) *macie2.Session {
	return &macie2.Session{Resource: inventory.Resource{ID: "session"}, Status: inventory.Of(status), Discovery: discovery}
}

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
)
