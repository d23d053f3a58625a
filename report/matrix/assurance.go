package matrix

import (
	"slices"
	"strings"
	"time"

	"demarc/checks"
	"demarc/checks/publishers"
	"demarc/scanner"
)

// An Assurance is what one provider's inherited cells rest on.
type Assurance struct {
	Provider  string                 `json:"provider"`
	Published []publishers.Assurance `json:"published"` // the audits that it publishes
	Reports   []checks.Evidence      `json:"reports"`   // those that an API told of
	Agreed    []checks.Evidence      `json:"agreed"`    // the agreements in force that an API told of
	Read      *time.Time             `json:"read"`      // when; null where nothing was read
	NotRead   []string               `json:"notRead"`   // why something was not: never taken for held
}

func assurance(s *scanner.Summary) []Assurance {
	out := []Assurance{}
	for _, provider := range providers(s) {
		a := Assurance{Provider: provider, Published: publishers.Assurances(provider), Reports: []checks.Evidence{}, Agreed: []checks.Evidence{}, NotRead: []string{}}
		asked := false
		for _, said := range s.Evidence {
			if said.Provider != provider || said.Kind == checks.Event {
				continue
			}
			asked = true
			for _, g := range said.Gaps {
				a.NotRead = append(a.NotRead, g.String())
			}
			if len(said.Gaps) == 0 && (a.Read == nil || said.Read.After(*a.Read)) {
				a.Read = &said.Read
			}
			if said.Kind == checks.Report {
				a.Reports = add(a.Reports, said.Items)
			} else {
				a.Agreed = add(a.Agreed, said.Items)
			}
		}
		if !asked {
			a.NotRead = append(a.NotRead, "the scan asked no API for reports and agreements")
		}
		slices.Sort(a.NotRead)
		a.NotRead = slices.Compact(a.NotRead)
		out = append(out, a)
	}
	return out
}

// add adds what is not there yet: every account is told of the same reports.
func add(all, more []checks.Evidence) []checks.Evidence {
	for _, e := range more {
		if !slices.ContainsFunc(all, func(x checks.Evidence) bool { return x.ID == e.ID }) {
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(x, y checks.Evidence) int { return strings.Compare(x.ID, y.ID) })
	return all
}

func providers(s *scanner.Summary) (all []string) {
	for _, sc := range s.Scopes {
		if !slices.Contains(all, sc.Provider) {
			all = append(all, sc.Provider)
		}
	}
	slices.Sort(all)
	return all
}
