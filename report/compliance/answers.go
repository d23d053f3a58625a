package compliance

import (
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// Answers are what a scan has to say to requirements, whichever the framework.
type Answers struct {
	summary *scanner.Summary // nil without a scan
	scanned map[string]bool  // providers, by name
	missed  map[string]bool  // providers that were to be scanned and could not be entered
	reports map[string]int   // audit reports that were read, by provider
	models  map[inventory.Model]bool
	all     []*answer
}

// An answer is one check or one control of a person's.
type answer struct {
	scanner.Check
	provider string
	inScan   bool
	counts   scanner.Counts
	owners   map[checks.Owner]bool
	failedIn map[string]bool
	failures []Failure
}

// Read goes through the findings of a scan once. registry are the checks and
// controls that there are, as scanner.Describe lists them: what the scan left
// out is known by them, and what each answers for is what they say today. A
// nil reader is for the catalogues alone.
func Read(r scanner.Reader, registry []scanner.Check) (*Answers, error) {
	a := &Answers{scanned: map[string]bool{}, missed: map[string]bool{}, reports: map[string]int{}, models: map[inventory.Model]bool{}}
	byID := map[string]*answer{}
	add := func(c scanner.Check) *answer {
		provider, _, _ := strings.Cut(c.ID, "-")
		byID[c.ID] = &answer{Check: c, provider: provider, counts: scanner.Counts{}, owners: map[checks.Owner]bool{}, failedIn: map[string]bool{}}
		return byID[c.ID]
	}
	for _, c := range registry {
		add(c)
	}
	if r != nil {
		a.summary = r.Summary()
		a.survey()
		for _, c := range a.summary.Checks {
			known := byID[c.ID]
			if known == nil {
				known = add(c)
			}
			known.Ran, known.Whole, known.inScan = c.Ran, c.Whole, true
		}
		for f, err := range r.Findings() {
			if err != nil {
				return nil, err
			}
			if x := byID[f.Check]; x != nil {
				x.see(f)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		a.all = append(a.all, byID[id])
	}
	return a, nil
}

// survey notes what the summary says of the scan as a whole.
func (a *Answers) survey() {
	for _, s := range a.summary.Scopes {
		a.scanned[s.Provider] = true
		for m, use := range s.Models {
			if use != "no" {
				a.models[m] = true
			}
		}
	}
	for _, u := range a.summary.Unreached {
		a.missed[u.Provider] = true
	}
	for _, e := range a.summary.Evidence {
		if e.Kind == checks.Report {
			a.reports[e.Provider] = max(a.reports[e.Provider], len(e.Items)) // each account lists the same ones
		}
	}
}

func (x *answer) see(f *scanner.Finding) {
	x.inScan = true
	x.counts[f.Status]++
	x.owners[f.Owner] = true
	if f.Status != checks.Fail {
		return
	}
	x.failedIn[f.Provider+"/"+f.Account] = true
	if len(x.failures) < maxFailures {
		x.failures = append(x.failures, Failure{
			ID: f.ID, Check: f.Check, Severity: f.Severity, Provider: f.Provider, Account: f.Account, Region: f.Region,
			Resource: f.Resource.FullID, Message: f.Message,
		})
	}
}

// looked reports whether the answer speaks in the scan at all.
func (a *Answers) looked(x *answer) bool {
	return x.inScan && (x.Ran || x.Manual) && (a.scanned[x.provider] || len(x.counts) > 0)
}

// index lists the answers to each requirement of a framework.
func (a *Answers) index(fw checks.Framework) map[string][]*answer {
	out := map[string][]*answer{}
	for _, x := range a.all {
		for _, id := range x.Controls[fw] {
			out[id] = append(out[id], x)
		}
	}
	return out
}

func sortedKeys[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
