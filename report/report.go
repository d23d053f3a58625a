// Package report writes scans: a file to a format.
package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"demarc/report/asff"
	"demarc/report/html"
	"demarc/report/ocsf"
	"demarc/report/oscal"
	"demarc/scanner"
)

// A Format writes a scan.
type Format func(io.Writer, scanner.Reader) error

// Options are what formats are made with; the zero value works.
type Options struct {
	Text Text
	// Anchor is the file of a repository that all results of SARIF point at;
	// empty: each resource has a path of its own, made up.
	Anchor string
	// Note is told what a format leaves out, in one line; nobody is where nil.
	Note func(string)
}

// note words what a format leaves out.
func (o Options) note(format string, args ...any) {
	if o.Note != nil {
		o.Note(fmt.Sprintf(format, args...))
	}
}

// formats are those of one file by the names that --format takes.
func (o Options) formats() map[string]Format {
	return map[string]Format{
		"csv":              CSV,
		"crm":              CRM,
		"html":             html.Write,
		"json":             JSON,
		"jsonl":            JSONLines,
		"junit":            JUnit,
		"markdown":         Markdown,
		"markdown-comment": MarkdownComment,
		"ocsf":             ocsf.Write,
		"openmetrics":      OpenMetrics,
		"oscal":            oscal.Results,
		"oscal-component":  oscal.Component,
		"sarif-full":       SARIFFull,
		"text":             o.Text.Write,
	}
}

// folders are the formats of several files.
func (o Options) folders() map[string]Folder {
	return map[string]Folder{
		"asff":  {Pattern: asff.Pattern, Named: true, Write: o.asff},
		"sarif": {Pattern: sarifPattern, Write: o.sarif},
	}
}

// asff writes the batches of one cloud's own format.
func (o Options) asff(create Create, r scanner.Reader) error {
	return asff.Options{Note: o.Note}.Write(create, r)
}

// ByName finds a format; text is what "text" stands for.
func ByName(name string, text Text) (Format, error) { return Options{Text: text}.ByName(name) }

// ByName finds a format. One of several files writes them one after another,
// or refuses to where that would be no file of the format.
func (o Options) ByName(name string) (Format, error) {
	if f := o.formats()[name]; f != nil {
		return f, nil
	}
	if f, ok := o.Folder(name); ok {
		return f.alone, nil
	}
	return nil, fmt.Errorf("unknown format %q: use %s", name, strings.Join(Names(), ", "))
}

// Folder finds a format of several files; false where name is not of one.
func (o Options) Folder(name string) (Folder, bool) {
	f, ok := o.folders()[name]
	return f, ok
}

// Names lists the formats.
func Names() []string {
	var o Options
	return slices.Sorted(slices.Values(slices.Concat(slices.Collect(maps.Keys(o.formats())), slices.Collect(maps.Keys(o.folders())))))
}
