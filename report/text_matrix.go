package report

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	prettytext "github.com/jedib0t/go-pretty/v6/text"

	"demarc/checks"
	"demarc/report/matrix"
)

// The widths below which the matrix names areas by their ids, and below which
// it is written as a list.
const (
	slim   = 112
	narrow = 80
)

func (p *printer) matrix(m *matrix.Matrix) {
	p.line("%s", p.paint("Shared-responsibility matrix", bold))
	if p.width > 0 && p.width < narrow {
		p.matrixList(m)
	} else {
		p.matrixTable(m)
	}
	p.line("%s", p.paint(legend, dim))
	p.assurance(m)
	p.notLookedAt(m)
	p.line("")
}

// assurance says what the inherited cells rest on.
func (p *printer) assurance(m *matrix.Matrix) {
	for _, a := range m.Assurance {
		var names []string
		for _, x := range a.Published {
			names = append(names, x.Name)
		}
		read := "not read: " + strings.Join(a.NotRead, "; ")
		if a.Read != nil {
			read = fmt.Sprintf("read on %s: %s, %s", a.Read.Format("2006-01-02"), plural(len(a.Reports), "report"), plural(len(a.Agreed), "agreement"))
			if len(a.NotRead) > 0 {
				read += ", not all: " + strings.Join(a.NotRead, "; ")
			}
		}
		p.line("%s", p.paint(safe(fmt.Sprintf("provider (%s): it publishes %s; %s", a.Provider, strings.Join(names, ", "), read)), dim))
	}
}

func (p *printer) matrixTable(m *matrix.Matrix) {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = prettytext.FormatDefault
	t.Style().Options.SeparateRows = false
	head := table.Row{"Area"}
	for _, c := range m.Columns {
		head = append(head, columnTitle(c, "\n"))
	}
	t.AppendHeader(head)
	for _, r := range m.Rows {
		title := r.Title
		if p.width > 0 && p.width < slim {
			title = string(r.Area)
		}
		row := table.Row{p.paint(title, bold)}
		for _, c := range r.Cells {
			row = append(row, p.cell(c))
		}
		t.AppendRow(row)
	}
	fmt.Fprintln(p, t.Render())
}

func (p *printer) matrixList(m *matrix.Matrix) {
	for _, r := range m.Rows {
		p.line("%s", p.paint(r.Title, bold))
		for i, c := range r.Cells {
			if c.State != matrix.Unused {
				p.line("  %-11s %s", columnTitle(matrix.Column{Model: m.Columns[i].Model, InUse: "yes"}, ""), p.cell(c))
			}
		}
	}
}

// columnTitle names a service model, with sep before what is said of its use.
func columnTitle(c matrix.Column, sep string) string {
	title := map[string]string{"iaas": "IaaS", "paas": "PaaS", "serverless": "Serverless", "saas": "SaaS", "account": "Account"}[string(c.Model)]
	switch {
	case c.Model == "account" || c.InUse == "yes":
		return title
	case c.InUse == "unknown":
		return title + sep + "use unknown"
	}
	return title + sep + "unused"
}

func (p *printer) cell(c matrix.Cell) string {
	color := map[matrix.State]string{
		matrix.Failed: red, matrix.Broken: red, matrix.Unread: yellow, matrix.Passed: green, matrix.Open: cyan,
		matrix.Unchecked: purple, matrix.Accepted: cyan, matrix.Inherited: dim, matrix.Unused: dim, matrix.Idle: dim,
	}[c.State]
	return p.paint(cellText(c), color)
}

// cellText is a cell in words: its counts or its state, with a star where the
// customer shares it with the provider.
func cellText(c matrix.Cell) string {
	var parts []string
	for _, v := range []struct {
		sign    string
		verdict checks.Verdict
	}{{"✗", checks.Fail}, {"?", checks.Unknown}, {"✓", checks.Pass}, {"○", checks.Manual}, {"●", checks.Attested}, {"~", checks.Suppressed}, {"!", checks.Error}} {
		if n := c.Counts[v.verdict]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s%d", v.sign, n))
		}
	}
	text := strings.Join(parts, " ")
	switch {
	case text != "":
	case c.Counts[checks.NotApplicable] > 0:
		text = "not applicable" // they exist
	default:
		text = map[matrix.State]string{
			matrix.Inherited: "provider", matrix.Unused: "–", matrix.Unchecked: "no check", matrix.Idle: "none exist",
		}[c.State]
	}
	if c.Owner == checks.Shared && c.State != matrix.Unused {
		text += "*"
	}
	return text
}

// manyDuties is how many duties without a check are named; of a scan for some
// checks alone there are more, and their number says enough.
const manyDuties = 15

func (p *printer) notLookedAt(m *matrix.Matrix) {
	var lines []string
	n, all := 0, 0
	for _, r := range m.Rows {
		n += len(r.NotLookedAt)
		all += len(r.DutyStates)
		if len(r.NotLookedAt) > 0 {
			lines = append(lines, fmt.Sprintf("  %s: %s", r.Title, strings.Join(r.NotLookedAt, "; ")))
		}
	}
	if n == 0 {
		return
	}
	p.line("")
	if n > manyDuties {
		p.line("%s", p.paint(fmt.Sprintf("%d of your %d duties are looked at by no check of this scan, and answered by no person: demarc matrix gaps lists them", n, all), bold, purple))
		return
	}
	p.line("%s", p.paint("Your duties that no check of this scan looks at, and no person answers", bold, purple))
	for _, l := range lines {
		p.line("%s", l)
	}
}
