package report

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"demarc/checks"
	"demarc/scanner/diff"
)

// A DiffFormat writes two scans compared.
type DiffFormat func(io.Writer, *diff.Diff) error

// DiffByName finds the format that --format names; text is what "text" stands for.
func DiffByName(name string, text Text) (DiffFormat, error) {
	switch name {
	case "text":
		return text.Diff, nil
	case "json":
		return DiffJSON, nil
	case "markdown":
		return DiffMarkdown, nil
	}
	return nil, fmt.Errorf("unknown format %q: use text, json or markdown", name)
}

// diffChange is a change as it is published: docs/diff.schema.json.
type diffChange struct {
	Class    diff.Class      `json:"class"`
	Why      string          `json:"why"`
	Before   *checks.Verdict `json:"before"` // null where the old scan does not have it
	After    *checks.Verdict `json:"after"`  // null where the new scan does not have it
	ID       string          `json:"id"`
	Check    string          `json:"check"`
	Severity checks.Severity `json:"severity"`
	Provider string          `json:"provider"`
	Account  string          `json:"account"`
	Region   string          `json:"region"`
	Resource diff.Resource   `json:"resource"`
	Message  string          `json:"message"`
}

// DiffJSON writes it as one document, a change to a line. What is unchanged is
// counted, not listed.
func DiffJSON(w io.Writer, d *diff.Diff) error {
	counts := map[diff.Class]int{}
	for _, c := range diff.Classes {
		counts[c] = d.Counts[c]
	}
	head, err := json.Marshal(struct {
		Schema int                `json:"schema"`
		Tool   string             `json:"tool"`
		Old    diff.Scan          `json:"old"`
		New    diff.Scan          `json:"new"`
		Counts map[diff.Class]int `json:"counts"`
		Scan   []diff.ScanChange  `json:"scan"`
	}{1, "demarc diff", d.Old, d.New, counts, d.Scan})
	if err != nil {
		return fmt.Errorf("writing the comparison: %w", err)
	}
	b := bufio.NewWriter(w)
	b.Write(head[:len(head)-1])
	b.WriteString(",\"changes\":[")
	sep := "\n"
	for i := range d.Changes {
		c := &d.Changes[i]
		line, err := json.Marshal(diffChange{
			c.Class, c.Why, verdict(c.Before), verdict(c.After), c.ID, c.Check, c.Severity, c.Provider, c.Account, c.Region, c.Resource, c.Message,
		})
		if err != nil {
			return fmt.Errorf("writing a change of %s: %w", c.Check, err)
		}
		b.WriteString(sep)
		b.Write(line)
		sep = ",\n"
	}
	b.WriteString("\n]}\n")
	return b.Flush()
}

func verdict(v checks.Verdict) *checks.Verdict {
	if v == "" {
		return nil
	}
	return &v
}

// Diff writes it for a person. Top is how many changes of each class are shown.
func (t Text) Diff(w io.Writer, d *diff.Diff) error {
	p := &printer{Writer: bufio.NewWriter(w), color: t.Color, width: t.Width}
	p.line("Old scan: %s", scanLine(d.Old))
	p.line("New scan: %s", scanLine(d.New))
	p.line("")
	for _, c := range diff.Classes {
		p.line("  %s %s", p.paint(fmt.Sprintf("%7d", d.Counts[c]), classColor[c]), c.Title())
	}
	if len(d.Scan) > 0 {
		p.line("")
		p.line("%s", p.paint("How the scans themselves differ", bold))
		for i, s := range d.Scan {
			if i == cmp.Or(t.Top, 30) {
				p.line("  and %d more", len(d.Scan)-i)
				break
			}
			p.line("  %s %s: %s", s.What, safe(s.Name), safe(s.How))
		}
	}
	shown, class := 0, diff.Class("")
	for i := range d.Changes {
		c := &d.Changes[i]
		if c.Class != class {
			class, shown = c.Class, 0
			p.line("")
			p.line("%s", p.paint(fmt.Sprintf("%s: %d", c.Class.Title(), d.Counts[class]), bold, classColor[class]))
		}
		if shown++; shown == cmp.Or(t.Top, 30)+1 {
			p.line("  and %d more", d.Counts[class]-shown+1)
		}
		if shown <= cmp.Or(t.Top, 30) {
			p.change(c)
		}
	}
	return p.Flush()
}

