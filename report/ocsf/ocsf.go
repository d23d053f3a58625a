// Package ocsf writes a scan as events of the Open Cybersecurity Schema
// Framework 1.8.0: its class Compliance Finding, with the profile cloud.
package ocsf

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/scanner"
)

const (
	version     = "1.8.0"
	classUID    = 2003
	className   = "Compliance Finding"
	categoryUID = 2
	category    = "Findings"
	ruleType    = 1 // an analytic's type Rule
)

// A caption is a number of the schema and what it is called there.
type caption struct {
	id   int
	name string
}

var (
	create = caption{1, "Create"}
	update = caption{2, "Update"} // of a failure that this scan could not read

	informational = caption{1, "Informational"}
	severities    = map[checks.Severity]caption{
		checks.Info: informational, checks.Low: {2, "Low"}, checks.Medium: {3, "Medium"}, checks.High: {4, "High"}, checks.Critical: {5, "Critical"},
	}

	// outcomes are the status of compliance.status_id. Warning is said there of a
	// check that "did not yield a result due to missing information". The rest
	// has no number of its own: its name is ours.
	outcomes = map[checks.Verdict]caption{
		checks.Pass: {1, "Pass"}, checks.Unknown: {2, "Warning"}, checks.Fail: {3, "Fail"}, checks.Suppressed: {3, "Fail"},
		checks.NotApplicable: {99, string(checks.NotApplicable)}, checks.Manual: {99, string(checks.Manual)},
		checks.Attested: {99, string(checks.Attested)}, checks.Error: {99, string(checks.Error)},
	}

	// states are those of a finding in its life. What did not fail has none: it
	// was not resolved, for all that one scan can tell.
	states = map[checks.Verdict]caption{checks.Fail: {1, "New"}, checks.Suppressed: {3, "Suppressed"}}

	// providers are the names of clouds that the schema gives as examples.
	providers = map[string]string{"aws": "AWS", "azure": "MS Azure", "gcp": "GCP"}
)

// Write writes one event for each finding, a line each.
func Write(w io.Writer, r scanner.Reader) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		if err := enc.Encode(eventOf(r.Summary(), f)); err != nil {
			return fmt.Errorf("writing a finding of %s: %w", f.Check, err)
		}
	}
	return b.Flush()
}

func eventOf(s *scanner.Summary, f *scanner.Finding) event {
	c := s.Check(f.Check)
	if c == nil {
		c = &scanner.Check{ID: f.Check, Title: f.Check}
	}
	activity, severity, state := create, severityOf(f), states[f.Status]
	if f.Stale {
		activity = update
	}
	e := event{
		ActivityID: activity.id, ActivityName: activity.name, CategoryUID: categoryUID, CategoryName: category, ClassUID: classUID, ClassName: className,
		TypeUID: classUID*100 + activity.id, TypeName: className + ": " + activity.name,
		Time: s.Start.UnixMilli(), SeverityID: severity.id, Severity: severity.name, StatusID: state.id, Status: state.name,
		Message: cmp.Or(f.Message, c.Title),
		Metadata: metadata{
			Version: version, Profiles: []string{"cloud"}, Product: product{"demarc", "demarc", s.Version},
			UID: s.ScanID + "/" + f.ID, CorrelationUID: s.ScanID, EventCode: f.Check,
		},
		Cloud: cloudOf(f),
		FindingInfo: findingInfo{
			UID: f.ID, Title: cmp.Or(c.Title, f.Check), Desc: c.Why, Types: []string{"Compliance"},
			Analytic: analytic{f.Check, cmp.Or(c.Title, f.Check), "Rule", ruleType},
		},
		Compliance: complianceOf(c, f),
		Resources: []resource{{
			UID: cmp.Or(f.Resource.FullID, f.Resource.ID), Name: f.Resource.Name, Type: f.Resource.Type, Region: f.Region, Tags: tagsOf(f),
		}},
		Unmapped: unmapped{
			f.Status, f.Severity, f.Area, f.ServiceModel, f.Owner, f.Risk, f.Gaps, f.Suppression, f.Attestation, f.Stale,
		},
	}
	if len(f.Evidence) > 0 {
		e.Evidences = []evidence{{f.Evidence}}
	}
	if c.Fix.Console != "" && f.Status != checks.Pass && f.Status != checks.NotApplicable {
		e.Remediation = &fix{Desc: c.Fix.Console}
		if c.Link != "" {
			e.Remediation.References = []string{c.Link}
		}
	}
	return e
}

// severityOf is the check's severity where something may be wrong: what passed
// is no more than informational.
func severityOf(f *scanner.Finding) caption {
	switch f.Status {
	case checks.Pass, checks.NotApplicable, checks.Attested:
		return informational
	}
	if s, ok := severities[f.Severity]; ok {
		return s
	}
	return caption{0, "Unknown"}
}

func cloudOf(f *scanner.Finding) cloud {
	kind := accountType(f)
	return cloud{
		Provider: cmp.Or(providers[f.Provider], f.Provider, "unknown"), Region: f.Region,
		Account: account{f.Account, f.AccountName, kind.name, kind.id},
	}
}

// accountType is what the schema calls the account. A tenant and an
// organization have no type there.
func accountType(f *scanner.Finding) caption {
	switch {
	case f.Provider == "aws":
		return caption{10, "AWS Account"}
	case f.Provider == "azure" && strings.HasPrefix(strings.ToLower(f.Resource.FullID), "/subscriptions/"):
		return caption{13, "Azure Subscription"}
	case f.Provider == "gcp" && !strings.Contains(f.Account, "/"):
		return caption{11, "GCP Project"}
	}
	return caption{99, "Other"}
}

func complianceOf(c *scanner.Check, f *scanner.Finding) compliance {
	outcome, ok := outcomes[f.Status]
	if !ok {
		outcome = caption{0, "Unknown"}
	}
	own, ok := severities[f.Severity]
	if !ok {
		own = caption{0, "Unknown"}
	}
	out := compliance{
		Control: f.Check, StatusID: outcome.id, Status: outcome.name, StatusDetails: detailsOf(f),
		Checks: []check{{f.Check, cmp.Or(c.Title, f.Check), own.id, own.name, outcome.id, outcome.name}},
	}
	for _, fw := range slices.Sorted(maps.Keys(c.Controls)) {
		out.Standards = append(out.Standards, string(fw))
		for _, id := range c.Controls[fw] {
			out.Requirements = append(out.Requirements, string(fw)+":"+id)
		}
	}
	return out
}

// detailsOf says why the status is what it is.
func detailsOf(f *scanner.Finding) (all []string) {
	if f.Stale {
		all = append(all, "stale: it failed in an earlier scan, and this one could not read it")
	}
	for _, g := range f.Gaps {
		all = append(all, "could not be read: "+g.String())
	}
	if s := f.Suppression; s != nil {
		all = append(all, strings.TrimSpace(fmt.Sprintf("accepted until %s: %s", cmp.Or(s.Expires, "further notice"), s.Reason)))
	}
	if a := f.Attestation; a != nil {
		all = append(all, strings.TrimSpace(fmt.Sprintf("attested on %s: %s", a.Date, a.Statement)))
	}
	return all
}

func tagsOf(f *scanner.Finding) (all []tag) {
	for _, k := range slices.Sorted(maps.Keys(f.Resource.Tags)) {
		all = append(all, tag{k, f.Resource.Tags[k]})
	}
	return all
}
