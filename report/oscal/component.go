package oscal

import (
	"encoding/json"
	"io"
	"iter"
	"slices"
	"strings"

	oscal "github.com/defenseunicorns/go-oscal/src/types/oscal-1-1-3"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/report/compliance"
	"demarc/report/matrix"
	"demarc/scanner"
)

// Component writes a component definition with two components for each cloud
// of the scan: the provider's side and the customer's. Area by area, the
// provider's says what is `provided` and which `responsibility` it leaves; the
// customer's says what is `inherited` and which responsibility is `satisfied`,
// each by the id of the provider's. The requirements of the frameworks follow,
// as they stand.
func Component(w io.Writer, r scanner.Reader) error {
	s := r.Summary()
	matrixID := id("matrix")
	doc := oscal.ComponentDefinition{UUID: id("component-definition", when(s)), Metadata: metadata(s, "Shared responsibility: the providers' side and the customer's")}
	resources := []oscal.Resource{{
		UUID: matrixID, Title: "The shared-responsibility matrix",
		Description: "The areas of demarc's matrix, as controls: each is the provider's, the customer's or shared, by service model.",
	}}
	used := map[checks.Framework]bool{}
	var components []oscal.DefinedComponent
	for _, cloud := range clouds(s) {
		c, err := newSides(r, cloud, matrixID)
		if err != nil {
			return err
		}
		components = append(components, c.component("provider"), c.component("customer"))
		for _, fw := range c.used {
			used[fw] = true
		}
	}
	for _, info := range frameworks.All() {
		if used[info.Name] {
			resources = append(resources, oscal.Resource{UUID: catalogue(info.Name), Title: info.Title, Description: prose("Its requirements, by their ids: " + info.List + ".")})
		}
	}
	doc.Components = list(components)
	doc.BackMatter = &oscal.BackMatter{Resources: &resources}
	b, err := json.Marshal(oscal.OscalCompleteSchema{ComponentDefinition: &doc})
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

func catalogue(fw checks.Framework) string { return id("framework", string(fw)) }

func clouds(s *scanner.Summary) (names []string) {
	for _, sc := range s.Scopes {
		names = append(names, sc.Provider)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// of is a scan as if only one cloud had been scanned.
type of struct {
	scanner.Reader
	summary scanner.Summary
	cloud   string
}

func only(r scanner.Reader, cloud string) scanner.Reader {
	o := of{Reader: r, summary: *r.Summary(), cloud: cloud}
	o.summary.Checks, o.summary.Scopes, o.summary.Unreached = checksOf(r.Summary(), cloud), nil, nil
	for _, sc := range r.Summary().Scopes {
		if sc.Provider == cloud {
			o.summary.Scopes = append(o.summary.Scopes, sc)
		}
	}
	return o
}

func (o of) Summary() *scanner.Summary { return &o.summary }

func (o of) Findings() iter.Seq2[*scanner.Finding, error] {
	return func(yield func(*scanner.Finding, error) bool) {
		for f, err := range o.Reader.Findings() {
			if err == nil && f.Provider != o.cloud {
				continue
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

// sides are the two sides of one cloud.
type sides struct {
	cloud string
	sets  map[string][]oscal.ControlImplementationSet // by side
	used  []checks.Framework
}

func newSides(r scanner.Reader, cloud, matrixID string) (*sides, error) {
	c := &sides{cloud: cloud, sets: map[string][]oscal.ControlImplementationSet{}}
	one := only(r, cloud)
	m, err := matrix.Build(one)
	if err != nil {
		return nil, err
	}
	own := map[string][]oscal.ImplementedRequirementControlImplementation{}
	for _, row := range m.Rows {
		a := newArea(cloud, row, m.Columns)
		own["provider"] = append(own["provider"], a.provider())
		own["customer"] = append(own["customer"], a.customer())
	}
	for side, reqs := range own {
		c.sets[side] = append(c.sets[side], oscal.ControlImplementationSet{
			UUID: id(cloud, side, "matrix"), Source: ref(matrixID), Description: "The areas of the shared-responsibility matrix.", ImplementedRequirements: reqs,
		})
	}
	answers, err := compliance.Read(one, nil)
	if err != nil {
		return nil, err
	}
	for _, report := range answers.All() {
		c.framework(report)
	}
	return c, nil
}

// framework adds the requirements of one framework that something answers:
// those that are inherited to the provider's side, the others to the customer's.
func (c *sides) framework(r compliance.Report) {
	if info, ok := frameworks.About(r.Framework); !ok || info.Provider != "" && info.Provider != c.cloud {
		return
	}
	reqs := map[string][]oscal.ImplementedRequirementControlImplementation{}
	for _, q := range r.Requirements {
		side := "customer"
		switch q.Status {
		case compliance.Unanswered:
			continue
		case compliance.Inherited:
			side = "provider"
		}
		reqs[side] = append(reqs[side], oscal.ImplementedRequirementControlImplementation{
			UUID: id(c.cloud, side, string(r.Framework), q.ID), ControlId: frameworks.ControlID(r.Framework, q.ID), Description: prose(q.Why),
			Props: standing(string(q.Status), implemented(q), q.Owner, prop("requirement", q.ID)),
		})
	}
	if len(reqs) == 0 {
		return
	}
	c.used = append(c.used, r.Framework)
	for side, all := range reqs {
		c.sets[side] = append(c.sets[side], oscal.ControlImplementationSet{
			UUID: id(c.cloud, side, string(r.Framework)), Source: ref(catalogue(r.Framework)), Description: prose(r.Title), ImplementedRequirements: all,
		})
	}
}

// implemented is OSCAL's word for how a requirement is implemented; what could
// not be read or was not judged has none.
func implemented(q compliance.Requirement) string {
	switch q.Status {
	case compliance.Met, compliance.Inherited:
		return "implemented"
	case compliance.NotMet, compliance.Accepted, compliance.Partly, compliance.Open:
		if q.Counts[checks.Pass]+q.Counts[checks.Attested] > 0 {
			return "partial"
		}
		return "planned"
	}
	return ""
}

// standing are the properties of a control that say how it stands.
func standing(status, word string, owner checks.Owner, more ...oscal.Property) *[]oscal.Property {
	props := append([]oscal.Property{prop("status", status)}, more...)
	if word != "" {
		props = append(props, oscal.Property{Name: "implementation-status", Value: word})
	}
	if owner != "" {
		props = append(props, prop("control-origination", originations[owner]))
	}
	return &props
}

// originations are FedRAMP's words for who answers for a control.
var originations = map[checks.Owner]string{checks.Customer: "customer-configured", checks.Shared: "shared", checks.Provider: "inherited"}

func (c *sides) component(side string) oscal.DefinedComponent {
	d := oscal.DefinedComponent{UUID: id(c.cloud, side), Type: "service", Title: line(c.cloud + ": the provider's side"), Description: "What the provider answers for, and what it leaves to the customer."}
	if side == "customer" {
		d.Type, d.Title, d.Description = "process-procedure", line(c.cloud+": the customer's side"), "What the customer inherits, and how it answers for the rest, by the scan."
	}
	d.Props = &[]oscal.Property{prop("provider", c.cloud), prop("side", side)}
	sets := c.sets[side]
	slices.SortFunc(sets, func(a, b oscal.ControlImplementationSet) int {
		return strings.Compare(a.Source+a.UUID, b.Source+b.UUID)
	})
	d.ControlImplementations = list(sets)
	return d
}
