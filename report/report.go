// Package report writes scans: a file to a format.
package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"demarc/scanner"
)

// A Format writes a scan.
type Format func(io.Writer, scanner.Reader) error

// Formats are the formats by the names that --format takes. Text is made with
// options: see TextFormat.
var formats = map[string]Format{
	"csv":      CSV,
	"json":     JSON,
	"jsonl":    JSONLines,
	"markdown": Markdown,
	"sarif":    SARIF,
}

// ByName finds a format; text is what "text" stands for.
func ByName(name string, text Text) (Format, error) {
	if name == "text" {
		return text.Write, nil
	}
	if f := formats[name]; f != nil {
		return f, nil
	}
	return nil, fmt.Errorf("unknown format %q: use %s", name, strings.Join(Names(), ", "))
}

// Names lists the formats.
func Names() []string {
	return append(slices.Sorted(maps.Keys(formats)), "text")
}
