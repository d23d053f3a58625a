package iam

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

const accountFull = "//iam.googleapis.com/projects/1/serviceAccounts/77"

// newKey is a key of the account 77 that can be used, of the age in days.
func newKey(age int, change ...func(*iam.Key)) *iam.Key {
	k := &iam.Key{
		Resource: inventory.Resource{ID: "k", Full: accountFull + "/keys/k"}, Owner: "app@p.iam.gserviceaccount.com",
		Disabled: inventory.Of(false), ValidFrom: inventory.Of(daysAgo(age)), ValidTill: inventory.Of(time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)),
		Origin: inventory.Of("GOOGLE_PROVIDED"), LastUsed: inventory.Of(daysAgo(1)),
	}
	for _, c := range change {
		c(k)
	}
	return k
}

func newAccount(used inventory.Known[time.Time], off inventory.Known[bool]) *iam.ServiceAccount {
	return &iam.ServiceAccount{Resource: inventory.Resource{ID: "app@p.iam.gserviceaccount.com", Full: accountFull}, Disabled: off, LastUsed: used}
}

func disabled(k *iam.Key) { k.Disabled = inventory.Of(true) }

func expired(k *iam.Key) { k.ValidTill = inventory.Of(daysAgo(1)) }

func lastUsed(v inventory.Known[time.Time]) func(*iam.Key) {
	return func(k *iam.Key) { k.LastUsed = v }
}

func TestServiceAccountNoKeys(t *testing.T) {
	have := func(keys ...*iam.Key) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.ServiceAccounts, newAccount(inventory.Of(daysAgo(1)), inventory.Of(false))), inventory.Rows(iam.Keys, keys...))
	}
	foreign := newKey(5, func(k *iam.Key) {
		k.Owner, k.Full = "other@p.iam.gserviceaccount.com", "//iam.googleapis.com/projects/1/serviceAccounts/78/keys/k"
	})
	checktest.Run(t, ServiceAccountNoKeys, []checktest.Case{
		{Name: "none", Have: have(foreign), Want: pass},
		{Name: "one", Have: have(newKey(5)), Want: fail, Severity: checks.Medium},
		{Name: "by its address alone", Have: have(newKey(5, func(k *iam.Key) {
			k.Full = "//iam.googleapis.com/projects/1/serviceAccounts/app@p.iam.gserviceaccount.com/keys/k"
		})), Want: fail},
		{Name: "disabled", Have: have(newKey(5, disabled)), Want: fail, Severity: checks.Low},
		{Name: "expired", Have: have(newKey(5, expired)), Want: fail, Severity: checks.Low},
		{Name: "unlisted", Have: inventory.Fixture(inventory.Rows(iam.ServiceAccounts, newAccount(dark[time.Time](), inventory.Of(false))), inventory.Unlisted(iam.Keys, "", checktest.Dark)), Want: unknown},
	})
}

func keysOf(keys ...*iam.Key) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(iam.Keys, keys...))
}

func TestServiceAccountKeyRotated(t *testing.T) {
	checktest.Run(t, ServiceAccountKeyRotated, []checktest.Case{
		{Name: "young", Have: keysOf(newKey(90)), Want: pass},
		{Name: "old", Have: keysOf(newKey(91)), Want: fail},
		{Name: "old and disabled", Have: keysOf(newKey(91, disabled)), Want: skip},
		{Name: "old and expired", Have: keysOf(newKey(91, expired)), Want: skip},
		{Name: "of an unknown age", Have: keysOf(newKey(1, func(k *iam.Key) { k.ValidFrom = dark[time.Time]() })), Want: unknown},
	})
}

func TestServiceAccountKeyUsed(t *testing.T) {
	checktest.Run(t, ServiceAccountKeyUsed, []checktest.Case{
		{Name: "used", Have: keysOf(newKey(200)), Want: pass},
		{Name: "not in six weeks", Have: keysOf(newKey(200, lastUsed(inventory.Of(time.Time{})))), Want: fail},
		{Name: "too young to tell", Have: keysOf(newKey(10, lastUsed(inventory.Of(time.Time{})))), Want: pass},
		{Name: "disabled", Have: keysOf(newKey(200, disabled, lastUsed(inventory.Of(time.Time{})))), Want: skip},
		{Name: "hidden", Have: keysOf(newKey(200, lastUsed(dark[time.Time]()))), Want: unknown},
	})
}
