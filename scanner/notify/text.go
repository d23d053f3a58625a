package notify

import (
	"cmp"
	"strings"
	"unicode"

	"demarc/checks"
	"demarc/scanner/diff"
)

// Text is the message without markup, for electronic mail and terminals.
func (n *News) Text() string {
	var b strings.Builder
	b.WriteString(n.Title() + "\n")
	for _, s := range n.sections(Top) {
		b.WriteString("\n" + s.title + "\n")
		for _, g := range s.groups {
			b.WriteString("\n  " + g.title + "\n")
			for _, l := range g.lines {
				b.WriteString("  - " + l + "\n")
			}
		}
		if s.left != "" {
			b.WriteString("\n  " + s.left + "\n")
		}
	}
	for _, note := range n.Notes() {
		b.WriteString("\n" + note + "\n")
	}
	return b.String() + "\n" + n.between() + "\n"
}

// between names the two scans.
func (n *News) between() string {
	const minute = "2006-01-02 15:04"
	return "Scan of " + n.New.Start.UTC().Format(minute) + " UTC, compared with that of " + n.Old.Start.UTC().Format(minute) + " UTC."
}

// How long the parts of a line may be, in characters: names are chosen by
// anybody in the scanned account.
const (
	maxCheck   = 100
	maxName    = 120
	maxMessage = 200
)

// line says of one finding what and where, and for a failure what is wrong.
func line(c *diff.Change) string {
	text := clean(c.Check, maxCheck) + "  " + clean(cmp.Or(c.Resource.Name, c.Resource.ID, c.Resource.FullID), maxName) + " (" + place(c) + ")"
	if c.After != checks.Fail {
		return text
	}
	if c.Message != "" {
		text += ": " + clean(c.Message, maxMessage)
	}
	if c.Why != "" {
		text += " [" + clean(c.Why, maxName) + "]"
	}
	return text
}

func place(c *diff.Change) string {
	where := clean(c.Account, 80)
	if c.Region != "" {
		where += ", " + clean(c.Region, 40)
	}
	return where
}

// clean makes one line of a text and keeps it to max characters. Control
// characters, and those that turn or hide text (U+202E, U+200B and their like),
// are shown as a replacement character.
func clean(s string, max int) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > max {
			return b.String() + "…"
		}
		if !unicode.IsPrint(r) { // the space is, other spaces are not
			r = '\uFFFD'
		}
		b.WriteRune(r)
	}
	return b.String()
}
