package attest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"demarc/scanner/decision"
)

// A Draft is an attestation in the making. What is empty is left to be filled
// in; the dates are today and a year later.
type Draft struct {
	ID, Account, Statement, Owner, Approver string
	Evidence                                Evidence
}

// Skeleton writes a draft as an entry of a file, with what the control or the
// duty asks for as a comment. indent is that of the entry's dash.
func Skeleton(d Draft, known Registry, now time.Time, indent string) (string, error) {
	about, err := about(d.ID, known)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, line := range about {
		b.WriteString(decision.Comment(indent, line))
	}
	todo := func(s, what string) string {
		if s == "" {
			return decision.Quote(decision.Todo + " " + what)
		}
		return decision.Quote(s)
	}
	today := decision.DayOf(now)
	in := indent + "  "
	fmt.Fprintf(&b, "%s- id: %s\n", indent, d.ID)
	if d.Account != "" {
		fmt.Fprintf(&b, "%saccount: %s\n", in, decision.Quote(d.Account))
	}
	fmt.Fprintf(&b, "%sstatement: %s\n", in, todo(d.Statement, "what is done, by whom, how often"))
	fmt.Fprintf(&b, "%sowner: %s\n", in, todo(d.Owner, "who answers for it"))
	fmt.Fprintf(&b, "%sapprover: %s\n", in, todo(d.Approver, "someone else"))
	fmt.Fprintf(&b, "%sdate: %s\n%sexpires: %s # at most %d days later\n", in, today, in, today.Plus(365), MaxDays)
	fmt.Fprintf(&b, "%sevidence:\n", in)
	if d.Evidence.Path != "" {
		fmt.Fprintf(&b, "%s  path: %s\n%s  sha256: %s\n", in, decision.Quote(d.Evidence.Path), in, decision.Quote(d.Evidence.SHA256))
	} else {
		fmt.Fprintf(&b, "%s  link: %s\n", in, todo(d.Evidence.Link, "https://, or path and sha256 of a file"))
	}
	return b.String(), nil
}

// about is what a control or a duty is, for a person.
func about(id string, known Registry) ([]string, error) {
	names := map[string]bool{}
	for _, c := range known.Controls {
		if c.ID == id {
			return []string{c.Title + ".", "No API can answer: " + c.Reason + ".", c.How}, nil
		}
		names[c.ID] = true
	}
	for _, d := range known.Duties {
		if d.ID == id {
			return []string{d.Text + "."}, nil
		}
		names[d.ID] = true
	}
	for _, c := range known.Checks {
		if c.ID == id {
			return nil, fmt.Errorf("%s is a check: an API answers it, and no person can. Attest a control or a duty", id)
		}
	}
	return nil, fmt.Errorf("unknown control or duty %q%s: see demarc attest list", id, decision.Nearest(id, names))
}

// Head begins a new file.
const Head = "attestations:\n"

// Append adds a draft to the end of a file's text. Text that cannot be added to
// without changing what is there is refused.
func Append(file string, text []byte, d Draft, known Registry, now time.Time) ([]byte, error) {
	if len(bytes.TrimSpace(text)) == 0 {
		text = []byte(Head)
	}
	indent, before, err := shape(file, text)
	if err != nil {
		return nil, err
	}
	entry, err := Skeleton(d, known, now, indent)
	if err != nil {
		return nil, err
	}
	out := append(bytes.TrimRight(text, "\n"), '\n')
	out = append(out, entry...)
	if _, after, err := shape(file, out); err != nil || after != before+1 {
		return nil, byHand(file)
	}
	return out, nil
}

func byHand(file string) error {
	return errors.New(file + ": its list cannot be added to by the program: print the entry with demarc attest new, and put it in by hand")
}

// shape is the indent of the list in a file, and how many entries it has.
func shape(file string, text []byte) (indent string, n int, err error) {
	root, err := decision.Parse(file, text, false)
	if err != nil {
		return "", 0, err
	}
	fields, err := root.Fields()
	if err != nil {
		return "", 0, err
	}
	if len(fields) != 1 || fields[0].Key != "attestations" {
		return "", 0, byHand(file)
	}
	list := fields[0].Value
	items, err := list.List()
	if err != nil {
		return "", 0, err
	}
	switch {
	case len(items) == 0 && !list.Missing(), len(items) > 0 && !list.Block():
		return "", 0, byHand(file)
	case len(items) == 0:
		return "  ", 0, nil
	}
	return strings.Repeat(" ", list.Column()-1), len(items), nil
}

// A Standing is how a control, or a duty without one, stands.
type Standing struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	State   string   `json:"state"` // "open", or a State
	Account []string `json:"account,omitempty"`
	Owner   string   `json:"owner,omitempty"`
	From    string   `json:"from,omitempty"`
	Until   string   `json:"until,omitempty"`
	Place   string   `json:"place,omitempty"`
}

// Standings lists every control with its attestations, those that hold first,
// and the attested duties that no control answers.
func (b *Book) Standings(known Registry, now time.Time) (all []Standing) {
	today := decision.DayOf(now)
	row := func(id, title string, a *Attestation) Standing {
		return Standing{id, title, string(a.State(today)), a.Accounts, a.Owner, a.Date.String(), a.Expires.String(), a.Place}
	}
	for _, c := range known.Controls {
		list := b.by[c.ID]
		for _, state := range []State{Holds, Future, Expired} {
			for _, a := range list {
				if a.State(today) == state {
					all = append(all, row(c.ID, c.Title, a))
				}
			}
		}
		if len(list) == 0 {
			all = append(all, Standing{ID: c.ID, Title: c.Title, State: "open"})
		}
	}
	for _, d := range known.Duties {
		for _, a := range b.All {
			if a.ID == d.ID && a.duty && len(a.controls) == 0 {
				all = append(all, row(d.ID, d.Text, a))
			}
		}
	}
	return all
}
