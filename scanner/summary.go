package scanner

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/inventory"
)

// SchemaVersion is the version of the published form.
const SchemaVersion = 1

// A Reader is a scan as reports see it: in memory, spooled to disk or read
// back from a file.
type Reader interface {
	Summary() *Summary
	// Findings yields the findings in order: by account, then as less orders them.
	Findings() iter.Seq2[*Finding, error]
}

// A Summary is everything of a scan but its findings.
type Summary struct {
	Schema   int       `json:"schema"`
	Tool     string    `json:"tool"`
	Version  string    `json:"version"`
	ScanID   string    `json:"scanId"`
	Start    time.Time `json:"start"`
	End      time.Time `json:"end"`
	Complete bool      `json:"complete"` // false where the scan was ended early
	// Unreached are the clouds that were to be scanned and could not be entered.
	Unreached []Unreached `json:"unreached"`
	Scopes    []Scope     `json:"scopes"`
	Checks    []Check     `json:"checks"`
	Evidence  []Said      `json:"evidence"` // what the providers say of their half
	// Duties are the customer's duties that no control answers and a person has
	// attested. Those that have a control are attested as its findings.
	Duties   []AttestedDuty `json:"duties,omitempty"`
	Coverage Coverage       `json:"coverage"`
	Counts   Counts         `json:"counts"`
}

// Said is what one source of evidence read in one account. What could not be
// read is said: it is never taken for held.
type Said struct {
	Source   string              `json:"source"`
	Kind     checks.EvidenceKind `json:"kind"`
	Provider string              `json:"provider"`
	Account  string              `json:"account"`
	Read     time.Time           `json:"read"` // when
	Items    []checks.Evidence   `json:"items"`
	Gaps     []inventory.Gap     `json:"gaps"` // why it could not be read, or not all of it
}

// An AttestedDuty is a duty for which a person gave their word.
type AttestedDuty struct {
	Duty        string      `json:"duty"`
	Holds       bool        `json:"holds"` // false where it has expired, or is dated in the future
	Attestation Attestation `json:"attestation"`
}

// Unreached is a cloud that could not be entered, and why.
type Unreached struct {
	Provider string `json:"provider"`
	Why      string `json:"why"`
}

// A Scope is one account that was scanned.
type Scope struct {
	Provider string    `json:"provider"`
	Account  string    `json:"account"`
	Name     string    `json:"name,omitempty"`
	Caller   string    `json:"caller,omitempty"` // who the scan was made as
	Regions  []string  `json:"regions"`
	LeftOut  []LeftOut `json:"leftOut"`
	// Models says for each service model whether the account runs anything of
	// it: "yes", "no", or "unknown" where a listing could not be read.
	Models    map[inventory.Model]string `json:"models"`
	Resources map[string]int             `json:"resources"` // the account's own, by type
}

// LeftOut is a region that was not scanned, and why.
type LeftOut struct {
	Region string `json:"region"`
	Why    string `json:"why"`
}

// A Check is a check as the summary shows it.
type Check struct {
	ID           string                        `json:"id"`
	Title        string                        `json:"title"`
	Why          string                        `json:"why"`
	Fix          Fix                           `json:"fix"`
	Severity     checks.Severity               `json:"severity"`
	Area         checks.Area                   `json:"area"`
	ServiceModel inventory.Model               `json:"serviceModel"`
	Service      string                        `json:"service"`
	Controls     map[checks.Framework][]string `json:"controls"`
	Aliases      []string                      `json:"aliases"`
	Link         string                        `json:"link"`
	Params       []Param                       `json:"params"`
	Revision     int                           `json:"revision"`
	Manual       bool                          `json:"manual"` // answered by a person, not by an API

	Ran       bool   `json:"ran"`
	Resources int    `json:"resources"` // how many it judged
	Whole     bool   `json:"whole"`     // nothing that it should have judged was hidden
	Counts    Counts `json:"counts"`
}

