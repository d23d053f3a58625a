package postgresql

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/ipfirewall"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

// have is an inventory of one server, which is ready where s does not say.
func have(s postgresql.Server) *inventory.Inventory {
	s.Resource = inventory.Resource{ID: "db-shop"}
	if _, ok := s.State.Peek(); !ok {
		s.State = inventory.Of("Ready")
	}
	return inventory.Fixture(inventory.Rows(postgresql.Servers, &s))
}

// set is a server with a parameter.
func set(name, value string) *inventory.Inventory {
	return have(postgresql.Server{Parameters: inventory.Of([]flexibleserver.Parameter{{Name: name, Value: inventory.Of(value)}})})
}

// dropping is such a server that is being deleted.
func dropping(name, value string) *inventory.Inventory {
	return have(postgresql.Server{
		Common:     flexibleserver.Common{State: inventory.Of("Dropping")},
		Parameters: inventory.Of([]flexibleserver.Parameter{{Name: name, Value: inventory.Of(value)}}),
	})
}

func public(access string) flexibleserver.Common {
	return flexibleserver.Common{PublicNetwork: inventory.Of(access)}
}

// behind is a server behind firewall rules.
func behind(access string, rules ...ipfirewall.Rule) *inventory.Inventory {
	return have(postgresql.Server{Common: public(access), Firewall: inventory.Of(rules)})
}
