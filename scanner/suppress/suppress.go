// Package suppress reads suppressions: failures that a person accepts until a
// date, approved by a second one. docs/suppressions.md describes the file.
package suppress

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"demarc/checks"
	"demarc/scanner"
	"demarc/scanner/decision"
)

// fields are those of an entry; docs/suppressions.schema.json has the same.
var fields = []string{"id", "check", "resource", "account", "region", "tag", "reason", "owner", "approver", "expires"}

// Global is what a pattern calls the region of what is in none.
const Global = "global"

// A Suppression is one entry of a file. Every field that is there has to match;
// of several patterns in a field one has to, of several tags all.
type Suppression struct {
	ID       string
	Checks   []string // ids, in order
	Resource []string
	Account  []string
	Region   []string
	Tag      []string // "key=value" or "key"
	Reason   string
	Owner    string
	Approver string
	Expires  decision.Day // the last day
	Place    string       // where it stands: "file:line"

	met map[checks.Verdict]int // what it matched, by the verdict before it
}

// A Book is the suppressions of some files. It is made for one scan.
type Book struct {
	All []*Suppression
	by  map[string][]*Suppression // by check

	mu sync.Mutex // accounts are judged side by side
}

// Load reads files. Its error says everything that is wrong in them.
func Load(paths []string, known []*checks.Check) (*Book, error) {
	b := &Book{}
	for _, path := range paths {
		data, err := decision.ReadFile(path)
		if err != nil {
			return nil, err
		}
		one, err := Parse(path, data, known)
		if err != nil {
			return nil, err
		}
		b.All = append(b.All, one.All...)
	}
	b.index()
	return b, nil
}

// Parse reads the suppressions in data; file is the name for errors.
func Parse(file string, data []byte, known []*checks.Check) (*Book, error) {
	var p decision.Problems
	b := &Book{}
	names := namesOf(known)
	ids := map[string]string{}
	for _, e := range decision.Entries(file, data, "suppressions", &p, fields...) {
		s := &Suppression{
			ID: e.Text("id"), Resource: e.Patterns("resource"), Account: e.Patterns("account"), Region: e.Patterns("region"), Tag: e.Patterns("tag"),
			Reason: e.Text("reason"), Expires: e.Day("expires"), Place: e.Place(), met: map[checks.Verdict]int{},
		}
		s.Owner, s.Approver = e.Signed()
		s.choose(e, names)
		if other := ids[s.ID]; s.ID != "" && other != "" {
			e.Wrong("id", "%q is called so at %s already", s.ID, other)
		}
		ids[s.ID] = s.Place
		b.All = append(b.All, s)
	}
	if err := p.Err(); err != nil {
		return nil, err
	}
	b.index()
	return b, nil
}

func (b *Book) index() {
	b.by = map[string][]*Suppression{}
	for _, s := range b.All {
		for _, id := range s.Checks {
			b.by[id] = append(b.by[id], s)
		}
	}
}

// namesOf maps what checks are called, in lower case, to their ids.
func namesOf(known []*checks.Check) map[string][]string {
	names := map[string][]string{}
	for _, c := range known {
		for _, n := range append([]string{c.ID}, c.Aliases...) {
			n = strings.ToLower(n)
			names[n] = append(names[n], c.ID)
		}
	}
	return names
}

// choose finds the checks that the entry is for.
func (s *Suppression) choose(e *decision.Entry, names map[string][]string) {
	if !e.Has("check") {
		e.Text("check") // says that it is missing
		return
	}
	chosen := map[string]bool{}
	for _, pattern := range e.Patterns("check") {
		if strings.Trim(pattern, "*?") == "" && len(s.Resource)+len(s.Account)+len(s.Region)+len(s.Tag) == 0 {
			e.Wrong("check", "%q alone would accept every failure: name a resource, an account, a region or a tag as well", pattern)
		}
		found := false
		for name, ids := range names {
			if !decision.Match(strings.ToLower(pattern), name) {
				continue
			}
			found = true
			for _, id := range ids {
				chosen[id] = true
			}
		}
		if !found && !strings.HasPrefix(pattern, decision.Todo) {
			all := map[string]bool{}
			for n := range names {
				all[n] = true
			}
			e.Wrong("check", "no check is called %q%s", pattern, decision.Nearest(pattern, all))
		}
	}
	s.Checks = slices.Sorted(maps.Keys(chosen))
}

