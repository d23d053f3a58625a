package explain

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"demarc/checks"
	"demarc/scanner"
)

// Handover is what each side brings to an incident on a subject at a time.
type Handover struct {
	Subject  Subject   `json:"subject"`
	At       time.Time `json:"at"`
	Scanned  time.Time `json:"scanned"`
	Provider Providers `json:"provider"`
	Yours    []Layer   `json:"yours"` // the customer's layers, shared ones too
	Theirs   []Layer   `json:"theirs"`
}

// Providers is what the provider itself says of that time and place.
type Providers struct {
	Events  []checks.Evidence `json:"events"`
	Read    time.Time         `json:"read"`    // when; zero where nothing was read
	NotRead string            `json:"notRead"` // why nothing, or not all, was read
}

// HandoverOf makes the hand-over of a subject.
func HandoverOf(s Subject, summary *scanner.Summary, at time.Time) Handover {
	h := Handover{Subject: s, At: at, Scanned: summary.Start, Provider: events(s, summary, at)}
	for _, l := range s.Layers {
		if l.Owner == checks.Provider {
			h.Theirs = append(h.Theirs, l)
		} else {
			h.Yours = append(h.Yours, l)
		}
	}
	return h
}

// events are the provider's own that were open at the time in the region, as
// the subject's own account was told them: what another account was told says
// nothing of this one. An event that names no region is about all.
func events(s Subject, summary *scanner.Summary, at time.Time) (p Providers) {
	asked := false
	var reasons []string
	seen := map[string]bool{}
	for _, said := range summary.Evidence {
		if said.Kind != checks.Event || said.Provider != s.Provider || s.Account != "" && said.Account != s.Account {
			continue
		}
		asked = true
		if said.Read.After(p.Read) && len(said.Gaps) == 0 {
			p.Read = said.Read
		}
		for _, g := range said.Gaps {
			reasons = append(reasons, g.String())
		}
		for _, e := range said.Items {
			if (e.Region == "" || s.Region == "" || strings.EqualFold(e.Region, s.Region)) && openAt(e, at) && !seen[e.ID] {
				seen[e.ID] = true
				p.Events = append(p.Events, e)
			}
		}
	}
	switch {
	case !asked:
		p.NotRead = "the scan did not ask for them"
	case len(reasons) > 0:
		slices.Sort(reasons)
		p.NotRead = strings.Join(slices.Compact(reasons), "; ")
	}
	return p
}

// openAt reports whether an event was open. One whose dates cannot be read is
// told all the same.
func openAt(e checks.Evidence, at time.Time) bool {
	if begun, err := time.Parse(time.RFC3339, e.Date); err == nil && begun.After(at) {
		return false
	}
	if e.Until == "" {
		return true
	}
	ended, err := time.Parse(time.RFC3339, e.Until)
	return err != nil || !ended.Before(at)
}

// Write writes the hand-over for people.
func (h Handover) Write(w io.Writer) error {
	s := h.Subject
	fmt.Fprintf(w, "Incident hand-over: %s\n", line(s.Name))
	if s.FullID != "" {
		fmt.Fprintf(w, "  %s %s\n", s.Type, line(s.FullID))
	}
	fmt.Fprintf(w, "  at %s, from the scan of %s\n", h.At.Format(time.RFC3339), h.Scanned.Format(time.RFC3339))
	fmt.Fprintf(w, "\nWhat %s answers for\n", cmpOr(s.Provider, "the provider"))
	for _, l := range h.Theirs {
		fmt.Fprintf(w, "  %s (%s)\n", l.Title, by(l))
	}
	h.writeEvents(w)
	fmt.Fprintf(w, "\nWhat you answer for\n")
	for _, l := range h.Yours {
		share := ""
		if l.Owner == checks.Shared {
			share = ", shared with the provider"
		}
		fmt.Fprintf(w, "  %s%s: %s\n", l.Title, share, standing(l))
		for _, f := range l.Findings {
			fmt.Fprintf(w, "    %-7s %-8s %s: %s\n", f.Status, f.Severity, f.Check, line(f.Message))
		}
	}
	_, err := fmt.Fprintf(w, "\nOpen an incident with the provider for its layers; mend the failing controls of yours first, the first of each layer first.\n")
	return err
}

func (h Handover) writeEvents(w io.Writer) {
	p := h.Provider
	for _, e := range p.Events {
		fmt.Fprintf(w, "  its event %s: %s (%s, %s, since %s)\n", line(e.ID), line(e.Title), cmpOr(line(e.Service), "no service named"), cmpOr(line(e.Region), "no region named"), line(e.Date))
	}
	switch {
	case p.NotRead != "":
		fmt.Fprintf(w, "  its open events: not read: %s\n", line(p.NotRead))
	case len(p.Events) == 0:
		fmt.Fprintf(w, "  its open events: none was open here when they were read, %s\n", p.Read.Format(time.RFC3339))
	}
}

// by names whose words a layer's owner is taken from.
func by(l Layer) string {
	if len(l.Words) == 0 {
		return "no publisher names it"
	}
	return "by " + l.Words[0].Publisher + ": " + l.Words[0].Row
}

// standing says how a layer of the customer's stands.
func standing(l Layer) string {
	var parts []string
	for _, v := range []struct {
		verdict checks.Verdict
		word    string
	}{{checks.Fail, "failed"}, {checks.Unknown, "could not be read"}, {checks.Manual, "for a person to answer"}, {checks.Suppressed, "accepted"}, {checks.Attested, "attested"}, {checks.Pass, "passed"}} {
		if n := l.Counts[v.verdict]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, v.word))
		}
	}
	if len(parts) == 0 {
		return "no check of the scan looked at it here"
	}
	return strings.Join(parts, ", ")
}

// line makes one line of what came from outside.
func line(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}

func cmpOr(a, b string) string {
	if a == "" {
		return b
	}
	return a
}