// A Fix says how a failure is mended.
type Fix struct {
	Console   string `json:"console"`
	CLI       string `json:"cli"`
	Terraform string `json:"terraform"`
}

// A Param is a threshold, with the value that it had in the scan.
type Param struct {
	Name   string `json:"name"`
	Value  any    `json:"value"`
	Unit   string `json:"unit"`
	Source string `json:"source"`
}

// Coverage says what the scan asked and what it could not read.
type Coverage struct {
	Calls      int            `json:"calls"`
	Operations map[string]int `json:"operations"` // calls by operation: the service and what it was asked
	Gaps       []GapCount     `json:"gaps"`
	Gone       int            `json:"gone"` // resources that ceased to exist while they were read
}

// A GapCount is one Gap, of one kind of resource, and how often it was met.
type GapCount struct {
	Kind  string        `json:"kind"`
	Gap   inventory.Gap `json:"gap"`
	Count int           `json:"count"`
}

// Counts are findings by status.
type Counts map[checks.Verdict]int

func (c Counts) add(o Counts) {
	for v, n := range o {
		c[v] += n
	}
}

// Check returns the summary of the check named id, nil where there is none.
func (s *Summary) Check(id string) *Check {
	i, ok := slices.BinarySearchFunc(s.Checks, id, func(c Check, id string) int { return strings.Compare(c.ID, id) })
	if !ok {
		return nil
	}
	return &s.Checks[i]
}

// Service is the service that a check is about: the second word of its id.
func Service(checkID string) string {
	parts := strings.SplitN(checkID, "-", 3)
	if len(parts) < 2 {
		return ""
	}
	return parts[1]
}

func summaryOf(c *checks.Check, params checks.Params) Check {
	s := Check{
		ID: c.ID, Title: c.Title, Why: c.Why, Fix: Fix{c.Fix.Console, c.Fix.CLI, c.Fix.Terraform},
		Severity: c.Severity, Area: c.Area, ServiceModel: c.Model(), Service: Service(c.ID),
		Controls: frameworks.Controls(c.Controls, c.Aliases), Aliases: orEmpty(c.Aliases), Link: c.Link, Params: []Param{}, Revision: c.Revision,
		Ran: true, Whole: true, Counts: Counts{},
	}
	for _, p := range c.Params {
		v := p.Default
		if set, ok := params[c.ID+"."+p.Name]; ok {
			v = set
		}
		s.Params = append(s.Params, Param{p.Name, v, p.Unit, p.Source})
	}
	return s
}

func summaryOfControl(c *checks.Control) Check {
	return Check{
		ID: c.ID, Title: c.Title, Why: c.Reason, Fix: Fix{Console: c.How}, Severity: c.Severity, Area: c.Area,
		ServiceModel: inventory.Account, Service: "manual", Controls: frameworks.OfControl(c.Controls, c.ID), Aliases: []string{}, Params: []Param{},
		Manual: true, Whole: true, Counts: Counts{},
	}
}

// gapCounts gathers the Gaps of an inventory, the most frequent of a kind first.
type gapCounts map[GapCount]int

func (g gapCounts) sorted() []GapCount {
	all := []GapCount{}
	for k, n := range g {
		k.Count = n
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b GapCount) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Gap.String(), b.Gap.String()))
	})
	return all
}

func total(m map[string]int) (n int) {
	for v := range maps.Values(m) {
		n += v
	}
	return n
}

// Describe is what the summary of a scan says of checks and manual controls,
// before any has run.
func Describe(all []*checks.Check, manual []*checks.Control) (out []Check) {
	for _, c := range all {
		s := summaryOf(c, nil)
		s.Ran = false
		out = append(out, s)
	}
	for _, m := range manual {
		out = append(out, summaryOfControl(m))
	}
	slices.SortFunc(out, func(a, b Check) int { return strings.Compare(a.ID, b.ID) })
	return out
}
