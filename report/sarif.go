package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/scanner"
)

// The limits of GitHub code scanning for one SARIF file ("SARIF support for
// code scanning", limits on uploads).
const (
	maxRuns    = 20
	maxResults = 25_000
	maxTags    = 10 // of those it stores, as many are shown
)

// SARIF writes the failures as SARIF 2.1.0, to the rules of GitHub code
// scanning: one run for each account, so that each has its own alerts; FAIL
// only, since GitHub would open alerts for everything else; locations by
// synthetic relative paths, since a cloud resource has no file; a fingerprint
// that never changes, and a run without results where all is well, which
// closes old alerts.
func SARIF(w io.Writer, r scanner.Reader) error {
	s := r.Summary()
	if len(s.Scopes) > maxRuns {
		return fmt.Errorf("SARIF for GitHub holds at most %d accounts to a file, and the scan has %d: scan them in groups", maxRuns, len(s.Scopes))
	}
	log := sarifLog{Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", Version: "2.1.0"}
	at := map[string]*sarifBuilder{}
	for _, sc := range s.Scopes {
		b := &sarifBuilder{summary: s, scope: sc, index: map[string]int{}}
		at[sc.Provider+"/"+sc.Account] = b
		log.Runs = append(log.Runs, sarifRun{})
	}
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		if b := at[f.Provider+"/"+f.Account]; b != nil && f.Status == checks.Fail && f.Suppression == nil {
			b.findings = append(b.findings, f)
			if len(b.findings) >= 2*maxResults { // never all of a great many at once
				b.cut()
			}
		}
	}
	for i, sc := range s.Scopes {
		log.Runs[i] = at[sc.Provider+"/"+sc.Account].run()
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(log)
}

type sarifBuilder struct {
	summary  *scanner.Summary
	scope    scanner.Scope
	findings []*scanner.Finding
	left     int // findings beyond the limit
	rules    []sarifRule
	index    map[string]int
}

// cut keeps the gravest findings, as many as a run may have.
func (b *sarifBuilder) cut() {
	slices.SortStableFunc(b.findings, func(x, y *scanner.Finding) int { return cmp.Compare(y.Severity, x.Severity) })
	if n := len(b.findings) - maxResults; n > 0 {
		clear(b.findings[maxResults:])
		b.findings, b.left = b.findings[:maxResults], b.left+n
	}
}

func (b *sarifBuilder) run() sarifRun {
	b.cut()
	run := sarifRun{
		AutomationDetails: sarifID{fmt.Sprintf("demarc/%s/%s/%s", b.scope.Provider, b.scope.Account, cmp.Or(b.summary.ScanID, "scan"))},
		Invocations:       []sarifInvocation{b.invocation()},
		Results:           []sarifResult{},
		ColumnKind:        "utf16CodeUnits",
	}
	if b.left > 0 {
		run.Properties = map[string]any{"findingsLeftOut": b.left}
	}
	for _, f := range b.findings {
		run.Results = append(run.Results, sarifResult{
			RuleID: f.Check, RuleIndex: b.rule(f), Level: sarifLevel(f.Severity),
			Message:   sarifText{Text: fmt.Sprintf("%s: %s", f.Resource.Name, f.Message)},
			Locations: []sarifLocation{location(f)},
			Fingerprints: map[string]string{
				"primaryLocationLineHash": f.ID + ":1",
			},
		})
	}
	run.Tool.Driver = sarifDriver{
		Name: "demarc", Version: b.summary.Version, SemanticVersion: semver(b.summary.Version), Rules: orEmptyRules(b.rules),
	}
	return run
}

// maxNotices bounds what a run says of gaps.
const maxNotices = 100

// invocation says whether the scan came to its end, and what it could not read.
func (b *sarifBuilder) invocation() sarifInvocation {
	out := sarifInvocation{Successful: b.summary.Complete}
	gaps := b.summary.Coverage.Gaps
	for i, g := range gaps {
		text := fmt.Sprintf("could not be read: %s of %s (%d)", g.Gap, g.Kind, g.Count)
		if i == maxNotices {
			text = fmt.Sprintf("and %d more kinds of gaps", len(gaps)-i)
		}
		out.Notifications = append(out.Notifications, sarifNotification{Level: "note", Message: sarifText{Text: text}})
		if i == maxNotices {
			break
		}
	}
	return out
}

func orEmptyRules(rules []sarifRule) []sarifRule {
	if rules == nil {
		return []sarifRule{}
	}
	return rules
}

// rule returns the index of the finding's rule, and makes it where it is new.
func (b *sarifBuilder) rule(f *scanner.Finding) int {
	if i, ok := b.index[f.Check]; ok {
		return i
	}
	c := b.summary.Check(f.Check)
	if c == nil {
		c = &scanner.Check{ID: f.Check, Title: f.Check, Why: f.Check, Severity: f.Severity}
	}
	tags := []string{"security", "area/" + string(f.Area), "owner/" + string(f.Owner)}
	for _, a := range c.Aliases {
		if len(tags) < maxTags {
			tags = append(tags, cut(a, 100))
		}
	}
	rule := sarifRule{
		ID: c.ID, Name: camel(c.ID),
		ShortDescription: sarifText{Text: cut(c.Title, 1024)}, FullDescription: sarifText{Text: cut(c.Why, 1024)},
		Help:          sarifHelp{Text: plainHelp(c), Markdown: markdownHelp(c)},
		HelpURI:       c.Link,
		Configuration: sarifConfiguration{Level: sarifLevel(c.Severity)},
		Properties:    map[string]any{"tags": tags, "precision": "very-high"},
	}
	if len(c.Params) > 0 {
		rule.Properties["parameters"] = c.Params
	}
	if score := securitySeverity[c.Severity]; score != "" {
		rule.Properties["security-severity"] = score
	}
	b.rules = append(b.rules, rule)
	b.index[f.Check] = len(b.rules) - 1
	return len(b.rules) - 1
}

// securitySeverity are scores inside the bands that GitHub names critical
// (over 9.0), high, medium and low.
var securitySeverity = map[checks.Severity]string{
	checks.Critical: "9.5", checks.High: "8.0", checks.Medium: "5.5", checks.Low: "2.0",
}

func sarifLevel(s checks.Severity) string {
	switch s {
	case checks.Critical, checks.High:
		return "error"
	case checks.Medium:
		return "warning"
	}
	return "note"
}

// location is the synthetic place of a resource: a relative path that never
// changes. A full id with colons would be refused, as a URI with a scheme of its own.
func location(f *scanner.Finding) sarifLocation {
	parts := []string{f.Provider, f.Account, cmp.Or(f.Region, "global"), f.Resource.Type, cmp.Or(f.Resource.ID, "unnamed")}
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(p), ":", "%3A")
		if strings.Trim(p, ".") == "" {
			parts[i] = strings.ReplaceAll(p, ".", "%2E")
		}
	}
	return sarifLocation{
		Physical: sarifPhysical{Artifact: sarifArtifact{URI: strings.Join(parts, "/")}, Region: sarifRegion{StartLine: 1, StartColumn: 1, EndLine: 1, EndColumn: 2}},
		Logical:  []sarifLogical{{Name: f.Resource.Name, FullyQualifiedName: f.Resource.FullID, Kind: "resource"}},
	}
}

func semver(v string) string {
	if parts := strings.Split(strings.TrimPrefix(v, "v"), "."); len(parts) == 3 {
		return strings.TrimPrefix(v, "v")
	}
	return ""
}

// camel is the rule's name as SARIF asks for it: words without hyphens.
func camel(id string) (name string) {
	for _, w := range strings.Split(id, "-") {
		if w != "" {
			name += strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return cut(name, 255)
}

func plainHelp(c *scanner.Check) string {
	return strings.TrimSpace(c.Why + "\n\nFix in the console: " + c.Fix.Console + "\n\nFix by command line: " + c.Fix.CLI + "\n\n" + c.Link)
}

func markdownHelp(c *scanner.Check) string {
	return strings.TrimSpace(fmt.Sprintf("%s\n\n**Console:** %s\n\n```sh\n%s\n```\n\n```hcl\n%s\n```\n\n[The provider's page](%s)", c.Why, c.Fix.Console, c.Fix.CLI, c.Fix.Terraform, c.Link))
}

func cut(s string, max int) string {
	if r := []rune(s); len(r) > max {
		return string(r[:max-1]) + "…"
	}
	return s
}
