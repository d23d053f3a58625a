package inventory

import (
	"slices"
	"time"
)

// The place and the time of fixtures.
const (
	FixtureProvider = "cloud"
	FixtureAccount  = "111122223333"
	FixtureRegion   = "us-east-1"
)

// FixtureNow is the clock of fixtures.
var FixtureNow = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// A Part of a fixture is the rows of one Type, or one change to the whole.
type Part func(*Inventory)

// Fixture makes an inventory as a test gives it: of one account, with the
// regions us-east-1 and eu-west-1. A Type that no Part names is undeclared.
func Fixture(parts ...Part) *Inventory {
	inv := &Inventory{Provider: FixtureProvider, Account: FixtureAccount, Now: FixtureNow, tables: map[lister]*table{}}
	inv.Scopes = []Scope{
		{Level: AtOrganization, Provider: FixtureProvider, Account: FixtureAccount},
		{Level: AtAccount, Provider: FixtureProvider, Account: FixtureAccount},
		{Level: AtRegion, Provider: FixtureProvider, Account: FixtureAccount, Region: FixtureRegion},
		{Level: AtRegion, Provider: FixtureProvider, Account: FixtureAccount, Region: "eu-west-1"},
	}
	for _, p := range parts {
		p(inv)
	}
	for _, tb := range inv.tables {
		tb.sort()
	}
	return inv
}

// Rows is a whole listing of t. What a row does not say of its identity is
// filled in: the fixture's account, and its region for regional Types.
func Rows[T any](t *Type[T], rows ...*T) Part {
	return func(inv *Inventory) {
		tb := inv.tables[t]
		if tb == nil {
			tb = &table{}
			inv.tables[t] = tb
		}
		for _, r := range rows {
			res := ResourceOf(r)
			res.Kind = t.Kind
			if res.Account == "" {
				res.Account = inv.Account
			}
			if res.Region == "" && t.Level == AtRegion {
				res.Region = FixtureRegion
			}
			if res.Full == "" {
				res.Full = t.Kind + "/" + res.Account + "/" + res.Region + "/" + res.ID
			}
			tb.rows = append(tb.rows, r)
		}
	}
}

// Unlisted says that t could not be listed in region, or, where region is "",
// at all.
func Unlisted[T any](t *Type[T], region string, g Gap) Part {
	return func(inv *Inventory) {
		Rows(t)(inv)
		inv.tables[t].gaps = append(inv.tables[t].gaps, placed{g, region})
	}
}

// InRegions sets the regions that the fixture's account has.
func InRegions(regions ...string) Part {
	return func(inv *Inventory) {
		inv.Scopes = slices.DeleteFunc(inv.Scopes, func(s Scope) bool { return s.Level == AtRegion })
		for _, r := range regions {
			inv.Scopes = append(inv.Scopes, Scope{Level: AtRegion, Provider: inv.Provider, Account: inv.Account, Region: r})
		}
	}
}

// WithoutRegions sets the regions that the user left out.
func WithoutRegions(regions ...string) Part {
	return func(inv *Inventory) { inv.LeftOut = regions }
}
