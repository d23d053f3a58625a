package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"demarc/report/matrix"
	"demarc/scanner"
)

// JSON writes the scan as one document: the summary's fields, the matrix and
// the findings, one to a line. docs/scan.schema.json describes it.
func JSON(w io.Writer, r scanner.Reader) error {
	b := bufio.NewWriter(w)
	m, err := matrix.Build(r)
	if err != nil {
		return err
	}
	head, err := json.Marshal(r.Summary())
	if err != nil {
		return fmt.Errorf("writing the summary: %w", err)
	}
	grid, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("writing the matrix: %w", err)
	}
	b.Write(head[:len(head)-1])
	fmt.Fprintf(b, ",\"matrix\":%s,\"findings\":[", grid)
	sep := "\n"
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		line, err := json.Marshal(f)
		if err != nil {
			return fmt.Errorf("writing a finding of %s: %w", f.Check, err)
		}
		b.WriteString(sep)
		b.Write(line)
		sep = ",\n"
	}
	b.WriteString("\n]}\n")
	return b.Flush()
}

// JSONLines writes the scan as a stream: a header, each account's findings and
// then the account itself, and the summary at the end, without which the
// stream counts as cut off.
func JSONLines(w io.Writer, r scanner.Reader) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	s := r.Summary()
	if err := enc.Encode(scanner.Line{Type: "header", Schema: s.Schema, Tool: s.Tool, Version: s.Version, ScanID: s.ScanID}); err != nil {
		return err
	}
	left, counts := s.Scopes, scanner.Counts{}
	trailers := func(until string) error { // of the accounts before the one named
		for len(left) > 0 && left[0].Provider+"/"+left[0].Account != until {
			if err := enc.Encode(scanner.Line{Type: "account", Scope: &left[0], Counts: counts}); err != nil {
				return err
			}
			left, counts = left[1:], scanner.Counts{}
		}
		return nil
	}
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		if err := trailers(f.Provider + "/" + f.Account); err != nil {
			return err
		}
		counts[f.Status]++
		if err := enc.Encode(scanner.Line{Type: "finding", Finding: f}); err != nil {
			return err
		}
	}
	if err := trailers(""); err != nil {
		return err
	}
	if err := enc.Encode(scanner.Line{Type: "summary", Summary: s}); err != nil {
		return err
	}
	return b.Flush()
}
