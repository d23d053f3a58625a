package glossary_test

import (
	"slices"
	"strings"
	"testing"

	"demarc/checks/all"
	"demarc/checks/glossary"
)

// Every term is whole: each pattern finds a check, and each provider with a
// check has a name for it.
func TestTerms(t *testing.T) {
	var ids []string
	for _, c := range all.Checks {
		ids = append(ids, c.ID)
	}
	for _, m := range all.Controls {
		ids = append(ids, m.ID)
	}
	seen := map[string]bool{}
	for _, term := range glossary.Terms() {
		if term.ID == "" || term.Title == "" || !strings.HasSuffix(term.Meaning, ".") || len(term.Names) < 2 || len(term.Checks) == 0 || seen[term.ID] {
			t.Errorf("%+v", term)
		}
		seen[term.ID] = true
		for _, p := range term.Checks {
			one := glossary.Term{Checks: []string{p}}
			if !slices.ContainsFunc(ids, one.Matches) {
				t.Errorf("%s: no check is called %s", term.ID, p)
			}
		}
		for _, id := range ids {
			if cloud, _, _ := strings.Cut(id, "-"); term.Matches(id) && term.Names[cloud] == "" {
				t.Errorf("%s: %s is a check of it, and %s has no name for it", term.ID, id, cloud)
			}
		}
		for cloud := range term.Names {
			if !slices.Contains([]string{"aws", "azure", "gcp"}, cloud) {
				t.Errorf("%s: there is no cloud %s", term.ID, cloud)
			}
		}
	}
	if len(seen) < 40 {
		t.Errorf("%d terms, fewer than 40", len(seen))
	}
}
