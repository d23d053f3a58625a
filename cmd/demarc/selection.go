package main

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/pflag"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/scanner"
)

// A selection chooses checks.
type selection struct {
	checks, services, severities, areas, frameworks, exclude []string
}

func (s *selection) flags(f *pflag.FlagSet) {
	f.StringSliceVar(&s.checks, "check", nil, "only these checks, by id or alias (securityhub:S3.8, prowler:…)")
	f.StringSliceVar(&s.services, "service", nil, "only checks of these services (s3, iam, …)")
	f.StringSliceVar(&s.severities, "severity", nil, "only checks of these severities (critical, high, medium, low, info)")
	f.StringSliceVar(&s.areas, "area", nil, "only checks of these areas of the matrix (data, identity, …)")
	f.StringSliceVar(&s.frameworks, "framework", nil, "only checks that answer for these frameworks (cis-aws-7, fsbp, soc2, …)")
	f.StringSliceVar(&s.exclude, "exclude-check", nil, "leave these checks out, by id or alias")
}

// choose returns the checks and manual controls of all that are selected.
func (s *selection) choose(all []*checks.Check, manual []*checks.Control) ([]*checks.Check, []*checks.Control, error) {
	names := map[string][]string{} // what checks are called, and their ids: several may share an alias
	known := map[string]map[string]bool{"service": {}, "area": {}, "severity": {}}
	for _, c := range all {
		for _, n := range namesOf(c) {
			names[strings.ToLower(n)] = append(names[strings.ToLower(n)], c.ID)
		}
		known["service"][scanner.Service(c.ID)] = true
	}
	for _, m := range manual {
		names[m.ID] = []string{m.ID}
	}
	for _, a := range checks.Areas {
		known["area"][string(a)] = true
	}
	for _, v := range checks.Severities {
		known["severity"][v.String()] = true
	}
	for kind, chosen := range map[string][]string{"service": s.services, "area": s.areas, "severity": s.severities} {
		for _, word := range chosen {
			if !known[kind][word] {
				return nil, nil, usagef("unknown %s %q%s", kind, word, suggest(word, known[kind]))
			}
		}
	}
	var wanted []checks.Framework
	for _, word := range s.frameworks {
		fw, err := frameworkNamed(word)
		if err != nil {
			return nil, nil, err
		}
		wanted = append(wanted, fw)
	}
	ids, err := resolve(s.checks, names)
	if err != nil {
		return nil, nil, err
	}
	without, err := resolve(s.exclude, names)
	if err != nil {
		return nil, nil, err
	}
	var chosen []*checks.Check
	for _, c := range all {
		if in(ids, c.ID) && !without[c.ID] && word(s.services, scanner.Service(c.ID)) && word(s.severities, c.Severity.String()) &&
			word(s.areas, string(c.Area)) && framed(wanted, frameworks.Controls(c.Controls, c.Aliases)) {
			chosen = append(chosen, c)
		}
	}
	var open []*checks.Control
	for _, m := range manual {
		if in(ids, m.ID) && !without[m.ID] && len(s.services) == 0 && word(s.severities, m.Severity.String()) &&
			word(s.areas, string(m.Area)) && framed(wanted, frameworks.OfControl(m.Controls, m.ID)) {
			open = append(open, m)
		}
	}
	if len(chosen)+len(open) == 0 {
		return nil, nil, usagef("no check is left by the selection")
	}
	return chosen, open, nil
}

// framed reports whether any of the frameworks wanted is answered for; all are
// where none is wanted.
func framed(wanted []checks.Framework, controls map[checks.Framework][]string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(wanted, func(fw checks.Framework) bool { return len(controls[fw]) > 0 })
}

func in(ids map[string]bool, id string) bool { return ids == nil || ids[id] }

func word(chosen []string, w string) bool { return len(chosen) == 0 || slices.Contains(chosen, w) }

// namesOf lists what a check can be called: its id, its aliases, and those
// without the tool that they come from.
func namesOf(c *checks.Check) []string {
	names := []string{c.ID}
	for _, a := range c.Aliases {
		_, bare, _ := strings.Cut(a, ":")
		names = append(names, a, bare)
	}
	return names
}

// resolve turns names into ids; nil where there are none.
func resolve(words []string, names map[string][]string) (map[string]bool, error) {
	if len(words) == 0 {
		return nil, nil
	}
	ids := map[string]bool{}
	for _, w := range words {
		found := names[strings.ToLower(strings.TrimSpace(w))]
		if len(found) == 0 {
			known := map[string]bool{}
			for n := range names {
				known[n] = true
			}
			return nil, usagef("unknown check %q%s", w, suggest(w, known))
		}
		for _, id := range found {
			ids[id] = true
		}
	}
	return ids, nil
}

// suggest names the nearest of the known words.
func suggest(word string, known map[string]bool) string {
	type near struct {
		word     string
		distance int
	}
	var all []near
	for k := range known {
		d := levenshtein.ComputeDistance(strings.ToLower(word), k)
		if strings.Contains(k, strings.ToLower(word)) && len(word) > 2 {
			d = 0
		}
		all = append(all, near{k, d})
	}
	slices.SortFunc(all, func(a, b near) int {
		if a.distance != b.distance {
			return a.distance - b.distance
		}
		return strings.Compare(a.word, b.word)
	})
	var words []string
	for _, n := range all {
		if len(words) < 3 && n.distance <= max(3, len(word)/2) {
			words = append(words, n.word)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return ": did you mean " + strings.Join(words, ", ") + "?"
}
