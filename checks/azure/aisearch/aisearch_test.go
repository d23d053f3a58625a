package aisearch

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/aisearch"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// hidden is a value that could not be read.
func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

// res names a fixture's row.
func res(id string) inventory.Resource { return inventory.Resource{ID: id} }

// have is an inventory with one service, which is settled.
func have(s *aisearch.Service) *inventory.Inventory {
	s.Resource, s.Status = res("s"), inventory.Of("running")
	return inventory.Fixture(inventory.Rows(aisearch.Services, s))
}
