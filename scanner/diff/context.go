package diff

import (
	"encoding/json"
	"fmt"
	"hash/maphash"
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/scanner"
)

// A context is what the classification of a finding needs beside the finding.
type context struct {
	old, new *estate
	changed  map[string]string // by check: how it, or a parameter, changed
	added    func(check string) string
	removed  func(check string) string
}

func newContext(old, new *Side) *context {
	c := &context{old: newEstate(old.Summary, old.Rows), new: newEstate(new.Summary, new.Rows), changed: map[string]string{}}
	o, n := checksOf(old.Summary), checksOf(new.Summary)
	for id := range o {
		if n[id] == nil {
			continue
		}
		var all []string
		if how := revised(o[id], n[id]); how != "" {
			all = append(all, "the check changed: "+how)
		}
		for _, p := range paramChanges(o[id], n[id]) {
			all = append(all, "the parameter "+p.name+" changed: "+p.how)
		}
		if len(all) > 0 {
			c.changed[id] = strings.Join(all, "; ")
		}
	}
	missing := func(here, there map[string]*scanner.Check, why string) func(string) string {
		return func(id string) string {
			if here[id] == nil && there[id] != nil {
				return why
			}
			return ""
		}
	}
	c.added = missing(o, n, "the check was not run before")
	c.removed = missing(n, o, "the check is no longer run")
	return c
}

// checkChange says how a check that both scans ran has changed; "" where it has not.
func (c *context) checkChange(id string) string { return c.changed[id] }

func checksOf(s *scanner.Summary) map[string]*scanner.Check {
	all := map[string]*scanner.Check{}
	for i := range s.Checks {
		all[s.Checks[i].ID] = &s.Checks[i]
	}
	return all
}

func revised(o, n *scanner.Check) string {
	if o.Revision == n.Revision {
		return ""
	}
	return fmt.Sprintf("revision %d → %d", o.Revision, n.Revision)
}

type paramChange struct{ name, how string }

// paramChanges lists the parameters that have other values, by name.
func paramChanges(o, n *scanner.Check) (all []paramChange) {
	values := func(c *scanner.Check) map[string]string {
		out := map[string]string{}
		for _, p := range c.Params {
			b, err := json.Marshal(p.Value)
			if err != nil {
				b = fmt.Append(nil, p.Value)
			}
			out[p.Name] = string(b)
		}
		return out
	}
	before, after := values(o), values(n)
	for _, name := range keys(before, after) {
		was, is := before[name], after[name]
		if was == is {
			continue
		}
		if was == "" {
			was = "none"
		}
		if is == "" {
			is = "none"
		}
		all = append(all, paramChange{name, was + " → " + is})
	}
	return all
}

// keys lists the keys of both maps, in order.
func keys[V any](a, b map[string]V) []string {
	all := slices.AppendSeq(slices.Collect(maps.Keys(a)), maps.Keys(b))
	slices.Sort(all)
	return slices.Compact(all)
}

// An estate is what a scan looked at, and what it could not list.
type estate struct {
	sum     *scanner.Summary
	regions map[string]map[string]bool // by account
	leftOut map[string]bool            // account and region
	hidden  map[asked]map[string]bool  // the regions where a check's resources could not be listed
	seed    maphash.Seed
	seen    map[uint64]bool // hashes of the resources
}

// asked is a check in an account.
type asked struct{ check, provider, account string }

func newEstate(s *scanner.Summary, rows []Row) *estate {
	e := &estate{sum: s, regions: map[string]map[string]bool{}, leftOut: map[string]bool{}, hidden: map[asked]map[string]bool{}, seed: maphash.MakeSeed(), seen: make(map[uint64]bool, len(rows)/8)}
	for _, sc := range s.Scopes {
		all := map[string]bool{}
		for _, r := range sc.Regions {
			all[r] = true
		}
		account := sc.Provider + " " + sc.Account
		e.regions[account] = all
		for _, l := range sc.LeftOut {
			e.leftOut[account+" "+l.Region] = true
		}
	}
	for i := range rows {
		r := &rows[i]
		if r.Resource.ID != checks.NotListed {
			e.seen[e.hash(r)] = true
			continue
		}
		if unread(r.Status) {
			k := asked{r.Check, r.Provider, r.Account}
			if e.hidden[k] == nil {
				e.hidden[k] = map[string]bool{}
			}
			e.hidden[k][r.Region] = true
		}
	}
	return e
}

func (e *estate) hash(r *Row) uint64 {
	var h maphash.Hash
	h.SetSeed(e.seed)
	h.WriteString(r.Provider)
	h.WriteByte(0)
	h.WriteString(r.Resource.FullID)
	return h.Sum64()
}

// saw reports whether the scan has a finding about the row's resource.
func (e *estate) saw(r *Row) bool { return e.seen[e.hash(r)] }

// hides reports whether the row's resource may be among what could not be listed.
func (e *estate) hides(r *Row) bool {
	at := e.hidden[asked{r.Check, r.Provider, r.Account}]
	return at[""] || at[r.Region]
}

// outside says why the scan did not look at the row's place, which the other
// scan did; "" where it did. Places such as the multi-region ones of storage
// are in no scan's list of regions: both look at them.
func (e *estate) outside(r *Row, other *estate) string {
	account := r.Provider + " " + r.Account
	regions := e.regions[account]
	switch {
	case regions == nil:
		return "the account was not scanned"
	case regions[r.Region] || r.Region == "":
		return ""
	case other.regions[account][r.Region] || e.leftOut[account+" "+r.Region]:
		return "the region was not scanned"
	}
	return ""
}

func (e *estate) unreached(provider string) bool {
	return slices.ContainsFunc(e.sum.Unreached, func(u scanner.Unreached) bool { return u.Provider == provider })
}
