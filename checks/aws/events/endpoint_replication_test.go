package events

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/events"
	"demarc/providers/inventory"
)

func TestEndpointReplication(t *testing.T) {
	have := func(state string, on inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(events.Endpoints, &events.Endpoint{Resource: inventory.Resource{ID: "e"}, State: inventory.Of(state), Replication: on}))
	}
	checktest.Run(t, EndpointReplication, []checktest.Case{
		{Name: "on", Have: have("ACTIVE", inventory.Of(true)), Want: pass},
		{Name: "off", Have: have("ACTIVE", inventory.Of(false)), Want: fail},
		{Name: "being deleted", Have: have("DELETING", inventory.Of(false)), Want: skipped},
		{Name: "hidden", Have: have("ACTIVE", inventory.Missing[bool](checktest.Dark)), Want: unknown},
	})
}
