package diff

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"demarc/checks"
	"demarc/scanner"
)

// A Class says what became of a finding. Each finding of either scan falls in
// exactly one.
type Class string

// The classes, in the order of reports.
const (
	New          Class = "new"          // fails, and did not before
	Unsuppressed Class = "unsuppressed" // fails, and was accepted before
	Unreadable   Class = "unreadable"   // could be read before, and cannot now
	Fixed        Class = "fixed"        // failed before, and passes
	Gone         Class = "gone"         // no longer seen: the resource or the account is gone, or was not scanned
	Suppressed   Class = "suppressed"   // fails and is accepted, and was not before
	ScanChanged  Class = "scanChanged"  // differs since the check, a parameter or the scope does
	Other        Class = "other"        // changed without bearing on failures
	Unchanged    Class = "unchanged"
)

// Classes lists them.
var Classes = []Class{New, Unsuppressed, Unreadable, Fixed, Gone, Suppressed, ScanChanged, Other, Unchanged}

// Title is what a report calls the class.
func (c Class) Title() string {
	return map[Class]string{
		New: "New failures", Unsuppressed: "No longer suppressed", Unreadable: "Became unreadable", Fixed: "Fixed",
		Gone: "No longer seen", Suppressed: "Suppressed since", ScanChanged: "Changed because the scan changed", Other: "Changed otherwise",
		Unchanged: "Unchanged",
	}[c]
}

// A Change is what became of one finding.
type Change struct {
	Class  Class
	Why    string
	Before checks.Verdict // "" where the old scan does not have it
	After  checks.Verdict // "" where the new scan does not have it
	Row                   // of the new scan, where that has it
}

// A Scan names one of the two.
type Scan struct {
	ScanID   string    `json:"scanId"`
	Version  string    `json:"version"`
	Start    time.Time `json:"start"`
	Complete bool      `json:"complete"`
	Findings int       `json:"findings"`
}

// A Diff is two scans compared.
type Diff struct {
	Old, New Scan
	Counts   map[Class]int
	Scan     []ScanChange // how the scans themselves differ
	Changes  []Change     // all but the unchanged: by class, failures first, the gravest first
}

// Compare compares two scans.
func Compare(old, new *Side) *Diff {
	d := &Diff{Old: describe(old), New: describe(new), Counts: map[Class]int{}, Scan: scanChanges(old.Summary, new.Summary)}
	for c := range Changes(old, new) {
		d.Counts[c.Class]++
		if c.Class != Unchanged {
			d.Changes = append(d.Changes, c)
		}
	}
	rank := map[Class]int{}
	for i, c := range Classes {
		rank[c] = i
	}
	slices.SortFunc(d.Changes, func(a, b Change) int {
		return cmp.Or(
			rank[a.Class]-rank[b.Class], b.failures()-a.failures(), int(b.Severity)-int(a.Severity), strings.Compare(a.Provider, b.Provider), strings.Compare(a.Account, b.Account),
			strings.Compare(a.Check, b.Check), strings.Compare(a.Region, b.Region), strings.Compare(a.Resource.FullID, b.Resource.FullID), strings.Compare(a.ID, b.ID),
			strings.Compare(string(a.Before), string(b.Before)), strings.Compare(string(a.After), string(b.After)),
		)
	})
	return d
}

// failures is 1 where the finding failed or fails, else 0.
func (c *Change) failures() int {
	if failing(c.Before) || failing(c.After) {
		return 1
	}
	return 0
}

func describe(s *Side) Scan {
	return Scan{s.Summary.ScanID, s.Summary.Version, s.Summary.Start, s.Summary.Complete, len(s.Rows)}
}

// Changes yields what became of each finding, in no order that means anything.
// Findings are paired by their fingerprints; should one stand twice in a scan,
// the first is paired with the first.
func Changes(old, new *Side) iter.Seq[Change] {
	return func(yield func(Change) bool) {
		c := newContext(old, new)
		a, b := byID(old.Rows), byID(new.Rows)
		for i, j := 0, 0; i < len(a) || j < len(b); {
			var o, n *Row
			switch {
			case j == len(b) || i < len(a) && a[i].ID < b[j].ID:
				o, i = a[i], i+1
			case i == len(a) || a[i].ID > b[j].ID:
				n, j = b[j], j+1
			default:
				o, n, i, j = a[i], b[j], i+1, j+1
			}
			if !yield(c.change(o, n)) {
				return
			}
		}
	}
}

