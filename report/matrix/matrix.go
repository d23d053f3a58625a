// Package matrix maps a scan onto the shared-responsibility matrix: for every
// area and service model, who answers for it and what the scan found.
package matrix

import (
	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// A Matrix has a row for every area, those that nothing looks at included.
type Matrix struct {
	Columns   []Column    `json:"columns"`
	Rows      []Row       `json:"rows"`
	Assurance []Assurance `json:"assurance"` // what the inherited cells rest on
}

// A Column is a service model, with whether anything scanned is of it: "yes",
// "no", or "unknown" where the listings that would tell could not be read.
type Column struct {
	Model inventory.Model `json:"model"`
	InUse string          `json:"inUse"`
}

// A Row is an area.
type Row struct {
	Area        checks.Area `json:"area"`
	Title       string      `json:"title"`
	Duties      string      `json:"duties"`
	NotLookedAt []string    `json:"notLookedAt"` // duties that no check of the scan looks at and no person answers
	DutyStates  []DutyState `json:"dutyStates"`
	Cells       []Cell      `json:"cells"`
}

// A Cell is an area in a service model.
type Cell struct {
	Model  inventory.Model `json:"model"`
	Owner  checks.Owner    `json:"owner"`
	State  State           `json:"state"`
	Checks int             `json:"checks"` // how many checks of the scan belong here
	Counts scanner.Counts  `json:"counts"`
}

// A State sums a cell up; the worst there is decides.
type State string

// The states.
const (
	Inherited State = "inherited" // the provider's: nothing for the customer to check
	Failed    State = "failed"
	Broken    State = "error"    // a check of it is broken
	Unread    State = "unknown"  // something could not be read
	Open      State = "open"     // a control waits for a person
	Passed    State = "passed"   // something passed or was attested, and nothing speaks against it
	Accepted  State = "accepted" // what failed has been accepted, and nothing else was judged
	Idle      State = "idle"     // checks ran and found nothing to judge
	Unchecked State = "nothing looks at it"
	Unused    State = "not in use"
)

// Build maps a scan.
func Build(r scanner.Reader) (*Matrix, error) {
	s := r.Summary()
	m := &Matrix{Columns: columns(s), Assurance: assurance(s)}
	cells := map[checks.Area]map[inventory.Model]*Cell{}
	m.Rows = make([]Row, len(checks.Areas))
	for i, a := range checks.Areas {
		row := &m.Rows[i]
		*row = Row{Area: a, Title: a.Title(), Duties: a.Duties(), NotLookedAt: []string{}, DutyStates: dutyStates(a, s), Cells: make([]Cell, len(inventory.Models))}
		for _, d := range row.DutyStates {
			if d.State == NotLookedAt {
				row.NotLookedAt = append(row.NotLookedAt, d.Text)
			}
		}
		cells[a] = map[inventory.Model]*Cell{}
		for j, model := range inventory.Models {
			row.Cells[j] = Cell{Model: model, Owner: checks.OwnerOf(a, model), Counts: scanner.Counts{}}
			cells[a][model] = &row.Cells[j]
		}
	}
	for _, c := range s.Checks {
		if cell := cells[c.Area][c.ServiceModel]; cell != nil {
			cell.Checks++
			for v, n := range c.Counts {
				cell.Counts[v] += n
			}
		}
	}
	for i := range m.Rows {
		for j := range m.Rows[i].Cells {
			cell := &m.Rows[i].Cells[j]
			cell.State = state(*cell, m.Rows[i].Area, m.Columns[j].InUse)
		}
	}
	return m, nil
}

func columns(s *scanner.Summary) (all []Column) {
	rank := map[string]int{"": 0, "no": 1, "unknown": 2, "yes": 3}
	for _, model := range inventory.Models {
		use := "no"
		for _, sc := range s.Scopes {
			if u := sc.Models[model]; rank[u] > rank[use] {
				use = u
			}
		}
		all = append(all, Column{model, use})
	}
	return all
}

func state(c Cell, area checks.Area, inUse string) State {
	n := func(v checks.Verdict) bool { return c.Counts[v] > 0 }
	switch {
	case n(checks.Fail):
		return Failed
	case n(checks.Error):
		return Broken
	case n(checks.Unknown):
		return Unread
	case n(checks.Manual):
		return Open
	case n(checks.Pass), n(checks.Attested):
		return Passed
	case n(checks.Suppressed):
		return Accepted
	case c.Owner == checks.Provider:
		return Inherited
	case inUse == "no":
		return Unused
	case c.Checks == 0 && c.Model == inventory.Account && noAccount[area]:
		return Unused
	case c.Checks == 0:
		return Unchecked
	}
	return Idle
}

// noAccount are the areas of which an account has nothing but its workloads.
var noAccount = map[checks.Area]bool{checks.OS: true, checks.Application: true}
