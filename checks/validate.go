package checks

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

var validID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

// Validate reports every fault in the way that the checks are declared.
func Validate(all []*Check) error {
	var errs []error
	seen := map[string]bool{}
	for _, c := range all {
		for _, fault := range c.faults() {
			errs = append(errs, fmt.Errorf("check %s: %s", c.ID, fault))
		}
		if seen[c.ID] {
			errs = append(errs, fmt.Errorf("check %s: declared twice", c.ID))
		}
		seen[c.ID] = true
	}
	return errors.Join(errs...)
}

// Own reports whether a user wrote the check: such a one need not say how a
// failure is mended.
func (c *Check) Own() bool { return strings.Contains(c.ID, "-custom-") }

func (c *Check) faults() (faults []string) {
	is := func(bad bool, fault string) {
		if bad {
			faults = append(faults, fault)
		}
	}
	is(!validID.MatchString(c.ID), "not a valid id: lower-case words joined by hyphens")
	is(c.Title == "" || strings.HasSuffix(c.Title, "."), "the title is to be a line without a full stop")
	is(c.Why == "", "says no why")
	is(!c.Own() && (c.Fix.Console == "" || c.Fix.CLI == "" || c.Fix.Terraform == ""), "the fix lacks the console, the CLI or Terraform")
	is(severityWords[c.Severity] == "", "no severity")
	is(areaRows[c.Area].title == "", "no area")
	is(!c.Own() && !strings.HasPrefix(c.Link, "https://"), "no link to the provider's page")
	is(c.Run.do == nil, "no Run")
	is(len(c.Needs) == 0, "needs nothing")
	for _, p := range c.Params {
		switch p.Default.(type) {
		case int, []string:
		default:
			is(true, "the parameter "+p.Name+" is neither a number nor a list of words")
		}
		is(p.Name == "" || p.Source == "", "a parameter lacks its name or its source")
	}
	for _, a := range c.Aliases {
		is(!strings.Contains(a, ":"), "the alias "+a+" does not name its tool")
	}
	return faults
}