func byID(rows []Row) []*Row {
	all := make([]*Row, len(rows))
	for i := range rows {
		all[i] = &rows[i]
	}
	slices.SortStableFunc(all, func(a, b *Row) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// change classifies one finding of either scan or of both.
func (c *context) change(o, n *Row) Change {
	var out Change
	switch {
	case n == nil:
		out = Change{Before: o.Status, Row: *o}
		out.Class, out.Why = c.lost(o)
	case o == nil:
		out = Change{After: n.Status, Row: *n}
		out.Class, out.Why = c.first(n)
	default:
		out = Change{Before: o.Status, After: n.Status, Row: *n}
		out.Class, out.Why = c.both(o, n)
	}
	return out
}

// unread reports whether a verdict says that something could not be judged.
func unread(v checks.Verdict) bool { return v == checks.Unknown || v == checks.Error }

// failing reports whether a verdict is a failure, accepted or not.
func failing(v checks.Verdict) bool { return v == checks.Fail || v == checks.Suppressed }

// both classifies a finding that both scans have.
func (c *context) both(o, n *Row) (Class, string) {
	was, is := o.Status, n.Status
	changed := c.checkChange(n.Check)
	switch {
	case was == is:
		return Unchanged, ""
	case unread(was) && unread(is):
		return Other, "could not be judged before either"
	case unread(is):
		return Unreadable, changed
	case was == checks.Fail && is == checks.Suppressed:
		return Suppressed, ""
	case was == checks.Suppressed && is == checks.Fail:
		return Unsuppressed, ""
	case unread(was):
		return c.readAgain(o, n)
	case changed != "":
		return ScanChanged, changed
	case is == checks.Fail:
		return New, ""
	case is == checks.Suppressed:
		return Suppressed, "fails since, and is accepted"
	case failing(was) && is == checks.Pass:
		return Fixed, ""
	case is == checks.Attested:
		return Other, "attested since"
	case was == checks.Attested:
		return Other, "no longer attested"
	}
	return Other, ""
}

// readAgain classifies what could not be judged before, and was now.
func (c *context) readAgain(o, n *Row) (Class, string) {
	switch {
	case n.Status == checks.Suppressed:
		return Suppressed, "could not be read before"
	case n.Status == checks.Fail && o.Stale:
		return Other, "it failed before it could not be read, and still does"
	case n.Status == checks.Fail:
		return New, "could not be read before"
	case o.Stale:
		return Other, "it failed before it could not be read, and no longer does"
	}
	return Other, "can be read again"
}

// first classifies a finding that the new scan alone has.
func (c *context) first(n *Row) (Class, string) {
	switch why := c.old.outside(n, c.new); {
	case c.added(n.Check) != "":
		return ScanChanged, c.added(n.Check)
	case why != "":
		return ScanChanged, why + " before"
	case c.checkChange(n.Check) != "" && c.old.saw(n):
		return ScanChanged, c.checkChange(n.Check)
	}
	hidden := ""
	if c.old.hides(n) || !c.old.sum.Complete {
		hidden = "may not have been seen before"
	}
	switch {
	case n.Status == checks.Fail:
		return New, hidden
	case n.Status == checks.Suppressed:
		return Suppressed, hidden
	case unread(n.Status):
		return Unreadable, "first seen"
	}
	return Other, "first seen"
}

// lost classifies a finding that the old scan alone has. Nothing of what is
// lost is fixed.
func (c *context) lost(o *Row) (Class, string) {
	outside := c.new.outside(o, c.old)
	switch {
	case c.new.unreached(o.Provider):
		return Unreadable, o.Provider + " could not be entered"
	case c.removed(o.Check) != "":
		return ScanChanged, c.removed(o.Check)
	case c.new.hides(o):
		return Unreadable, "what there is could not be listed"
	case !c.new.sum.Complete:
		return Unreadable, "the scan was ended early"
	case outside != "":
		return Gone, outside
	case o.Resource.ID == checks.NotListed:
		return Gone, "could be listed this time"
	case c.checkChange(o.Check) != "":
		return ScanChanged, c.checkChange(o.Check)
	case c.new.saw(o):
		return Gone, "the resource is still there; the check says nothing of it any more"
	}
	return Gone, "the resource is gone"
}

// A ScanChange is a difference between the two scans themselves.
type ScanChange struct {
	What string `json:"what"` // "check", "parameter", "account", "region", "provider", "version"
	Name string `json:"name"`
	How  string `json:"how"`
}

// scanChanges lists how the scans differ, by what and then by name.
func scanChanges(old, new *scanner.Summary) []ScanChange {
	all := []ScanChange{}
	add := func(what, name, how string) { all = append(all, ScanChange{what, name, how}) }
	if old.Version != new.Version {
		add("version", "demarc", old.Version+" → "+new.Version)
	}
	o, n := checksOf(old), checksOf(new)
	for _, id := range keys(o, n) {
		switch {
		case o[id] == nil:
			add("check", id, "was not run before")
		case n[id] == nil:
			add("check", id, "is no longer run")
		default:
			if how := revised(o[id], n[id]); how != "" {
				add("check", id, how)
			}
			for _, p := range paramChanges(o[id], n[id]) {
				add("parameter", id+"."+p.name, p.how)
			}
		}
	}
	before, after := newEstate(old, nil), newEstate(new, nil)
	for _, a := range keys(before.regions, after.regions) {
		switch {
		case before.regions[a] == nil:
			add("account", a, "was not scanned before")
		case after.regions[a] == nil:
			add("account", a, "is no longer scanned")
		default:
			for _, r := range keys(before.regions[a], after.regions[a]) {
				if !before.regions[a][r] {
					add("region", a+" "+r, "was not scanned before")
				} else if !after.regions[a][r] {
					add("region", a+" "+r, "is no longer scanned")
				}
			}
		}
	}
	for _, u := range new.Unreached {
		add("provider", u.Provider, "could not be entered: "+u.Why)
	}
	slices.SortStableFunc(all, func(a, b ScanChange) int { return strings.Compare(a.What, b.What) })
	return all
}
