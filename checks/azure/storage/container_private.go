package storage

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// ContainerPrivate asks that no container is open to everybody.
var ContainerPrivate = &checks.Check{
	ID:       "azure-storage-container-private",
	Title:    "Blob containers are not public",
	Why:      "Whoever knows or guesses the address reads what is in a public container, without a sign-in and without a trace of who it was.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Data storage > Containers > the container > Change access level: Private.",
		CLI:       "az storage container set-permission --account-name <account> --name <container> --public-access off",
		Terraform: "resource \"azurerm_storage_container\" \"example\" {\n  name                  = \"example\"\n  storage_account_id    = azurerm_storage_account.example.id\n  container_access_type = \"private\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-configure",
	Needs: []inventory.Source{storage.Accounts, storage.Containers},
	Run: checks.Each(storage.Containers, func(p *checks.Probe, c *storage.Container) {
		access, ok := c.PublicAccess.Get(p)
		if !ok || strings.EqualFold(access, "None") {
			return
		}
		if !strings.EqualFold(access, "Blob") && !strings.EqualFold(access, "Container") {
			other(p, "access level", access)
			return
		}
		a, ok := storage.Accounts.ByID(p.Inv, c.Region, c.AccountID).Get(p)
		if !ok {
			return
		}
		if a == nil {
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the account of the container is not listed"})
			return
		}
		allowed, ok := a.BlobPublicAccess.Get(p)
		switch {
		case !ok:
		case !allowed:
			p.Skipf("the account lets nobody in without a sign-in")
		default:
			p.Evidence("publicAccess", access)
			if closed, _ := inventory.Or(is(a.PublicNetwork, "Disabled"), is(a.DefaultAction, "Deny")).Peek(); closed {
				p.Rank(checks.Medium) // everybody, on chosen networks
			}
			what := "everybody can read its blobs"
			if strings.EqualFold(access, "Container") {
				what = "everybody can list and read its blobs"
			}
			p.Failf("the container is public: %s", what)
		}
	}),
}
