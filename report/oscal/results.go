package oscal

import (
	"bufio"
	"encoding/json"
	"io"

	oscal "github.com/defenseunicorns/go-oscal/src/types/oscal-1-1-3"

	"demarc/scanner"
)

// Results writes the scan as assessment results: a result for each account, in
// it an observation for each finding, and for each check a finding that says
// whether what it asks is satisfied. One account's findings stand in memory at
// a time.
func Results(w io.Writer, r scanner.Reader) error {
	s := r.Summary()
	out := &document{w: bufio.NewWriter(w)}
	out.raw(`{"assessment-results":{`)
	out.field("uuid", id("results", when(s)))
	out.raw(",")
	out.field("metadata", metadata(s, "Assessment of the customer's side of cloud accounts"))
	out.raw(",")
	plan := id("plan", when(s))
	out.field("import-ap", oscal.ImportAp{Href: ref(plan)})
	out.raw(",")
	if asked := objectives(s); len(asked) > 0 {
		out.field("local-definitions", oscal.LocalDefinitions{ObjectivesAndMethods: &asked, Activities: list(activities(s))})
		out.raw(",")
	}
	out.raw(`"results":[`)
	if err := out.results(r); err != nil {
		return err
	}
	out.raw("],")
	out.field("back-matter", oscal.BackMatter{Resources: &[]oscal.Resource{{
		UUID: plan, Title: "The plan of the scan", Description: prose(planText(s)),
	}}})
	out.raw("}}\n")
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// planText stands for the assessment plan, which nobody has written apart from
// the scan.
func planText(s *scanner.Summary) string {
	text := "The checks and controls of the scan, as local-definitions lists them, over the accounts of the results."
	if !s.Complete {
		text += " The scan was ended early: what it did not reach is not satisfied, for another reason than a failure."
	}
	for _, u := range s.Unreached {
		text += " " + u.Provider + " was not scanned: " + u.Why + "."
	}
	return text
}

// document is JSON in the making.
type document struct {
	w   *bufio.Writer
	err error
	n   int // results
}

func (d *document) raw(s string) {
	if d.err == nil {
		_, d.err = d.w.WriteString(s)
	}
}

func (d *document) value(v any) {
	b, err := json.Marshal(v)
	if d.err == nil {
		d.err = err
	}
	d.raw(string(b))
}

func (d *document) field(name string, v any) {
	d.value(name)
	d.raw(":")
	d.value(v)
}

func (d *document) result(v oscal.Result) {
	if d.n > 0 {
		d.raw(",")
	}
	d.n++
	d.raw("\n")
	d.value(v)
}

// results writes those of all accounts, in the order of the findings, then
// those of accounts without any. There is at least one.
func (d *document) results(r scanner.Reader) error {
	s := r.Summary()
	done := map[string]int{}
	var at *account
	flush := func() {
		if at != nil {
			d.result(at.result())
		}
	}
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		key := f.Provider + "/" + f.Account
		if at == nil || at.key() != key {
			flush()
			at = newAccount(s, f.Provider, f.Account, done[key])
			done[key]++
		}
		at.add(f)
	}
	flush()
	for _, sc := range s.Scopes {
		if done[sc.Provider+"/"+sc.Account] == 0 {
			d.result(newAccount(s, sc.Provider, sc.Account, 0).result())
		}
	}
	if d.n == 0 && d.err == nil {
		d.result(newAccount(s, "", "", 0).result())
	}
	return d.err
}

// objectives are what the checks ask, as the objectives that findings speak of.
func objectives(s *scanner.Summary) (all []oscal.LocalObjective) {
	for _, c := range s.Checks {
		all = append(all, oscal.LocalObjective{
			ControlId: token(c.ID), Description: prose(c.Why),
			Parts: []oscal.Part{{ID: objective(c.ID), Name: "assessment-objective", Title: prose(c.Title), Prose: prose(c.Title)}},
			Props: &[]oscal.Property{prop("severity", c.Severity.String()), prop("area", string(c.Area)), prop("service-model", string(c.ServiceModel))},
		})
	}
	return all
}

// activities are the checks as what was done, with the requirements that they
// answer for.
func activities(s *scanner.Summary) (all []oscal.Activity) {
	for _, c := range s.Checks {
		a := oscal.Activity{UUID: id("activity", c.ID), Title: line(c.ID), Description: prose(c.Title)}
		method := "TEST"
		if c.Manual {
			method = "INTERVIEW"
		}
		a.Props = &[]oscal.Property{{Name: "method", Value: method}}
		related := oscal.ReviewedControls{ControlSelections: selections([]scanner.Check{c})}
		if len(related.ControlSelections) > 0 {
			a.RelatedControls = &related
		}
		all = append(all, a)
	}
	return all
}
