package publishers_test

import (
	"slices"
	"strings"
	"testing"

	"demarc/checks"
	"demarc/checks/publishers"
	"demarc/providers/inventory"
)

// Every grid is whole, and each of its rows is about areas that there are.
func TestGrids(t *testing.T) {
	for _, id := range []string{"seed", "aws", "microsoft", "google", "ccm"} {
		if _, ok := publishers.ByID(id); !ok {
			t.Errorf("there is no grid %s", id)
		}
	}
	for _, g := range publishers.Grids() {
		if g.Publisher == "" || g.Title == "" || g.Version == "" || g.Date == "" || len(g.Rows) == 0 || g.ID != "seed" && !strings.HasPrefix(g.URL, "https://") {
			t.Errorf("%s: %+v", g.ID, g)
		}
		for _, r := range g.Rows {
			if r.Title == "" || len(r.Areas) == 0 || len(r.Owners) == 0 || !slices.Contains([]publishers.Aspect{"", publishers.Mechanism, publishers.Configuration}, r.Aspect) {
				t.Errorf("%s: %+v", g.ID, r)
			}
			for _, a := range r.Areas {
				if !slices.Contains(checks.Areas, a) {
					t.Errorf("%s, %s: there is no area %s", g.ID, r.Title, a)
				}
			}
			for m, o := range r.Owners {
				if !slices.Contains(inventory.Models, m) || !slices.Contains([]checks.Owner{checks.Customer, checks.Shared, checks.Provider}, o) {
					t.Errorf("%s, %s: %s %s", g.ID, r.Title, m, o)
				}
			}
		}
	}
}

// The grid that demarc's own rows follow says the same as they do.
func TestSeedIsTheMatrix(t *testing.T) {
	seed, _ := publishers.ByID("seed")
	seen := map[checks.Area]bool{}
	for _, r := range seed.Rows {
		for _, a := range r.Areas {
			seen[a] = true
			for m, o := range r.Owners {
				if got := checks.OwnerOf(a, m); got != o {
					t.Errorf("%s in %s is the %s's, and the grid says the %s's", a, m, got, o)
				}
			}
		}
	}
	for _, a := range checks.Areas {
		if !seen[a] {
			t.Errorf("the grid has no row for %s", a)
		}
	}
}

// Each provider publishes its audits, each with a page and a place for the report.
func TestAssurances(t *testing.T) {
	for _, provider := range []string{"aws", "azure", "gcp"} {
		own := publishers.Assurances(provider)
		for _, name := range []string{"SOC 2", "ISO 27001", "PCI DSS", "HIPAA"} {
			if !slices.ContainsFunc(own, func(a publishers.Assurance) bool { return a.Name == name }) {
				t.Errorf("%s: no %s", provider, name)
			}
		}
		for _, a := range own {
			if !strings.HasPrefix(a.URL, "https://") || !strings.HasPrefix(a.Report, "https://") {
				t.Errorf("%+v", a)
			}
		}
	}
}
