package authorization

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// The verdicts of cases with one result.
var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
)

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }
