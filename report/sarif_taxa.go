package report

import (
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/scanner"
)

// taxonomies are what the rules of one run are sorted into: the areas of the
// matrix, and the frameworks whose requirements the checks of the account's
// provider answer for.
type taxonomies struct {
	all   []sarifTaxonomy
	index map[string]int            // of a taxonomy by its name
	taxa  map[string]map[string]int // of a taxon by its id
}

const areaTaxonomy = "demarc-areas"

func newTaxonomies(s *scanner.Summary, provider string) *taxonomies {
	t := &taxonomies{index: map[string]int{}, taxa: map[string]map[string]int{}}
	for _, a := range checks.Areas {
		title := sarifText{a.Title()}
		t.add(areaTaxonomy, sarifTaxon{string(a), a.Title(), &title})
	}
	found := map[checks.Framework]map[string]bool{}
	for _, c := range s.Checks {
		if !strings.HasPrefix(c.ID, provider+"-") {
			continue
		}
		for fw, ids := range c.Controls {
			if found[fw] == nil {
				found[fw] = map[string]bool{}
			}
			for _, id := range ids {
				found[fw][id] = true
			}
		}
	}
	for _, fw := range slices.Sorted(maps.Keys(found)) {
		for _, id := range slices.Sorted(maps.Keys(found[fw])) {
			t.add(string(fw), sarifTaxon{ID: id})
		}
	}
	return t
}

func (t *taxonomies) add(name string, taxon sarifTaxon) {
	i, ok := t.index[name]
	if !ok {
		i = len(t.all)
		text := "Requirements of " + name + " that the checks answer for."
		if name == areaTaxonomy {
			text = "The areas of the shared-responsibility matrix."
		}
		t.all = append(t.all, sarifTaxonomy{Name: name, ShortDescription: sarifText{text}})
		t.index[name], t.taxa[name] = i, map[string]int{}
	}
	t.taxa[name][taxon.ID] = len(t.all[i].Taxa)
	t.all[i].Taxa = append(t.all[i].Taxa, taxon)
}

// components refers to each taxonomy.
func (t *taxonomies) components() (all []sarifComponent) {
	for i, x := range t.all {
		all = append(all, sarifComponent{x.Name, i})
	}
	return all
}

// reference refers to a taxon; false where the run has none of that name.
func (t *taxonomies) reference(name, id string) (sarifReference, bool) {
	at, ok := t.taxa[name][id]
	return sarifReference{id, at, sarifComponent{name, t.index[name]}}, ok
}

// area refers to the area of a finding.
func (t *taxonomies) area(a checks.Area) []sarifReference {
	if ref, ok := t.reference(areaTaxonomy, string(a)); ok {
		return []sarifReference{ref}
	}
	return nil
}

// relationships are those of a check with its area and its requirements.
func (t *taxonomies) relationships(c *scanner.Check) (all []sarifRelationship) {
	relate := func(name, id string) {
		if ref, ok := t.reference(name, id); ok {
			all = append(all, sarifRelationship{ref, []string{"relevant"}})
		}
	}
	relate(areaTaxonomy, string(c.Area))
	for _, fw := range slices.Sorted(maps.Keys(c.Controls)) {
		for _, id := range c.Controls[fw] {
			relate(string(fw), id)
		}
	}
	return all
}
