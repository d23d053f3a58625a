// Package explain says of one resource, service or area who answers for each
// of its layers, by whose words, and what a scan found on them.
package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/publishers"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// A Subject is what is explained.
type Subject struct {
	Kind     string          `json:"kind"` // "resource", "service" or "area"
	Name     string          `json:"name"`
	FullID   string          `json:"fullId,omitempty"`
	Type     string          `json:"type,omitempty"`
	Provider string          `json:"provider,omitempty"`
	Account  string          `json:"account,omitempty"`
	Region   string          `json:"region,omitempty"`
	Model    inventory.Model `json:"serviceModel,omitempty"`
	Layers   []Layer         `json:"layers"` // from the ground up
}

// A Layer is an area of the matrix, for the subject.
type Layer struct {
	Area     checks.Area        `json:"area"`
	Title    string             `json:"title"`
	Owner    checks.Owner       `json:"owner"`
	Words    []Words            `json:"words"` // whose division this is
	Counts   scanner.Counts     `json:"counts"`
	Findings []*scanner.Finding `json:"findings"` // those that need someone: failed, unreadable, open
}

// Words are a publisher's row, with who it says answers for it.
type Words struct {
	Publisher string       `json:"publisher"`
	Row       string       `json:"row"`
	Owner     checks.Owner `json:"owner"`
	URL       string       `json:"url"`
}

// layers are the areas from the ground up.
var layers = []checks.Area{
	checks.Facilities, checks.Hosts, checks.Platform, checks.Assurance, checks.OS, checks.Network, checks.Application,
	checks.Configuration, checks.Logging, checks.Directory, checks.Devices, checks.Response, checks.Identity, checks.Data,
}

// ErrUnknown says that a scan knows nothing by a name.
type ErrUnknown struct{ Name string }

func (e *ErrUnknown) Error() string {
	return fmt.Sprintf("the scan knows no resource, service or area %q", e.Name)
}

// Find explains everything in a scan that the name stands for: an area; a
// service; or the resources with that id, full id or name.
func Find(r scanner.Reader, name string) ([]Subject, error) {
	if slices.Contains(checks.Areas, checks.Area(name)) {
		return gather(r, "area", name, func(f *scanner.Finding) bool { return f.Area == checks.Area(name) })
	}
	for _, c := range r.Summary().Checks {
		if c.Service == name && !c.Manual {
			return gather(r, "service", name, func(f *scanner.Finding) bool { return scanner.Service(f.Check) == name })
		}
	}
	return gather(r, "resource", name, func(f *scanner.Finding) bool {
		res := f.Resource
		return res.FullID == name || res.ID == name || res.Name == name
	})
}

// gather makes a Subject of each resource, or of each provider's part of a
// service or an area.
func gather(r scanner.Reader, kind, name string, take func(*scanner.Finding) bool) ([]Subject, error) {
	of := map[string][]*scanner.Finding{}
	for f, err := range r.Findings() {
		if err != nil {
			return nil, err
		}
		if !take(f) {
			continue
		}
		key := f.Provider
		if kind == "resource" {
			key = f.Provider + " " + f.Resource.FullID
		}
		of[key] = append(of[key], f)
	}
	var all []Subject
	for _, findings := range of {
		all = append(all, subject(kind, name, findings))
	}
	if len(all) == 0 {
		return nil, &ErrUnknown{name}
	}
	slices.SortFunc(all, func(a, b Subject) int {
		return cmp.Or(strings.Compare(a.Provider, b.Provider), strings.Compare(a.FullID, b.FullID))
	})
	return all, nil
}

func subject(kind, name string, findings []*scanner.Finding) Subject {
	first := findings[0]
	s := Subject{Kind: kind, Name: name, Provider: first.Provider, Model: modelOf(findings)}
	if kind == "resource" {
		s.Name, s.FullID, s.Type = first.Resource.Name, first.Resource.FullID, first.Resource.Type
		s.Account, s.Region = first.Account, first.Region
	}
	for _, area := range layers {
		if kind != "area" || string(area) == name {
			s.Layers = append(s.Layers, layer(area, s, findings))
		}
	}
	return s
}

// modelOf is the service model of most of the findings: a resource's are of one.
func modelOf(findings []*scanner.Finding) inventory.Model {
	n := map[inventory.Model]int{}
	for _, f := range findings {
		n[f.ServiceModel]++
	}
	return slices.MaxFunc(inventory.Models, func(a, b inventory.Model) int { return cmp.Compare(n[a], n[b]) })
}

func layer(area checks.Area, s Subject, findings []*scanner.Finding) Layer {
	l := Layer{Area: area, Title: area.Title(), Owner: checks.OwnerOf(area, s.Model), Words: words(area, s), Counts: scanner.Counts{}, Findings: []*scanner.Finding{}}
	for _, f := range findings {
		if f.Area != area {
			continue
		}
		l.Owner = f.Owner // worked out for the resource: who manages its nodes, say
		l.Counts[f.Status]++
		if slices.Contains([]checks.Verdict{checks.Fail, checks.Unknown, checks.Manual, checks.Error}, f.Status) {
			l.Findings = append(l.Findings, f)
		}
	}
	slices.SortStableFunc(l.Findings, func(a, b *scanner.Finding) int {
		return cmp.Or(cmp.Compare(b.Risk.Score, a.Risk.Score), cmp.Compare(b.Severity, a.Severity), strings.Compare(a.Check, b.Check))
	})
	return l
}

// words are the rows of the provider's own grid; where it has none for the
// area, or none for the service model, those that demarc's rows follow.
func words(area checks.Area, s Subject) []Words {
	if own := rowsOf(publishers.For(s.Provider), area, s.Model); len(own) > 0 {
		return own
	}
	seed, _ := publishers.ByID("seed")
	return rowsOf(seed, area, s.Model)
}

func rowsOf(g publishers.Grid, area checks.Area, model inventory.Model) []Words {
	all := []Words{}
	for _, r := range g.Rows {
		owner, ok := r.Owners[model]
		if model == inventory.Account { // what belongs to no workload is divided as machines are
			owner, ok = r.Owners[inventory.IaaS]
		}
		if ok && slices.Contains(r.Areas, area) {
			all = append(all, Words{g.Publisher, r.Title, owner, g.URL})
		}
	}
	return all
}
