// Package prowler turns Prowler's mute lists into suppressions. What Prowler's
// documentation says of the format holds: each field of a rule has to match,
// resources are searched for a regular expression, of several tags all have to
// be there. What a suppression cannot say exactly is not brought over, and
// listed: a rule that would accept more than it did is worse than none.
package prowler

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/scanner/decision"
	"demarc/scanner/suppress"
)

// A Left is a rule that is not brought over.
type Left struct {
	Place, Rule, Why string
}

func (l Left) String() string { return fmt.Sprintf("%s: %s: %s", l.Place, l.Rule, l.Why) }

// rule is one check's part of a mute list.
type rule struct {
	account, check           string
	regions, resources, tags []string
	exceptions               bool
	reason, place            string
}

// Import reads a mute list. The error is for what is no mute list at all.
func Import(file string, data []byte, known []*checks.Check) (drafts []suppress.Draft, left []Left, err error) {
	rules, err := read(file, data)
	if err != nil {
		return nil, nil, err
	}
	ids := aliases(known)
	for _, r := range rules {
		made, err := r.drafts(ids)
		if err != nil {
			left = append(left, Left{r.place, fmt.Sprintf("account %q, check %q", r.account, r.check), err.Error()})
		}
		drafts = append(drafts, made...)
	}
	return drafts, left, nil
}

// aliases lists Prowler's ids of the known checks, in order.
func aliases(known []*checks.Check) (all []string) {
	for _, c := range known {
		for _, a := range c.Aliases {
			if id, ok := strings.CutPrefix(a, "prowler:"); ok {
				all = append(all, id)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// drafts turns one rule into suppressions; the error says why it cannot.
func (r *rule) drafts(ids []string) (made []suppress.Draft, err error) {
	d := suppress.Draft{Reason: r.reason, Place: r.place}
	switch {
	case r.exceptions:
		return nil, errors.New("it has exceptions, which a suppression cannot say: name what is meant instead")
	case len(r.resources) == 0 || len(r.regions) == 0:
		return nil, errors.New("it names no regions or no resources, so that Prowler mutes nothing by it")
	case r.account != "*" && decision.Wild(r.account):
		return nil, errors.New("its account is a pattern, which Prowler does not know, so that it mutes nothing by it")
	case r.account != "*":
		d.Account = []string{r.account}
	}
	if d.Check, err = r.checks(ids); err != nil {
		return nil, err
	}
	if d.Region, err = globs(r.regions, true); err != nil {
		return nil, fmt.Errorf("its regions: %w", err)
	}
	if d.Resource, err = globs(r.resources, false); err != nil {
		return nil, fmt.Errorf("its resources: %w", err)
	}
	tags, err := tagSets(r.tags)
	if err != nil {
		return nil, fmt.Errorf("its tags: %w", err)
	}
	for _, d.Tag = range tags {
		if slices.Equal(d.Check, []string{"*"}) && len(d.Account)+len(d.Region)+len(d.Resource)+len(d.Tag) == 0 {
			return nil, errors.New("it mutes everything")
		}
		made = append(made, d)
	}
	return made, nil
}

// checks finds which checks a rule is for.
func (r *rule) checks(ids []string) (names []string, err error) {
	if r.check == "*" {
		return []string{"*"}, nil
	}
	name := r.check
	if rest, ok := strings.CutPrefix(name, "lambda"); ok {
		name = "awslambda" + rest // as Prowler does
	}
	if slices.Contains(ids, name) {
		return []string{"prowler:" + name}, nil
	}
	expression, err := compile(name)
	if err != nil {
		return nil, errors.New("its check is no regular expression that is understood here")
	}
	for _, id := range ids {
		if expression.MatchString(id) {
			names = append(names, "prowler:"+id)
		}
	}
	if len(names) == 0 {
		return nil, errors.New("no check is known by that name")
	}
	return names, nil
}

// compile reads an expression as Prowler does: a star at its beginning stands
// for any text.
func compile(s string) (*regexp.Regexp, error) {
	if strings.HasPrefix(s, "*") {
		s = "." + s
	}
	return regexp.Compile(s)
}
