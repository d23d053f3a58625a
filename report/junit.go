package report

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"demarc/checks"
	"demarc/scanner"
)

// The elements of JUnit's XML, as the schema of Jenkins has them: the reason of
// what was skipped is its text, and the totals have no skipped.
type (
	junitCase struct {
		XMLName xml.Name    `xml:"testcase"`
		Class   string      `xml:"classname,attr"`
		Name    string      `xml:"name,attr"`
		Skipped *string     `xml:"skipped"`
		Error   *junitFault `xml:"error"`
		Failure *junitFault `xml:"failure"`
	}
	junitFault struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// junitCounts are the totals that stand before what they count.
type junitCounts struct{ tests, failures, errors, skipped int }

func (c *junitCounts) add(f *scanner.Finding) {
	c.tests++
	switch junitOutcome(f) {
	case junitFails:
		c.failures++
	case junitErrs:
		c.errors++
	case junitSkips:
		c.skipped++
	}
}

type outcome int

const (
	junitPasses outcome = iota
	junitFails
	junitErrs
	junitSkips
)

// junitOutcome is a failure, an error where nothing could be told, and skipped
// where nothing was asked, or where a failure is accepted.
func junitOutcome(f *scanner.Finding) outcome {
	switch f.Status {
	case checks.Pass, checks.Attested:
		return junitPasses
	case checks.Fail:
		return junitFails
	case checks.NotApplicable, checks.Manual, checks.Suppressed:
		return junitSkips
	}
	return junitErrs
}

// JUnit writes a suite for each account and a test case for each finding.
func JUnit(w io.Writer, r scanner.Reader) error {
	counts, all := map[string]*junitCounts{}, junitCounts{}
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		of := counts[accountKey(f.Provider, f.Account)]
		if of == nil {
			of = &junitCounts{}
			counts[accountKey(f.Provider, f.Account)] = of
		}
		of.add(f)
		all.add(f)
	}
	b := bufio.NewWriter(w)
	s := r.Summary()
	fmt.Fprintf(b, "%s<testsuites name=\"demarc\" tests=\"%d\" failures=\"%d\" errors=\"%d\" time=\"%.3f\">\n",
		xml.Header, all.tests, all.failures, all.errors, s.End.Sub(s.Start).Seconds())
	enc := xml.NewEncoder(b)
	enc.Indent("  ", " ")
	err := eachAccount(r, func(sc scanner.Scope) error {
		c := cmp.Or(counts[accountKey(sc.Provider, sc.Account)], &junitCounts{})
		_, err := fmt.Fprintf(b, " <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" timestamp=\"%s\">\n",
			attribute(strings.TrimSpace(fmt.Sprintf("demarc %s %s %s", sc.Provider, sc.Account, sc.Name))), c.tests, c.failures, c.errors, c.skipped, s.Start.UTC().Format("2006-01-02T15:04:05"))
		return err
	}, func(f *scanner.Finding) error {
		return enc.Encode(junitCaseOf(s, f))
	}, func() error {
		_, err := b.WriteString("\n </testsuite>\n")
		return err
	})
	if err != nil {
		return err
	}
	b.WriteString("</testsuites>\n")
	return b.Flush()
}

func junitCaseOf(s *scanner.Summary, f *scanner.Finding) junitCase {
	name := fmt.Sprintf("%s (%s)", f.Resource.Name, cmp.Or(f.Region, "global"))
	if f.Resource.FullID != f.Resource.Name {
		name = fmt.Sprintf("%s: %s", name, f.Resource.FullID)
	}
	out := junitCase{Class: safe(f.Check), Name: safe(name)}
	text := safe(cmp.Or(f.Message, string(f.Status)))
	fault := &junitFault{Type: string(f.Status), Message: text, Text: junitText(s, f)}
	if f.Status == checks.Fail {
		fault.Type = f.Severity.String()
		fault.Text = fmt.Sprintf("risk %d\n%s", f.Risk.Score, fault.Text)
	}
	switch junitOutcome(f) {
	case junitFails:
		out.Failure = fault
	case junitErrs:
		out.Error = fault
	case junitSkips:
		reason := string(f.Status) + ": " + text
		if p := f.Suppression; p != nil {
			reason = safe(fmt.Sprintf("%s: accepted until %s by %s: %s (%s)", f.Status, cmp.Or(p.Expires, "further notice"), p.Owner, p.Reason, f.Message))
		}
		out.Skipped = &reason
	}
	return out
}

// junitText is what a person needs beside the message.
func junitText(s *scanner.Summary, f *scanner.Finding) string {
	lines := []string{"account " + f.Account, "severity " + f.Severity.String()}
	if f.Stale {
		lines = append(lines, "stale: it failed in an earlier scan, and this one could not read it")
	}
	for _, g := range f.Gaps {
		lines = append(lines, "could not be read: "+g.String())
	}
	if c := s.Check(f.Check); c != nil && f.Status == checks.Fail {
		lines = append(lines, "why: "+c.Why, "fix: "+c.Fix.Console)
	}
	for i := range lines {
		lines[i] = safe(lines[i])
	}
	return strings.Join(lines, "\n")
}

// attribute escapes text for an attribute of XML.
func attribute(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(safe(s))); err != nil {
		return ""
	}
	return b.String()
}
