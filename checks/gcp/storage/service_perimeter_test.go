package storage

import (
	"testing"

	"demarc/checks/checktest"

	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestServicePerimeter(t *testing.T) {
	with := func(k inventory.Known[[]storage.Perimeter]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(storage.Projects, &storage.Project{Resource: inventory.Resource{ID: "1"}, Perimeters: k}))
	}
	checktest.Run(t, ServicePerimeter, []checktest.Case{
		{Name: "none", Have: with(inventory.Of([]storage.Perimeter(nil))), Want: fail},
		{Name: "of another service", Have: with(inventory.Of([]storage.Perimeter{{Name: "p", Services: []string{"bigquery.googleapis.com"}}})), Want: fail},
		{Name: "one", Have: with(inventory.Of([]storage.Perimeter{{Name: "p"}, {Name: "q", Services: []string{"storage.googleapis.com"}}})), Want: pass},
		{Name: "hidden", Have: with(dark[[]storage.Perimeter]()), Want: unknown},
	})
}
