package inventory

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"
)

// An Inventory is what one scan saw of one account. It is read-only once
// collected, and safe for concurrent reading.
type Inventory struct {
	Provider    string
	Account     string
	AccountName string
	Now         time.Time // the clock of the scan: checks reckon ages from it
	Scopes      []Scope   // the places that were asked
	LeftOut     []string  // enabled regions that the user chose not to scan, or Others

	tables map[lister]*table
	gone   int // rows that ceased to exist while they were being read

	regions *Gap // why it is not known which regions there are; nil where it is

	mu      sync.Mutex
	indexes map[any]any
}

// A table holds the rows of one Type.
type table struct {
	rows []any // by account, region and full id
	gaps []placed
	byID map[string]any
}

// placed is a Gap of a listing, with the scope whose rows it hides.
type placed struct {
	gap    Gap
	region string // "" hides rows of any region
}

// Regions lists the regions that were scanned, sorted.
func (inv *Inventory) Regions() []string {
	var all []string
	for _, s := range inv.Scopes {
		if s.Level == AtRegion && s.Region != "" {
			all = append(all, s.Region)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Gone counts the rows that were listed and ceased to exist before they had
// been read whole.
func (inv *Inventory) Gone() int { return inv.gone }

// Others stands, among the regions left out, for all that were not asked:
// the user named some, and it could not be read which others there are.
const Others = "other regions"

// scanned reports whether rows of region can be in the inventory at all.
func (inv *Inventory) scanned(region string) bool {
	if region == "" || len(inv.LeftOut) == 0 {
		return true
	}
	asked := func(s Scope) bool { return s.Level == AtRegion && s.Region == region }
	return !slices.Contains(inv.LeftOut, region) && (!slices.Contains(inv.LeftOut, Others) || slices.ContainsFunc(inv.Scopes, asked))
}

// owns reports whether findings about r belong to this inventory's account
// and to the regions that were asked for.
func (inv *Inventory) owns(r *Resource) bool {
	return (r.Account == "" || r.Account == inv.Account) && inv.scanned(r.Region)
}

func (t *Type[T]) table(inv *Inventory, r Reader) *table {
	tb := inv.tables[t]
	if tb == nil {
		r.Missed(Gap{Where: t.Kind})
	}
	return tb
}

// All yields every row of t, those of other accounts too. A reader that comes
// to the end is told of the scopes that could not be listed and of the regions
// that were left out; one that stops early never needed them.
func (t *Type[T]) All(inv *Inventory, r Reader) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		tb := t.table(inv, r)
		if tb == nil {
			return
		}
		for _, row := range tb.rows {
			if !yield(row.(*T)) {
				return
			}
		}
		tb.missed(inv, r, t.Level, "")
	}
}

// Own yields the rows that the account owns in the regions that were asked
// for, and at the end tells r of the scopes that could not be listed.
func (t *Type[T]) Own(inv *Inventory, r Reader) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		tb := t.table(inv, r)
		if tb == nil {
			return
		}
		for _, row := range tb.rows {
			if inv.owns(ResourceOf(row)) && !yield(row.(*T)) {
				return
			}
		}
		for _, g := range tb.gaps {
			r.Missed(g.gap)
		}
	}
}

// In yields the rows of one region. A region that could not be read hides
// only what could be in it.
func (t *Type[T]) In(inv *Inventory, r Reader, region string) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		tb := t.table(inv, r)
		if tb == nil {
			return
		}
		for _, row := range tb.rows {
			if ResourceOf(row).Region == region && !yield(row.(*T)) {
				return
			}
		}
		tb.missed(inv, r, t.Level, region)
	}
}

// ByID looks up a row by its full id, or by its short id in region. The value
// is nil where the row is known not to exist.
func (t *Type[T]) ByID(inv *Inventory, region, id string) Known[*T] {
	var gaps Gaps
	tb := t.table(inv, &gaps)
	if tb == nil {
		return Missing[*T](gaps[0])
	}
	inv.mu.Lock()
	tb.index(inv.Account)
	found := tb.byID[id]
	if found == nil {
		found = tb.byID[region+"\x00"+id]
	}
	inv.mu.Unlock()
	if found != nil {
		return Of(found.(*T))
	}
	tb.missed(inv, &gaps, t.Level, region)
	if len(gaps) > 0 {
		return Missing[*T](gaps[0])
	}
	return Of[*T](nil)
}

// The is the one row of t that the account has: for Types that describe the
// account, or a region, itself. No row is a Gap.
func (t *Type[T]) The(inv *Inventory, region string) Known[*T] {
	var gaps Gaps
	for row := range t.In(inv, &gaps, region) {
		return Of(row)
	}
	if len(gaps) == 0 {
		gaps.Missed(Gap{Reason: Failed, Where: "no row of " + t.Kind + " in " + region})
	}
	return Missing[*T](gaps[0])
}

