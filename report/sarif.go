package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/scanner"
)

// The limits of GitHub code scanning ("SARIF support for code scanning"). It
// takes 25 000 results of a run and shows 5 000 of them; which, is decided here.
const (
	maxRuns    = 20 // to a file
	maxResults = 5_000
	maxTags    = 10 // of those it stores, as many are shown
)

// sarifPattern is of the names of the files where there are several.
const sarifPattern = "demarc-*.sarif"

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// SARIF writes the failures as one file of SARIF, to the rules of GitHub code
// scanning; see Options.sarif. A scan of more than 20 accounts takes several.
func SARIF(w io.Writer, r scanner.Reader) error { return Folder{Write: Options{}.sarif}.alone(w, r) }

// sarif writes the failures as SARIF 2.1.0, to the rules of GitHub code
// scanning: one run for each account, so that each has its own alerts, and as
// many files as that takes; what failed only, since GitHub would open alerts for
// everything else; locations by paths that never change, since a cloud resource
// has no file; a fingerprint that never changes, and a run without results where
// all is well, which closes old alerts. What failed before and could not be read
// this time is written again, so that its alert stays open.
func (o Options) sarif(create Create, r scanner.Reader) error {
	log := sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{}}
	files := 0
	write := func() error {
		files++
		w, err := create(fmt.Sprintf("demarc-%d.sarif", files))
		if err != nil {
			return err
		}
		enc := json.NewEncoder(w)
		enc.SetIndent("", " ")
		err = enc.Encode(log)
		log.Runs = log.Runs[:0]
		return err
	}
	var b *sarifBuilder
	unread := 0
	err := eachAccount(r, func(sc scanner.Scope) error {
		if len(log.Runs) == maxRuns {
			if err := write(); err != nil {
				return err
			}
		}
		b = newSarifBuilder(r.Summary(), sc, o.Anchor)
		return nil
	}, func(f *scanner.Finding) error {
		switch {
		case f.Status == checks.Fail && f.Suppression == nil, f.Stale:
			b.keep(f)
		case f.Status == checks.Unknown && len(f.Gaps) > 0 && !f.Gaps[0].Expected():
			unread++
		}
		return nil
	}, func() error {
		log.Runs = append(log.Runs, b.run())
		if b.left > 0 {
			o.note("sarif: left out %s of %s account %s, those of the lowest risk: GitHub shows %d of a run", plural(b.left, "failure"), b.scope.Provider, b.scope.Account, maxResults)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if unread > 0 {
		o.note("sarif: %s could not be read: an upload closes the alerts that GitHub may have for them", plural(unread, "finding"))
	}
	if len(log.Runs) > 0 || files == 0 {
		return write()
	}
	return nil
}

// sarifBuilder makes the run of one account.
type sarifBuilder struct {
	summary  *scanner.Summary
	scope    scanner.Scope
	anchor   string
	findings []*scanner.Finding
	left     int // findings beyond the limit
	rules    []sarifRule
	index    map[string]int
	taxa     *taxonomies // nil: none are written
}

func newSarifBuilder(s *scanner.Summary, sc scanner.Scope, anchor string) *sarifBuilder {
	return &sarifBuilder{summary: s, scope: sc, anchor: anchor, rules: []sarifRule{}, index: map[string]int{}}
}

// keep adds a failure; those of a great many never stand in memory at once.
func (b *sarifBuilder) keep(f *scanner.Finding) {
	b.findings = append(b.findings, f)
	if len(b.findings) >= 2*maxResults {
		b.cut()
	}
}

// cut keeps the findings of the highest risk, as many as GitHub shows of a run.
func (b *sarifBuilder) cut() {
	slices.SortStableFunc(b.findings, func(x, y *scanner.Finding) int {
		return cmp.Or(cmp.Compare(y.Risk.Score, x.Risk.Score), cmp.Compare(y.Severity, x.Severity))
	})
	if n := len(b.findings) - maxResults; n > 0 {
		clear(b.findings[maxResults:])
		b.findings, b.left = b.findings[:maxResults], b.left+n
	}
}

func (b *sarifBuilder) run() sarifRun {
	b.cut()
	run := sarifRun{
		AutomationDetails: b.category(), Invocations: []sarifInvocation{b.invocation()}, Results: []sarifResult{}, ColumnKind: "utf16CodeUnits",
	}
	if b.left > 0 {
		run.Properties = map[string]any{"findingsLeftOut": b.left}
	}
	for _, f := range b.findings {
		run.Results = append(run.Results, b.result(f))
	}
	run.Tool = b.tool()
	return run
}

// category is that of the account's alerts, up to the last slash.
func (b *sarifBuilder) category() sarifID {
	return sarifID{fmt.Sprintf("demarc/%s/%s/%s", b.scope.Provider, b.scope.Account, cmp.Or(b.summary.ScanID, "scan"))}
}

func (b *sarifBuilder) tool() sarifTool {
	return sarifTool{sarifDriver{
		Name: "demarc", Version: b.summary.Version, SemanticVersion: semver(b.summary.Version), Rules: b.rules,
	}}
}

// result is one failure: the account's own words for what it is about come
// first, then where it is.
func (b *sarifBuilder) result(f *scanner.Finding) sarifResult {
	text := fmt.Sprintf("%s: %s.", f.Resource.Name, strings.TrimSuffix(f.Message, "."))
	if f.Stale {
		text = "Stale: this failed in an earlier scan, and could not be read in this one. " + text
	}
	text += fmt.Sprintf(" Resource %s, region %s, account %s.", cmp.Or(f.Resource.FullID, f.Resource.ID), cmp.Or(f.Region, "global"), f.Account)
	return sarifResult{
		RuleID: f.Check, RuleIndex: b.rule(f), Level: sarifLevel(f.Severity), Message: sarifText{Text: safe(text)},
		Locations:    []sarifLocation{location(f, b.anchor)},
		Fingerprints: map[string]string{"primaryLocationLineHash": f.ID + ":1"}, Rank: float64(f.Risk.Score),
	}
}
