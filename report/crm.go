package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

var crmHead = []string{
	"id", "title", "kind", "area", "service models", "provider", "owner", "implementation status", "evidence", "frameworks",
}

// CRM writes the customer responsibility matrix: a row for each check and each
// control that a person answers, and for each cell of the matrix that is
// inherited from a provider, with who answers for it and how it stands.
func CRM(w io.Writer, r scanner.Reader) error {
	owners := map[string]map[checks.Owner]bool{}
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		if owners[f.Check] == nil {
			owners[f.Check] = map[checks.Owner]bool{}
		}
		owners[f.Check][f.Owner] = true
	}
	s := r.Summary()
	rows := [][]string{crmHead}
	for i := range s.Checks {
		if row := crmRow(s, &s.Checks[i], owners[s.Checks[i].ID]); row != nil {
			rows = append(rows, row)
		}
	}
	for _, p := range providersOf(s) {
		rows = append(rows, inheritedRows(s, p)...)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range rows {
		for i := range row {
			row[i] = harmless(row[i])
		}
	}
	return out.WriteAll(rows)
}

// crmRow is the row of one check or control; nil for one of a cloud that is
// not in the scan.
func crmRow(s *scanner.Summary, c *scanner.Check, owners map[checks.Owner]bool) []string {
	provider, _, _ := strings.Cut(c.ID, "-")
	missed := slices.ContainsFunc(s.Unreached, func(u scanner.Unreached) bool { return u.Provider == provider })
	if !missed && !slices.Contains(providersOf(s), provider) && len(c.Counts) == 0 {
		return nil
	}
	kind := "check"
	if c.Manual {
		kind = "manual control"
	}
	owner := checks.OwnerOf(c.Area, c.ServiceModel)
	for o := range owners {
		owner = o
	}
	if len(owners) > 1 {
		owner = checks.Shared
	}
	status, evidence := implementation(c)
	if missed && len(c.Counts) == 0 {
		status, evidence = "could not be read", provider+" could not be entered"
	}
	return []string{
		c.ID, c.Title, kind, string(c.Area), string(c.ServiceModel), provider, string(owner), status, evidence, frameworkLine(c.Controls),
	}
}

// implementation is how a check or a control stands over all accounts.
func implementation(c *scanner.Check) (status, evidence string) {
	n := func(v checks.Verdict) bool { return c.Counts[v] > 0 }
	var words []string
	for _, v := range checks.Verdicts {
		if c.Counts[v] > 0 {
			words = append(words, fmt.Sprintf("%d %s", c.Counts[v], v))
		}
	}
	evidence = strings.Join(words, ", ")
	switch {
	case n(checks.Fail) && (n(checks.Pass) || n(checks.Attested)):
		return "partially", evidence
	case n(checks.Fail):
		return "not implemented", evidence
	case n(checks.Unknown), n(checks.Error), !c.Manual && !c.Whole:
		return "could not be read", evidence
	case n(checks.Manual), c.Manual && len(c.Counts) == 0:
		return "open", evidence
	case n(checks.Suppressed):
		return "accepted", evidence
	case n(checks.Attested):
		return "attested", evidence
	case n(checks.Pass):
		return "implemented", evidence
	case n(checks.NotApplicable):
		return "not applicable", evidence
	}
	return "nothing to judge", "the check ran, and there is nothing that it applies to"
}

// inheritedRows are the cells of the matrix that one provider answers for alone.
func inheritedRows(s *scanner.Summary, provider string) (rows [][]string) {
	judged := map[checks.Area]map[inventory.Model]bool{}
	for _, c := range s.Checks {
		if p, _, _ := strings.Cut(c.ID, "-"); p == provider && len(c.Counts) > 0 {
			if judged[c.Area] == nil {
				judged[c.Area] = map[inventory.Model]bool{}
			}
			judged[c.Area][c.ServiceModel] = true
		}
	}
	for _, a := range checks.Areas {
		for _, m := range inventory.Models {
			if checks.OwnerOf(a, m) != checks.Provider || judged[a][m] {
				continue
			}
			controls := map[checks.Framework][]string{}
			if a == checks.Facilities {
				controls = providersOwn()
			}
			rows = append(rows, []string{
				fmt.Sprintf("inherited-%s-%s-%s", provider, a, m), a.Title(), "inherited cell", string(a), string(m), provider,
				string(checks.Provider), "inherited", assurance(s, provider) + inUse(s, provider, m), frameworkLine(controls),
			})
		}
	}
	return rows
}

// providersOwn are the requirements that are met by a provider's buildings.
func providersOwn() map[checks.Framework][]string {
	out := map[checks.Framework][]string{}
	for _, fw := range frameworks.Names() {
		for _, r := range frameworks.Catalogue(fw) {
			if r.Owner == checks.Provider {
				out[fw] = append(out[fw], r.ID)
			}
		}
	}
	return out
}

// maxReports is how many of a provider's reports a row names.
const maxReports = 5

// assurance says which of the provider's audit reports the scan has seen.
func assurance(s *scanner.Summary, provider string) string {
	titles := map[string]bool{}
	for _, e := range s.Evidence {
		if e.Provider == provider && e.Kind == checks.Report {
			for _, item := range e.Items {
				titles[item.Title] = true
			}
		}
	}
	list := slices.Sorted(maps.Keys(titles))
	switch {
	case len(list) == 0:
		return "no audit report of the provider was read"
	case len(list) > maxReports:
		return fmt.Sprintf("the provider's audit reports: %s and %d more", strings.Join(list[:maxReports], "; "), len(list)-maxReports)
	}
	return "the provider's audit reports: " + strings.Join(list, "; ")
}

// inUse says so where nothing of the service model is there, or where that is
// not known.
func inUse(s *scanner.Summary, provider string, m inventory.Model) string {
	rank := map[string]int{"": 0, "no": 1, "unknown": 2, "yes": 3}
	use := "no"
	for _, sc := range s.Scopes {
		if u := sc.Models[m]; sc.Provider == provider && rank[u] > rank[use] {
			use = u
		}
	}
	return map[string]string{"yes": "", "unknown": "; whether anything of this service model is in use could not be read", "no": "; nothing of this service model is in use"}[use]
}

func providersOf(s *scanner.Summary) []string {
	names := map[string]bool{}
	for _, sc := range s.Scopes {
		names[sc.Provider] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// frameworkLine writes requirements as framework:id, sorted.
func frameworkLine(controls map[checks.Framework][]string) string {
	var all []string
	for fw, ids := range controls {
		for _, id := range ids {
			all = append(all, string(fw)+":"+id)
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}
