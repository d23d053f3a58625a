package aks

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// hidden is a value that could not be read.
func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

// res names a fixture's row.
func res(id string) inventory.Resource { return inventory.Resource{ID: id} }

// rows is a cluster that is settled.
func rows(c *aks.Cluster) inventory.Part {
	c.Resource, c.State = res("c"), inventory.Of("Succeeded")
	return inventory.Rows(aks.Clusters, c)
}

func have(c *aks.Cluster) *inventory.Inventory { return inventory.Fixture(rows(c)) }
