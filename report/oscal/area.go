package oscal

import (
	"cmp"
	"fmt"
	"strings"

	oscal "github.com/defenseunicorns/go-oscal/src/types/oscal-1-1-3"

	"demarc/checks"
	"demarc/report/matrix"
)

// area is a row of the matrix as a control of one cloud, of the service models
// that are in use, or may be.
type area struct {
	cloud  string
	row    matrix.Row
	models map[checks.Owner][]string // service models by who answers for them
	cells  []matrix.Cell             // of the models that the customer answers for, at least in part
}

func newArea(cloud string, row matrix.Row, columns []matrix.Column) area {
	a := area{cloud: cloud, row: row, models: map[checks.Owner][]string{}}
	for i, cell := range row.Cells {
		if columns[i].InUse == "no" || cell.State == matrix.Unused {
			continue
		}
		a.models[cell.Owner] = append(a.models[cell.Owner], string(cell.Model))
		if cell.Owner != checks.Provider || len(cell.Counts) > 0 {
			a.cells = append(a.cells, cell)
		}
	}
	return a
}

// provided is the id of what the provider does in the area, responsibility
// that of what it leaves to the customer.
func (a area) provided() string       { return id(a.cloud, string(a.row.Area), "provided") }
func (a area) responsibility() string { return id(a.cloud, string(a.row.Area), "responsibility") }

// byProvider are the models in which the provider answers for the area, alone or
// in part.
func (a area) byProvider() []string {
	return append(append([]string{}, a.models[checks.Provider]...), a.models[checks.Shared]...)
}

// byCustomer are those in which the customer does.
func (a area) byCustomer() []string {
	return append(append([]string{}, a.models[checks.Customer]...), a.models[checks.Shared]...)
}

// leaves reports whether the provider leaves anything of the area to the customer.
func (a area) leaves() bool { return len(a.byCustomer()) > 0 || a.row.Duties != "" }

// provider is the area on the provider's side.
func (a area) provider() oscal.ImplementedRequirementControlImplementation {
	r := oscal.ImplementedRequirementControlImplementation{UUID: id(a.cloud, "provider", string(a.row.Area)), ControlId: token(string(a.row.Area)), Description: prose(a.row.Title)}
	props := []oscal.Property{prop("owner", string(a.owner()))}
	if models := a.byProvider(); len(models) > 0 {
		props = append(props, oscal.Property{Name: "provided", Ns: ns, UUID: a.provided(), Value: strings.Join(models, ", "), Remarks: prose(a.row.Title + ", by service model: what the provider answers for.")})
	}
	if a.leaves() {
		props = append(props, oscal.Property{
			Name: "responsibility", Ns: ns, UUID: a.responsibility(), Value: cmp.Or(strings.Join(a.byCustomer(), ", "), "all"), Remarks: prose("Left to the customer: " + cmp.Or(a.row.Duties, "its use") + "."),
		})
	}
	r.Props = &props
	return r
}

// customer is the area on the customer's side.
func (a area) customer() oscal.ImplementedRequirementControlImplementation {
	status, word, why := a.stands()
	r := oscal.ImplementedRequirementControlImplementation{UUID: id(a.cloud, "customer", string(a.row.Area)), ControlId: token(string(a.row.Area)), Description: prose(a.row.Title + ": " + why)}
	var more []oscal.Property
	if len(a.byProvider()) > 0 {
		more = append(more, prop("inherited", a.provided()))
	}
	switch {
	case status == matrix.Passed && len(a.row.NotLookedAt) == 0 && a.leaves():
		more = append(more, prop("satisfied", a.responsibility()))
	case status == matrix.Passed:
		word = "partial"
	}
	for _, d := range a.row.DutyStates {
		more = append(more, oscal.Property{Name: "duty", Ns: ns, Value: line(string(d.State)), Remarks: prose(d.Text)})
	}
	r.Props = standing(string(status), word, a.owner(), more...)
	return r
}

// owner is who answers for the area over all models in use.
func (a area) owner() checks.Owner {
	if len(a.models) != 1 {
		return checks.Shared
	}
	for o := range a.models {
		return o
	}
	return checks.Shared
}

// rank orders the states from the best to the worst.
var rank = map[matrix.State]int{
	matrix.Idle: 1, matrix.Passed: 2, matrix.Accepted: 3, matrix.Unchecked: 4, matrix.Open: 5, matrix.Unread: 6, matrix.Broken: 7, matrix.Failed: 8,
}

// stands is the worst state of the area's cells, OSCAL's word for it, and why.
func (a area) stands() (state matrix.State, word, why string) {
	if len(a.cells) == 0 {
		if len(a.models) == 0 {
			return matrix.Unused, "not-applicable", "nothing that is in use has it"
		}
		return matrix.Inherited, "implemented", "the provider's"
	}
	counts := map[checks.Verdict]int{}
	for _, c := range a.cells {
		if rank[c.State] > rank[state] {
			state = c.State
		}
		for v, n := range c.Counts {
			counts[v] += n
		}
	}
	var words []string
	for _, v := range checks.Verdicts {
		if counts[v] > 0 {
			words = append(words, fmt.Sprintf("%d %s", counts[v], v))
		}
	}
	word = map[matrix.State]string{
		matrix.Passed: "implemented", matrix.Accepted: "partial", matrix.Failed: "planned", matrix.Open: "planned", matrix.Unchecked: "planned",
	}[state]
	if word == "planned" && counts[checks.Pass]+counts[checks.Attested] > 0 {
		word = "partial"
	}
	return state, word, cmp.Or(strings.Join(words, ", "), string(state))
}
