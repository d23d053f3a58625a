package report

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"

	"demarc/checks"
	"demarc/scanner"
)

// The lengths of the texts that GitHub takes of a rule, in characters.
const (
	maxRuleName = 255
	maxRuleText = 1024
	maxTag      = 100
)

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
			tags = append(tags, cut(a, maxTag))
		}
	}
	title := cmp.Or(c.Title, c.ID)
	rule := sarifRule{
		ID: c.ID, Name: camel(c.ID),
		ShortDescription: sarifText{Text: cut(title, maxRuleText)}, FullDescription: sarifText{Text: cut(cmp.Or(c.Why, title), maxRuleText)},
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
	if b.taxa != nil {
		rule.Relationships = b.taxa.relationships(c)
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

// location is the place of a resource: the anchor where there is one, and
// otherwise a made-up relative path that never changes. A full id with colons
// would be refused, as a URI with a scheme of its own.
func location(f *scanner.Finding, anchor string) sarifLocation {
	parts := strings.Split(anchor, "/")
	if anchor == "" {
		parts = []string{"cloud", f.Provider, f.Account, cmp.Or(f.Region, "global"), f.Resource.Type, cmp.Or(f.Resource.ID, "unnamed")}
	}
	for i, p := range parts {
		parts[i] = segment(p)
	}
	return sarifLocation{
		Physical: sarifPhysical{Artifact: sarifArtifact{URI: strings.Join(parts, "/")}, Region: sarifRegion{StartLine: 1, StartColumn: 1, EndLine: 1, EndColumn: 2}},
		Logical:  []sarifLogical{{Name: f.Resource.Name, FullyQualifiedName: f.Resource.FullID, Kind: "resource"}},
	}
}

// segment escapes one part of a path: one that is empty or all dots would lead
// elsewhere.
func segment(p string) string {
	if strings.Trim(p, ".") == "" {
		return "%2E" + strings.ReplaceAll(p, ".", "%2E")
	}
	return strings.ReplaceAll(url.PathEscape(p), ":", "%3A")
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
	return cut(name, maxRuleName)
}

func plainHelp(c *scanner.Check) string {
	text := c.Why + "\n\nFix in the console: " + c.Fix.Console
	if c.Fix.CLI != "" {
		text += "\n\nFix by command line: " + c.Fix.CLI
	}
	return strings.TrimSpace(text + "\n\n" + c.Link)
}

// markdownHelp is the reason and the fix, each way that there is.
func markdownHelp(c *scanner.Check) string {
	text := c.Why
	for _, part := range []struct{ text, form string }{
		{c.Fix.Console, "\n\n**Console:** %s"}, {c.Fix.CLI, "\n\n```sh\n%s\n```"}, {c.Fix.Terraform, "\n\n```hcl\n%s\n```"}, {c.Link, "\n\n[The provider's page](%s)"},
	} {
		if part.text != "" {
			text += fmt.Sprintf(part.form, part.text)
		}
	}
	return cmp.Or(strings.TrimSpace(text), c.ID)
}

func cut(s string, max int) string {
	if r := []rune(s); len(r) > max {
		return string(r[:max-1]) + "…"
	}
	return s
}
