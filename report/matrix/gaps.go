package matrix

import (
	"cmp"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/scanner"
)

// Gaps are what nobody looks at: duties, resources without a log, and kinds of
// resources whose logs no check asks for.
type Gaps struct {
	Duties []DutyState `json:"duties"` // open, or answered by nothing
	// Unlogged are resources of which every check on logging failed.
	Unlogged []scanner.Resource `json:"unlogged"`
	// Unread are resources whose logging could not be read.
	Unread []scanner.Resource `json:"unread"`
	// Kinds are the kinds of resources that there are and that no check on
	// logging looks at.
	Kinds []Kind `json:"kinds"`
}

// A Kind is a kind of resource, and how many there are.
type Kind struct {
	Type string `json:"type"`
	N    int    `json:"n"`
}

// FindGaps finds what nobody looks at.
func FindGaps(r scanner.Reader) (g Gaps, err error) {
	s := r.Summary()
	for _, d := range checks.Duties() {
		if st := stateOf(d, s); st.State == OpenDuty || st.State == NotLookedAt {
			g.Duties = append(g.Duties, st)
		}
	}
	type logs struct {
		resource             scanner.Resource
		pass, failed, hidden bool
	}
	seen, looked := map[string]*logs{}, map[string]bool{}
	for f, err := range r.Findings() {
		if err != nil {
			return g, err
		}
		if f.Area != checks.Logging || f.Status == checks.Manual || f.Status == checks.Attested {
			continue
		}
		looked[f.Resource.Type] = true
		l := seen[f.Resource.FullID]
		if l == nil {
			l = &logs{resource: f.Resource}
			seen[f.Resource.FullID] = l
		}
		l.pass = l.pass || f.Status == checks.Pass
		l.failed = l.failed || f.Status == checks.Fail || f.Status == checks.Suppressed
		l.hidden = l.hidden || f.Status == checks.Unknown
	}
	for _, l := range seen {
		switch {
		case l.pass:
		case l.hidden:
			g.Unread = append(g.Unread, l.resource)
		case l.failed:
			g.Unlogged = append(g.Unlogged, l.resource)
		}
	}
	g.Kinds = kinds(s, looked)
	for _, list := range [][]scanner.Resource{g.Unlogged, g.Unread} {
		slices.SortFunc(list, func(a, b scanner.Resource) int {
			return cmp.Or(strings.Compare(a.Type, b.Type), strings.Compare(a.FullID, b.FullID))
		})
	}
	return g, nil
}

func kinds(s *scanner.Summary, looked map[string]bool) (all []Kind) {
	n := map[string]int{}
	for _, sc := range s.Scopes {
		for kind, own := range sc.Resources {
			n[kind] += own
		}
	}
	for kind, own := range n {
		if own > 0 && !looked[kind] {
			all = append(all, Kind{kind, own})
		}
	}
	slices.SortFunc(all, func(a, b Kind) int { return strings.Compare(a.Type, b.Type) })
	return all
}
