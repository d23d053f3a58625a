package storage

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestContainerPrivate(t *testing.T) {
	container := func(allowed inventory.Known[bool], action string, access inventory.Known[string]) *inventory.Inventory {
		c := &storage.Container{Resource: inventory.Resource{ID: "a/c", Full: "/rg/a/c"}, AccountID: "/rg/a", PublicAccess: access}
		return have(storage.Account{BlobPublicAccess: allowed, PublicNetwork: inventory.Of("Enabled"), DefaultAction: inventory.Of(action)}, inventory.Rows(storage.Containers, c))
	}
	yes := inventory.Of(true)
	checktest.Run(t, ContainerPrivate, []checktest.Case{
		{Name: "private", Have: container(yes, "Allow", inventory.Of("None")), Want: pass},
		{Name: "blobs", Have: container(yes, "Allow", inventory.Of("Blob")), Want: fail, Severity: checks.High},
		{Name: "all", Have: container(yes, "Deny", inventory.Of("Container")), Want: fail, Severity: checks.Medium},
		{Name: "public in a closed account", Have: container(inventory.Of(false), "Allow", inventory.Of("Blob")), Want: skip},
		{Name: "another level", Have: container(yes, "Allow", inventory.Of("Friends")), Want: unknown},
		{Name: "hidden", Have: container(yes, "Allow", hidden[string]()), Want: unknown},
		{Name: "public, the account's setting hidden", Have: container(hidden[bool](), "Allow", inventory.Of("Blob")), Want: unknown},
		{Name: "public, the account gone", Have: inventory.Fixture(inventory.Rows(storage.Accounts), inventory.Rows(storage.Containers, &storage.Container{
			Resource: inventory.Resource{ID: "a/c", Full: "/rg/a/c"}, AccountID: "/rg/a", PublicAccess: inventory.Of("Blob"),
		})), Want: unknown},
	})
}
