package apikeys

import (
	"testing"
	"time"

	"demarc/checks/checktest"
	"demarc/providers/gcp/apikeys"
	"demarc/providers/inventory"
)

func TestKeyRotated(t *testing.T) {
	old := at(inventory.FixtureNow.AddDate(0, 0, -91))
	checktest.Run(t, KeyRotated, []checktest.Case{
		{Name: "young", Have: have(newKey(at(inventory.FixtureNow.AddDate(0, 0, -90)))), Want: pass},
		{Name: "old", Have: have(newKey(old)), Want: fail},
		{Name: "old, and deleted", Have: have(newKey(old, deleted)), Want: skip},
		{Name: "hidden", Have: have(newKey(func(k *apikeys.Key) { k.Created = dark[time.Time]() })), Want: unknown},
	})
}