// matches reports whether the entry is for a finding of one of its checks.
func (s *Suppression) matches(f *scanner.Finding) bool {
	region := f.Region
	if region == "" {
		region = Global
	}
	return decision.MatchAny(s.Account, f.Account) && decision.MatchAny(s.Region, region) && s.named(&f.Resource) && s.tagged(f.Resource.Tags)
}

// named compares the patterns with the resource's name and short id, and those
// that hold a colon or a slash, as full ids do, with its full id as well.
func (s *Suppression) named(r *scanner.Resource) bool {
	if len(s.Resource) == 0 {
		return true
	}
	return slices.ContainsFunc(s.Resource, func(p string) bool {
		return decision.Match(p, r.Name) || decision.Match(p, r.ID) || strings.ContainsAny(p, ":/") && decision.MatchAny([]string{p}, r.FullID)
	})
}

// tagged reports whether the resource has all the tags. Tags that could not be
// read are not there.
func (s *Suppression) tagged(tags map[string]string) bool {
	for _, want := range s.Tag {
		key, value, hasValue := strings.Cut(want, "=")
		got := slices.ContainsFunc(slices.Collect(maps.Keys(tags)), func(k string) bool {
			return decision.Match(key, k) && (!hasValue || decision.Match(value, tags[k]))
		})
		if !got {
			return false
		}
	}
	return true
}

// Review accepts failures. Nothing but a failure can be accepted; where the
// suppression has expired the failure stays one, and says so.
func (b *Book) Review(now time.Time) func(*scanner.Finding) {
	today := decision.DayOf(now)
	return func(f *scanner.Finding) {
		var holds, expired *Suppression
		verdict := f.Status
		for _, s := range b.by[f.Check] {
			if !s.matches(f) {
				continue
			}
			b.mu.Lock()
			s.met[verdict]++
			b.mu.Unlock()
			switch {
			case today.After(s.Expires):
				if expired == nil || s.Expires.After(expired.Expires) {
					expired = s
				}
			case holds == nil:
				holds = s
			}
		}
		switch {
		case verdict != checks.Fail:
		case holds != nil:
			f.Status = checks.Suppressed
			f.Suppression = &scanner.Suppression{ID: holds.ID, Reason: holds.Reason, Owner: holds.Owner, Approver: holds.Approver, Expires: holds.Expires.String()}
		case expired != nil:
			f.Message += fmt.Sprintf("; the suppression %s of %s, approved by %s, expired on %s", expired.ID, expired.Owner, expired.Approver, expired.Expires)
		}
	}
}

// Notes says after a scan which suppressions have expired and which are for
// nothing. Those for what the scan did not look at are not spoken of.
func (b *Book) Notes(s *scanner.Summary, now time.Time) (lines []string) {
	today := decision.DayOf(now)
	for _, e := range b.All {
		total := 0
		for _, n := range e.met {
			total += n
		}
		switch fails := e.met[checks.Fail]; {
		case fails > 0 && today.After(e.Expires):
			lines = append(lines, fmt.Sprintf("%s: the suppression %s expired on %s: %s back", e.Place, e.ID, e.Expires, count(fails)))
		case fails > 0 || e.met[checks.Unknown]+e.met[checks.Error] > 0 || !e.looked(s):
		case total > 0:
			lines = append(lines, fmt.Sprintf("%s: the suppression %s is for nothing that fails any more: it can be taken out", e.Place, e.ID))
		default:
			lines = append(lines, fmt.Sprintf("%s: the suppression %s matches nothing", e.Place, e.ID))
		}
	}
	return lines
}

func count(n int) string {
	if n == 1 {
		return "1 failure is"
	}
	return fmt.Sprintf("%d failures are", n)
}

// looked reports whether the scan saw all of what the entry is for: that its
// checks, as far as they ran, saw everything, and that one of its accounts was
// scanned.
func (s *Suppression) looked(sum *scanner.Summary) bool {
	ran := false
	for _, id := range s.Checks {
		c := sum.Check(id)
		if c != nil && c.Ran && !c.Whole {
			return false
		}
		ran = ran || c != nil && c.Ran
	}
	return ran && sum.Complete && len(sum.Unreached) == 0 && slices.ContainsFunc(sum.Scopes, func(sc scanner.Scope) bool { return decision.MatchAny(s.Account, sc.Account) })
}

// Expired lists the suppressions that no longer hold.
func (b *Book) Expired(now time.Time) (all []*Suppression) {
	for _, s := range b.All {
		if decision.DayOf(now).After(s.Expires) {
			all = append(all, s)
		}
	}
	return all
}
