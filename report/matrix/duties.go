package matrix

import (
	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// A DutyState says how one of the customer's duties stands in a scan.
type DutyState struct {
	checks.Duty
	State  Answer   `json:"state"`
	Checks []string `json:"checks"` // those of the scan that look at it
	Open   []string `json:"open"`   // what waits for a person: its controls, or itself where it has none
}

// An Answer says by what a duty is answered.
type Answer string

// The answers. A duty that checks look at and a person has to answer as well
// is open until both have.
const (
	Checked     Answer = "checked"
	Attested    Answer = "attested"
	OpenDuty    Answer = "open"
	NotLookedAt Answer = "not looked at"
)

func dutyStates(a checks.Area, sum *scanner.Summary) []DutyState {
	out := []DutyState{}
	for _, d := range checks.Duties() {
		if d.Area == a {
			out = append(out, stateOf(d, sum))
		}
	}
	return out
}

func stateOf(d checks.Duty, sum *scanner.Summary) DutyState {
	if d.Models == nil {
		d.Models = []inventory.Model{}
	}
	s := DutyState{Duty: d, State: NotLookedAt, Checks: []string{}, Open: []string{}}
	attested := false
	for _, c := range sum.Checks {
		switch {
		case !c.Manual && c.Ran && d.LookedAt(c.ID):
			s.Checks = append(s.Checks, c.ID)
		case c.Manual && d.AnsweredBy(c.ID) && c.Counts[checks.Manual] > 0:
			s.Open = append(s.Open, c.ID)
		case c.Manual && d.AnsweredBy(c.ID) && c.Counts[checks.Attested] > 0:
			attested = true
		}
	}
	for _, a := range sum.Duties {
		switch {
		case a.Duty != d.ID || len(s.Checks) > 0:
		case a.Holds:
			attested = true
		default:
			s.Open = append(s.Open, d.ID)
		}
	}
	switch {
	case len(s.Open) > 0:
		s.State = OpenDuty
	case len(s.Checks) > 0:
		s.State = Checked
	case attested:
		s.State = Attested
	}
	return s
}
