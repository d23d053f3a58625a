package apikeys

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/apikeys"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func TestProjectNoKeys(t *testing.T) {
	project := inventory.Rows(iam.Projects, &iam.Project{Resource: inventory.Resource{ID: "1"}})
	with := func(keys ...*apikeys.Key) *inventory.Inventory {
		return inventory.Fixture(project, inventory.Rows(apikeys.Keys, keys...))
	}
	checktest.Run(t, ProjectNoKeys, []checktest.Case{
		{Name: "none", Have: with(), Want: pass},
		{Name: "a deleted one", Have: with(newKey(deleted)), Want: pass},
		{Name: "one", Have: with(newKey()), Want: fail},
		{Name: "hidden", Have: with(newKey(func(k *apikeys.Key) { k.Deleted = dark[bool]() })), Want: unknown},
		{Name: "unlisted", Have: inventory.Fixture(project, inventory.Unlisted(apikeys.Keys, "", checktest.Dark)), Want: unknown},
	})
}
