package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/scanner"
)

// A Priority is one change to make, and the failures that it clears: those of
// one check in one account.
type Priority struct {
	Check, Provider, Account, AccountName string
	Worst, Total                          int // the highest risk among the failures, and the sum
	Because                               []string
	Resources                             []string // names of some, the riskiest first
	N                                     int
}

// topResources is how many resources a Priority names.
const topResources = 3

// Priorities lists the n changes to make first: those with the highest risk
// among what they clear, and of equals those that clear most.
func Priorities(r scanner.Reader, n int) ([]Priority, error) {
	type key struct{ check, provider, account string }
	all, named := map[key]*Priority{}, map[key][]*scanner.Finding{}
	for f, err := range r.Findings() {
		if err != nil {
			return nil, err
		}
		if f.Status != checks.Fail {
			continue
		}
		k := key{f.Check, f.Provider, f.Account}
		p := all[k]
		if p == nil {
			p = &Priority{Check: f.Check, Provider: f.Provider, Account: f.Account, AccountName: f.AccountName}
			all[k] = p
		}
		p.N++
		p.Total += f.Risk.Score
		p.Worst = max(p.Worst, f.Risk.Score)
		for _, b := range f.Risk.Because {
			if !slices.Contains(p.Because, b) {
				p.Because = append(p.Because, b)
			}
		}
		list := append(named[k], f)
		slices.SortStableFunc(list, func(a, b *scanner.Finding) int { return cmp.Compare(b.Risk.Score, a.Risk.Score) })
		named[k] = list[:min(len(list), topResources)]
	}
	for k, p := range all {
		slices.Sort(p.Because)
		for _, f := range named[k] {
			p.Resources = append(p.Resources, f.Resource.Name)
		}
	}
	sorted := slices.SortedFunc(maps.Values(all), func(a, b *Priority) int {
		return cmp.Or(cmp.Compare(b.Worst, a.Worst), cmp.Compare(b.Total, a.Total), strings.Compare(a.Check, b.Check), strings.Compare(a.Account, b.Account))
	})
	var out []Priority
	for _, p := range sorted[:min(n, len(sorted))] {
		out = append(out, *p)
	}
	return out, nil
}

// toFix is how many priorities stand on top of a report.
const toFix = 5

func (p *printer) priorities(r scanner.Reader) error {
	all, err := Priorities(r, toFix)
	if err != nil || len(all) == 0 {
		return err
	}
	p.line("%s", p.paint("Fix these first", bold))
	for i, pr := range all {
		c := r.Summary().Check(pr.Check)
		where := pr.Account
		if pr.AccountName != "" {
			where += " (" + pr.AccountName + ")"
		}
		because := ""
		if len(pr.Because) > 0 {
			because = ": " + strings.Join(pr.Because, ", ")
		}
		p.line("  %d. %s %s", i+1, p.paint(fmt.Sprintf("risk %d", pr.Worst), bold, red), safe(pr.Check))
		p.line("       clears %s in %s %s%s", plural(pr.N, "failure"), pr.Provider, safe(where), safe(because))
		p.line("       %s", safe(strings.Join(pr.Resources, ", ")+more(pr.N-len(pr.Resources))))
		if c != nil {
			p.line("       fix: %s", safe(c.Fix.Console))
		}
	}
	p.line("")
	return nil
}

func more(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" and %d more", n)
}
