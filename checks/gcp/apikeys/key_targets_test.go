package apikeys

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/apikeys"
	"demarc/providers/gcp/serviceusage"
	"demarc/providers/inventory"
)

const maps = "maps-backend.googleapis.com"

func hideTargets(k *apikeys.Key) { k.Targets = dark[[]string]() }

func TestKeyAPIRestricted(t *testing.T) {
	checktest.Run(t, KeyAPIRestricted, []checktest.Case{
		{Name: "one", Have: have(newKey(targets(maps))), Want: pass},
		{Name: "none", Have: have(newKey()), Want: fail},
		{Name: "all of Google Cloud", Have: have(newKey(targets(maps, "CloudAPIs.googleapis.com"))), Want: fail},
		{Name: "deleted", Have: have(newKey(deleted)), Want: skip},
		{Name: "hidden", Have: have(newKey(hideTargets)), Want: unknown},
	})
}

func TestKeyActiveServices(t *testing.T) {
	checktest.Run(t, KeyActiveServices, []checktest.Case{
		{Name: "enabled", Have: have(newKey(targets(maps, "cloudapis.googleapis.com")), maps), Want: pass},
		{Name: "in capitals", Have: have(newKey(targets("Maps-Backend.googleapis.com")), maps), Want: pass},
		{Name: "not enabled", Have: have(newKey(targets(maps, "translate.googleapis.com")), maps), Want: fail},
		{Name: "unrestricted", Have: have(newKey(), maps), Want: skip},
		{Name: "deleted", Have: have(newKey(deleted, targets(maps))), Want: skip},
		{Name: "unlisted", Have: inventory.Fixture(inventory.Rows(apikeys.Keys, newKey(targets(maps))), inventory.Unlisted(serviceusage.Services, "", checktest.Dark)), Want: unknown},
	})
}

func TestKeyGemini(t *testing.T) {
	const gemini = serviceusage.GenerativeLanguage
	checktest.Run(t, KeyGemini, []checktest.Case{
		{Name: "for another API", Have: have(newKey(targets(maps)), gemini), Want: pass},
		{Name: "for it alone", Have: have(newKey(targets(gemini)), gemini), Want: pass},
		{Name: "for all", Have: have(newKey(), gemini), Want: fail, Severity: checks.High},
		{Name: "for it and another", Have: have(newKey(targets(gemini, maps)), gemini), Want: fail, Severity: checks.Medium},
		{Name: "for all, and not enabled", Have: have(newKey(), maps), Want: skip},
		{Name: "hidden", Have: have(newKey(hideTargets), gemini), Want: unknown},
		{Name: "unlisted", Have: inventory.Fixture(inventory.Rows(apikeys.Keys, newKey()), inventory.Unlisted(serviceusage.Services, "", checktest.Dark)), Want: unknown},
	})
}