var classColor = map[diff.Class]string{
	diff.New: red, diff.Unsuppressed: red, diff.Unreadable: purple, diff.Fixed: green, diff.Gone: dim, diff.Suppressed: yellow, diff.ScanChanged: cyan, diff.Other: dim, diff.Unchanged: dim,
}

func (p *printer) change(c *diff.Change) {
	p.line("  %s %s  %s", p.severity(c.Severity), safe(c.Check), safe(changePlace(c)))
	if text := changeText(c); text != "" {
		p.line("      %s", safe(text))
	}
}

func changePlace(c *diff.Change) string {
	where := c.Account
	if c.Region != "" {
		where += ", " + c.Region
	}
	return cmp.Or(c.Resource.Name, c.Resource.ID, c.Resource.FullID) + " (" + where + ")"
}

// changeText says from what to what, why, and what the check says now.
func changeText(c *diff.Change) string {
	var parts []string
	switch {
	case c.Before != "" && c.After != "":
		parts = append(parts, string(c.Before)+" → "+string(c.After))
	case c.Before != "":
		parts = append(parts, "was "+string(c.Before))
	default:
		parts = append(parts, string(c.After))
	}
	if c.Why != "" {
		parts = append(parts, c.Why)
	}
	if c.After != "" && c.Message != "" {
		parts = append(parts, c.Message)
	}
	return strings.Join(parts, "; ")
}

func scanLine(s diff.Scan) string {
	text := fmt.Sprintf("%s of %s, %s", safe(cmp.Or(s.ScanID, "unnamed")), s.Start.UTC().Format(time.DateTime), plural(s.Findings, "finding"))
	if !s.Complete {
		text += ", ended early"
	}
	return text
}

// maxDiff is how long the Markdown is: GitHub takes 65,536 characters as a comment.
const maxDiff = 60_000

// DiffMarkdown writes it as a comment on a pull request. What does not fit is
// counted.
func DiffMarkdown(w io.Writer, d *diff.Diff) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# demarc: what changed\n\n- old scan: %s\n- new scan: %s\n\n| | findings |\n|---|---|\n", md(scanLine(d.Old)), md(scanLine(d.New)))
	for _, c := range diff.Classes {
		fmt.Fprintf(&b, "| %s | %d |\n", c.Title(), d.Counts[c])
	}
	if len(d.Scan) > 0 {
		b.WriteString("\n## How the scans themselves differ\n\n")
		for i, s := range d.Scan {
			if i == 50 {
				fmt.Fprintf(&b, "- and %d more\n", len(d.Scan)-i)
				break
			}
			fmt.Fprintf(&b, "- %s %s: %s\n", md(s.What), md(cut(s.Name, 300)), md(cut(s.How, 300)))
		}
	}
	class, left := diff.Class(""), map[diff.Class]int{}
	for i := range d.Changes {
		c := &d.Changes[i]
		row := fmt.Sprintf("| %s | %s | %s | %s |\n", c.Severity, md(c.Check), md(changePlace(c)), md(changeText(c)))
		head := ""
		if c.Class != class {
			head = fmt.Sprintf("\n## %s: %d\n\n| severity | check | resource | |\n|---|---|---|---|\n", c.Class.Title(), d.Counts[c.Class])
		}
		if b.Len()+len(head)+len(row) > maxDiff {
			left[c.Class]++
			continue
		}
		class = c.Class
		b.WriteString(head + row)
	}
	sep := "\n**Left out for want of room:** "
	for _, c := range diff.Classes {
		if left[c] > 0 {
			fmt.Fprintf(&b, "%s%s %d", sep, c.Title(), left[c])
			sep = ", "
		}
	}
	b.WriteString("\n")
	_, err := w.Write(b.Bytes())
	return err
}
