package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// sarifKinds are what SARIF calls the verdicts.
var sarifKinds = map[checks.Verdict]string{
	checks.Fail: "fail", checks.Suppressed: "fail", checks.Pass: "pass", checks.Attested: "pass", checks.NotApplicable: "notApplicable",
	checks.Manual: "review", checks.Unknown: "open", checks.Error: "open",
}

// SARIFFull writes the whole scan as SARIF 2.1.0, for readers that know all of
// it: every verdict by its kind, suppressions, taxonomies for the areas and the
// frameworks, and notifications for what could not be read. It is not for
// GitHub, which would open an alert for everything in it.
func SARIFFull(w io.Writer, r scanner.Reader) error {
	b := bufio.NewWriter(w)
	out := &sarifStream{Writer: b}
	out.text("{\"$schema\":%q,\"version\":\"2.1.0\",\"runs\":[", sarifSchema)
	var run *sarifBuilder
	var gaps map[inventory.Gap]int
	var notices []sarifNotification
	runs, results := 0, 0
	err := eachAccount(r, func(sc scanner.Scope) error {
		run = newSarifBuilder(r.Summary(), sc, "")
		run.taxa = newTaxonomies(r.Summary(), sc.Provider)
		gaps, notices, results = map[inventory.Gap]int{}, nil, 0
		if runs++; runs > 1 {
			out.text(",")
		}
		out.text("\n{\"automationDetails\":")
		out.value(run.category())
		out.text(",\"columnKind\":\"utf16CodeUnits\",\"results\":[")
		return out.err
	}, func(f *scanner.Finding) error {
		if results++; results > 1 {
			out.text(",")
		}
		out.text("\n")
		out.value(run.fullResult(f))
		for _, g := range f.Gaps {
			gaps[g]++
		}
		if f.Status == checks.Error && len(notices) < maxNotices {
			notices = append(notices, sarifNotification{"error", sarifText{safe("the check is broken: " + f.Message)}, &sarifRuleID{f.Check}})
		}
		return out.err
	}, func() error {
		out.text("],\"invocations\":[")
		out.value(run.fullInvocation(gaps, notices, runs == 1))
		out.text("],\"taxonomies\":")
		out.value(run.taxa.all)
		tool := run.tool()
		tool.Driver.SupportedTaxonomies = run.taxa.components()
		out.text(",\"tool\":")
		out.value(tool)
		out.text("}")
		return out.err
	})
	if err != nil {
		return err
	}
	out.text("\n]}\n")
	if out.err != nil {
		return out.err
	}
	return b.Flush()
}

// sarifStream writes JSON piece by piece, so that the results of a run never
// stand in memory at once.
type sarifStream struct {
	*bufio.Writer
	err error
}

func (s *sarifStream) text(format string, args ...any) {
	if s.err == nil {
		_, s.err = fmt.Fprintf(s, format, args...)
	}
}

func (s *sarifStream) value(v any) {
	b, err := json.Marshal(v)
	if s.err == nil {
		s.err = err
	}
	if s.err == nil {
		_, s.err = s.Write(b)
	}
}

// fullResult is a finding with all that is known of it.
func (b *sarifBuilder) fullResult(f *scanner.Finding) sarifResult {
	out := b.result(f)
	out.Kind = sarifKinds[f.Status]
	if out.Kind == "" {
		out.Kind = "open"
	}
	if out.Kind != "fail" {
		out.Level = "none"
	}
	out.Taxa = b.taxa.area(f.Area)
	out.Properties = map[string]any{
		"status": f.Status, "severity": f.Severity, "owner": f.Owner, "serviceModel": f.ServiceModel, "risk": f.Risk,
	}
	if len(f.Evidence) > 0 {
		out.Properties["evidence"] = f.Evidence
	}
	if len(f.Gaps) > 0 {
		out.Properties["gaps"] = f.Gaps
	}
	if f.Stale {
		out.Properties["stale"] = true
	}
	if f.Attestation != nil {
		out.Properties["attestation"] = f.Attestation
	}
	if p := f.Suppression; p != nil {
		out.Suppressions = []sarifSuppression{{"external", "accepted", safe(p.Reason), map[string]any{"id": p.ID, "owner": p.Owner, "approver": p.Approver, "expires": p.Expires}}}
	}
	return out
}

// fullInvocation says of one account what could not be read. What no finding
// hung on, and clouds that were not entered, are said in the first run.
func (b *sarifBuilder) fullInvocation(gaps map[inventory.Gap]int, broken []sarifNotification, first bool) sarifInvocation {
	const form = "2006-01-02T15:04:05.000Z"
	out := sarifInvocation{Successful: b.summary.Complete, StartTime: b.summary.Start.UTC().Format(form), EndTime: b.summary.End.UTC().Format(form), Notifications: broken}
	say := func(format string, args ...any) {
		out.Notifications = append(out.Notifications, sarifNotification{Level: "warning", Message: sarifText{safe(fmt.Sprintf(format, args...))}})
	}
	order := slices.SortedFunc(maps.Keys(gaps), func(x, y inventory.Gap) int { return strings.Compare(x.String(), y.String()) })
	for _, g := range order {
		say("could not be read: %s (%d findings)", g, gaps[g])
	}
	for _, l := range b.scope.LeftOut {
		say("region %s was not scanned: %s", l.Region, l.Why)
	}
	if first {
		for _, u := range b.summary.Unreached {
			say("%s was not scanned: %s", u.Provider, u.Why)
		}
		for _, g := range b.summary.Coverage.Gaps {
			say("could not be read: %s of %s (%d)", g.Gap, g.Kind, g.Count)
		}
	}
	return out
}
