package databricks

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// hidden is a value that could not be read.
func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

// res names a fixture's row.
func res(id string) inventory.Resource { return inventory.Resource{ID: id} }

// rows is a workspace that is settled and, unless it says otherwise, classic.
func rows(w *databricks.Workspace) inventory.Part {
	w.Resource, w.State = res("w"), inventory.Of("Succeeded")
	if w.Serverless == (inventory.Known[bool]{}) {
		w.Serverless = inventory.Of(false)
	}
	return inventory.Rows(databricks.Workspaces, w)
}

func have(w *databricks.Workspace) *inventory.Inventory { return inventory.Fixture(rows(w)) }