// missed tells r of what hides rows of region; region "" is any region. A
// region that was left out hides what is listed by region, and nothing else.
func (tb *table) missed(inv *Inventory, r Reader, l Level, region string) {
	switch {
	case l == AtOrganization && !slices.ContainsFunc(inv.Scopes, func(s Scope) bool { return s.Level == l }):
		// What is listed above the account belongs to the inventory of what is
		// above it; its empty table here says nothing.
		r.Missed(Gap{Where: "what is above " + inv.Provider + "/" + inv.Account})
	case l != AtRegion:
	case region == "":
		for _, left := range inv.LeftOut {
			r.Missed(inv.leftOut(left))
		}
	case !inv.scanned(region):
		r.Missed(inv.leftOut(region))
	}
	for _, g := range tb.gaps {
		if g.region == "" || region == "" || g.region == region {
			r.Missed(g.gap)
		}
	}
}

func (inv *Inventory) leftOut(region string) Gap {
	return Gap{Reason: LeftOut, Where: inv.Provider + "/" + inv.Account + "/" + region}
}

// index prepares look-ups. A full id is one row's alone; a short id may be
// another account's too, and stands for the row of own.
func (tb *table) index(own string) {
	if tb.byID != nil {
		return
	}
	tb.byID = make(map[string]any, 2*len(tb.rows))
	for _, row := range tb.rows {
		res := ResourceOf(row)
		tb.byID[res.Full] = row
		short := res.Region + "\x00" + res.ID
		if was, ok := tb.byID[short]; !ok || ResourceOf(was).Account != own {
			tb.byID[short] = row
		}
	}
}

// sort puts the rows in their order, which no report's bytes may leave to chance.
func (tb *table) sort() {
	slices.SortFunc(tb.rows, func(a, b any) int {
		x, y := ResourceOf(a), ResourceOf(b)
		if c := strings.Compare(x.Account, y.Account); c != 0 {
			return c
		}
		if c := strings.Compare(x.Region, y.Region); c != 0 {
			return c
		}
		return strings.Compare(x.Full, y.Full)
	})
	slices.SortFunc(tb.gaps, func(a, b placed) int {
		return cmp.Or(strings.Compare(a.gap.String(), b.gap.String()), strings.Compare(a.region, b.region))
	})
}

// An Index finds the rows of a Type by something other than their id: the
// interfaces of a security group, the subnets of a VPC.
type Index[T any] struct {
	Of *Type[T]
	// Keys returns what a row is found under. What it could not read may be
	// any key: the Gap is told to every reader of the Index.
	Keys func(Reader, *T) []string
}

type indexed[T any] struct {
	rows map[string][]*T
	gaps []placed
}

// Get returns the rows of region that have key, and tells r of what may hide
// others. Region "" is any region.
func (x *Index[T]) Get(inv *Inventory, r Reader, region, key string) []*T {
	tb := x.Of.table(inv, r)
	if tb == nil {
		return nil
	}
	in := x.in(inv, tb)
	var out []*T
	for _, row := range in.rows[key] {
		if region == "" || ResourceOf(row).Region == region {
			out = append(out, row)
		}
	}
	for _, g := range in.gaps {
		if region == "" || g.region == region {
			r.Missed(g.gap)
		}
	}
	tb.missed(inv, r, x.Of.Level, region)
	return out
}

func (x *Index[T]) in(inv *Inventory, tb *table) *indexed[T] {
	inv.mu.Lock()
	defer inv.mu.Unlock()
	if got, ok := inv.indexes[x]; ok {
		return got.(*indexed[T])
	}
	in, seen := &indexed[T]{rows: map[string][]*T{}}, map[placed]bool{}
	for _, row := range tb.rows {
		var gaps Gaps
		for _, k := range x.Keys(&gaps, row.(*T)) {
			in.rows[k] = append(in.rows[k], row.(*T))
		}
		for _, g := range gaps {
			if p := (placed{g, ResourceOf(row).Region}); !seen[p] {
				seen[p] = true
				in.gaps = append(in.gaps, p)
			}
		}
	}
	if inv.indexes == nil {
		inv.indexes = map[any]any{}
	}
	inv.indexes[x] = in
	return in
}

// forget drops what was derived from the rows, after a test has changed them.
func (inv *Inventory) forget() {
	inv.indexes = nil
	for _, tb := range inv.tables {
		tb.byID = nil
	}
}

// RegionsHidden returns the Gap in place of the list of regions, where it is
// not known which regions the account has.
func (inv *Inventory) RegionsHidden() (Gap, bool) {
	if inv.regions == nil {
		return Gap{}, false
	}
	return *inv.regions, true
}

// Asked reports whether the inventory has a place at which the source is
// listed: what is of accounts is not asked of what is above them.
func (inv *Inventory) Asked(src Source) bool {
	l := src.root()
	return l != nil && slices.ContainsFunc(inv.Scopes, func(s Scope) bool { return s.Level == l.level() })
}
