package apikeys

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/apikeys"
	"demarc/providers/inventory"
)

func TestKeyCallersRestricted(t *testing.T) {
	pages := func(all ...string) func(*apikeys.Key) {
		return func(k *apikeys.Key) { k.Referrers = inventory.Of(all) }
	}
	from := func(all ...string) func(*apikeys.Key) {
		return func(k *apikeys.Key) { k.Addresses = inventory.Of(all) }
	}
	checktest.Run(t, KeyCallersRestricted, []checktest.Case{
		{Name: "pages", Have: have(newKey(pages("https://shop.example.com/*", "*.example.com/*", "example.com"))), Want: pass},
		{Name: "addresses", Have: have(newKey(from("198.51.100.7", "2001:db8::/64"))), Want: pass},
		{Name: "apps", Have: have(newKey(func(k *apikeys.Key) { k.Apps = inventory.Of(1) })), Want: pass},
		{Name: "none", Have: have(newKey()), Want: fail},
		{Name: "every page", Have: have(newKey(pages("https://shop.example.com/*", "*"))), Want: fail},
		{Name: "every page by a scheme", Have: have(newKey(pages("https://*/*"))), Want: fail},
		{Name: "every page by two words", Have: have(newKey(pages("*.*"))), Want: fail},
		{Name: "every address", Have: have(newKey(from("198.51.100.7", "0.0.0.0/0"))), Want: fail},
		{Name: "every address of the new kind", Have: have(newKey(from("::/0"))), Want: fail},
		{Name: "deleted", Have: have(newKey(deleted)), Want: skip},
		{Name: "hidden", Have: have(newKey(func(k *apikeys.Key) { k.Referrers = dark[[]string]() })), Want: unknown},
	})
}
