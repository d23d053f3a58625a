// Package notify tells people what changed between two scans: what is new and
// what is fixed. What could not be read is never told as fixed. Addresses and
// secrets stand in no message, no error and no log.
package notify

import (
	"fmt"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/scanner/diff"
)

// Top is how many findings a message lists as new, and how many as fixed. The
// rest is counted.
const Top = 20

// News is what there is to tell of two scans compared.
type News struct {
	Old, New    diff.Scan
	Failed      []diff.Change // new failures, the gravest first; an expired suppression makes one
	Fixed       []diff.Change // failed, and pass now
	Unreadable  int           // became unreadable
	Hidden      int           // of those: failed before
	ScanChanged int           // fail because a check, a parameter or the scope changed
}

// Of picks out of a comparison what there is to tell.
func Of(d *diff.Diff) *News {
	n := &News{Old: d.Old, New: d.New}
	for _, c := range d.Changes {
		switch {
		case (c.Class == diff.New || c.Class == diff.Unsuppressed) && c.After == checks.Fail:
			if c.Class == diff.Unsuppressed && c.Why == "" {
				c.Why = "no longer suppressed"
			}
			n.Failed = append(n.Failed, c)
		case c.Class == diff.Fixed && c.After == checks.Pass:
			n.Fixed = append(n.Fixed, c)
		case c.Class == diff.Unreadable:
			n.Unreadable++
			if c.Before == checks.Fail || c.Before == checks.Suppressed {
				n.Hidden++
			}
		case c.Class == diff.ScanChanged && c.After == checks.Fail:
			n.ScanChanged++
		}
	}
	for _, list := range [][]diff.Change{n.Failed, n.Fixed} {
		slices.SortStableFunc(list, func(a, b diff.Change) int { return int(b.Severity) - int(a.Severity) })
	}
	return n
}

// Empty reports whether nothing is new and nothing is fixed.
func (n *News) Empty() bool { return len(n.Failed) == 0 && len(n.Fixed) == 0 }

// Title says in one line what there is: counts alone, so that it is safe in any
// markup.
func (n *News) Title() string { return "demarc: " + n.Counts() }

// Counts is the title without the program's name.
func (n *News) Counts() string {
	text := fmt.Sprintf("%s, %d fixed", plural(len(n.Failed), "new failure"), len(n.Fixed))
	if n.Unreadable > 0 {
		text += fmt.Sprintf(", %d became unreadable", n.Unreadable)
	}
	return text
}

// Notes are what has to be said beside: each is one line of the program's own
// words and counts.
func (n *News) Notes() []string {
	var all []string
	if n.Unreadable > 0 {
		all = append(all, fmt.Sprintf("Became unreadable: %s, %d of which failed before. They are not fixed.", plural(n.Unreadable, "finding"), n.Hidden))
	}
	if !n.New.Complete {
		all = append(all, "The scan was ended early: there may be more.")
	}
	if n.ScanChanged > 0 {
		all = append(all, fmt.Sprintf("Not listed: %s because the checks, their parameters or the scope changed (demarc diff lists them).", plural(n.ScanChanged, "failure")))
	}
	return all
}

// A section is the new failures or what is fixed.
type section struct {
	title  string
	groups []group
	left   string // what is not listed; "" where all is
}

// A group is the listed part of one severity.
type group struct {
	title string
	lines []string
}

// sections lists at most top findings of each section; what is left is counted
// by severity. A section of nothing is left out.
func (n *News) sections(top int) []section {
	var all []section
	for _, s := range []struct {
		title string
		list  []diff.Change
	}{{"New failures", n.Failed}, {"Fixed", n.Fixed}} {
		if len(s.list) == 0 {
			continue
		}
		total := bySeverity(s.list)
		out := section{title: fmt.Sprintf("%s: %d", s.title, len(s.list)), left: remainder(s.list, top)}
		for i := range s.list[:min(top, len(s.list))] {
			c := &s.list[i]
			title := fmt.Sprintf("%s: %d", severity(c.Severity), total[c.Severity])
			if k := len(out.groups); k == 0 || out.groups[k-1].title != title {
				out.groups = append(out.groups, group{title: title})
			}
			g := &out.groups[len(out.groups)-1]
			g.lines = append(g.lines, line(c))
		}
		all = append(all, out)
	}
	return all
}

// remainder counts what is not among the first top: "and 13 more: 3 high, 10 low".
func remainder(list []diff.Change, top int) string {
	if len(list) <= top {
		return ""
	}
	counts := bySeverity(list[top:])
	var parts []string
	for _, s := range append(slices.Clone(checks.Severities), 0) {
		if counts[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[s], severity(s)))
		}
	}
	return fmt.Sprintf("and %d more: %s", len(list)-top, strings.Join(parts, ", "))
}

func bySeverity(list []diff.Change) map[checks.Severity]int {
	counts := map[checks.Severity]int{}
	for i := range list {
		counts[list[i].Severity]++
	}
	return counts
}

// severity is its word; a scan made by hand may lack it.
func severity(s checks.Severity) string {
	if word := s.String(); word != "" {
		return word
	}
	return "no severity"
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
