// Package oscal writes scans as OSCAL 1.1.3: assessment results, and a
// component definition that speaks of shared responsibility. Ids are made of
// what they stand for (UUID version 5), so that two scans of one state give the
// same ones.
package oscal

import (
	"crypto/sha1" // UUID version 5 is made with it; nothing rests on its strength
	"fmt"
	"slices"
	"strings"
	"time"

	oscal "github.com/defenseunicorns/go-oscal/src/types/oscal-1-1-3"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/scanner"
)

// version is the version of OSCAL: the newest that all tools read.
const version = "1.1.3"

// ns is the name space of demarc's own properties.
const ns = "urn:demarc:oscal"

// space is the name space of demarc's ids.
var space = [16]byte{0x1c, 0x8f, 0x0a, 0x52, 0x77, 0x1e, 0x4d, 0x36, 0x9b, 0x60, 0x5a, 0xd3, 0x02, 0x6c, 0xe9, 0x41}

// id is the UUID of what the words name (RFC 9562, version 5).
func id(words ...string) string {
	h := sha1.New()
	h.Write(space[:])
	h.Write([]byte(strings.Join(words, "\x00")))
	b := h.Sum(nil)[:16]
	b[6] = b[6]&0x0f | 0x50
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// line writes a string as OSCAL takes one: a single line with something in it,
// and no space at its ends.
func line(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
	if s = strings.Join(strings.Fields(s), " "); s == "" {
		return "(none)"
	}
	return s
}

// token keeps of a word what a token may hold.
func token(word string) string {
	word = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-', r == '_':
			return r
		}
		return '-'
	}, word)
	if word == "" || word[0] >= '0' && word[0] <= '9' || word[0] == '.' || word[0] == '-' {
		return "_" + word
	}
	return word
}

// when names a scan: by its id and by when it began.
func when(s *scanner.Summary) string { return s.ScanID + " " + s.Start.UTC().Format(time.RFC3339Nano) }

// prose is line for texts that a reader may take for markup.
func prose(s string) string {
	return strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(line(s))
}

// prop is a property of demarc's own.
func prop(name, value string) oscal.Property {
	return oscal.Property{Name: name, Ns: ns, Value: line(value)}
}

// list is a list as the types take one: nil where it is empty, since OSCAL has
// no empty lists.
func list[T any](all []T) *[]T {
	if len(all) == 0 {
		return nil
	}
	return &all
}

func metadata(s *scanner.Summary, title string) oscal.Metadata {
	return oscal.Metadata{
		Title: title, LastModified: s.End.UTC(), Version: line(s.ScanID), OscalVersion: version,
		Props: &[]oscal.Property{prop("tool", s.Tool+" "+s.Version)},
	}
}

// ref is a link to what stands in the same document.
func ref(uuid string) string { return "#" + uuid }

// provider is the cloud of a check.
func provider(check string) string {
	name, _, _ := strings.Cut(check, "-")
	return name
}

// objective is the id of what a check asks, as an objective.
func objective(check string) string { return token(check) + "_obj" }

// reviewed are the controls that checks look at: what they ask, and the
// requirements of frameworks that they answer for.
func reviewed(all []scanner.Check) oscal.ReviewedControls {
	if len(all) == 0 {
		return oscal.ReviewedControls{ControlSelections: []oscal.AssessedControls{{Description: "No control was assessed."}}}
	}
	own := oscal.AssessedControls{Description: "What the checks ask, by their ids.", IncludeControls: &[]oscal.AssessedControlsSelectControlById{}}
	var asked []oscal.SelectObjectiveById
	for _, c := range all {
		*own.IncludeControls = append(*own.IncludeControls, oscal.AssessedControlsSelectControlById{ControlId: token(c.ID)})
		asked = append(asked, oscal.SelectObjectiveById{ObjectiveId: objective(c.ID)})
	}
	r := oscal.ReviewedControls{
		ControlSelections:          append([]oscal.AssessedControls{own}, selections(all)...),
		ControlObjectiveSelections: &[]oscal.ReferencedControlObjectives{{IncludeObjectives: &asked}},
	}
	return r
}

// selections are the requirements that checks answer for, by framework.
func selections(all []scanner.Check) (out []oscal.AssessedControls) {
	for _, fw := range frameworks.Names() {
		var ids []string
		for _, c := range all {
			for _, req := range c.Controls[fw] {
				ids = append(ids, frameworks.ControlID(fw, req))
			}
		}
		slices.Sort(ids)
		var chosen []oscal.AssessedControlsSelectControlById
		for _, x := range slices.Compact(ids) {
			chosen = append(chosen, oscal.AssessedControlsSelectControlById{ControlId: x})
		}
		if info, ok := frameworks.About(fw); ok && len(chosen) > 0 {
			out = append(out, oscal.AssessedControls{
				Description: info.Title, Props: &[]oscal.Property{prop("framework", string(fw))}, IncludeControls: &chosen,
			})
		}
	}
	return out
}

// checksOf are those of one cloud.
func checksOf(s *scanner.Summary, cloud string) (own []scanner.Check) {
	for _, c := range s.Checks {
		if provider(c.ID) == cloud {
			own = append(own, c)
		}
	}
	return own
}

// tally counts the findings of a check in one account.
type tally map[checks.Verdict]int

// state is how an objective stands: satisfied only where something passed or
// was attested and nothing speaks against it. stated is false where there was
// nothing to judge.
func (t tally) state() (status oscal.ObjectiveStatus, stated bool) {
	not := func(reason, why string) (oscal.ObjectiveStatus, bool) {
		return oscal.ObjectiveStatus{State: "not-satisfied", Reason: reason, Remarks: why}, true
	}
	switch {
	case t[checks.Fail] > 0:
		return not("fail", "")
	case t[checks.Error] > 0:
		return not("other", "The check is broken.")
	case t[checks.Unknown] > 0:
		return not("other", "Not all that it asks could be read: this says neither that it holds nor that it does not.")
	case t[checks.Manual] > 0:
		return not("other", "Open: it waits for a person.")
	case t[checks.Suppressed] > 0:
		return not("fail", "What fails has been accepted.")
	case t[checks.Pass]+t[checks.Attested] > 0:
		return oscal.ObjectiveStatus{State: "satisfied", Reason: "pass"}, true
	}
	return oscal.ObjectiveStatus{}, false
}
