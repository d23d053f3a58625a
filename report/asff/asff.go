// Package asff writes a scan in the AWS Security Finding Format, as batches
// that "aws securityhub batch-import-findings --findings file://BATCH" takes.
package asff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"demarc/checks"
	"demarc/scanner"
)

// Pattern is of the names of the files: asff_<account>_<region>_<number>.json.
const Pattern = "asff_*.json"

// The limits of BatchImportFindings ("Security Hub API reference"), in bytes
// where they are of a size. A batch leaves room for the request around it.
const (
	maxBatch        = 100
	maxBatchSize    = 6_000_000 - 10_000
	maxFindingSize  = 240_000
	providerOfScope = "aws"
)

// Options are what the batches are made with.
type Options struct {
	Note func(string) // told what is left out; may be nil
}

// A compared Reader knows of an earlier scan. What failed there and was seen by
// this scan to be mended or gone is archived. Without that, nothing is: what a
// scan did not read may fail still.
type compared interface {
	Resolved() iter.Seq2[*scanner.Finding, error]
}

// Write writes the findings of the accounts of AWS, by account and region; a
// batch has to be sent from its account, in its region. Findings of no region
// go to the account's home region.
func (o Options) Write(create func(name string) (io.Writer, error), r scanner.Reader) error {
	w := &writer{create: create, summary: r.Summary(), batches: map[place]*batch{}, left: map[string]int{}}
	resolved := map[string]*scanner.Finding{}
	if c, ok := r.(compared); ok {
		for f, err := range c.Resolved() {
			if err != nil {
				return err
			}
			resolved[f.ID] = f
		}
	}
	for f, err := range r.Findings() {
		if err != nil {
			return err
		}
		state := active
		if resolved[f.ID] != nil && mended[f.Status] && !f.Stale {
			state = archived
		}
		delete(resolved, f.ID)
		if err := w.add(f, state); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(resolved)) {
		if err := w.add(resolved[id], gone); err != nil {
			return err
		}
	}
	if err := w.flushAll(); err != nil {
		return err
	}
	if o.Note != nil {
		w.tell(o.Note)
	}
	return nil
}

// mended are the verdicts that a failure of an earlier scan is archived for.
var mended = map[checks.Verdict]bool{checks.Pass: true, checks.Attested: true, checks.NotApplicable: true}

// A place is where a batch has to be sent.
type place struct{ account, region string }

type batch struct {
	findings [][]byte
	size     int
	number   int // of batches that were written
}

type writer struct {
	create  func(name string) (io.Writer, error)
	summary *scanner.Summary
	account string
	batches map[place]*batch
	written int
	left    map[string]int // findings left out, by why
}

var (
	accountID  = regexp.MustCompile(`^\d{12}$`)
	regionName = regexp.MustCompile(`^[a-z]{2,4}(-[a-z]+)+-\d+$`)
)

// add puts a finding into the batch of its place; a full one is written.
func (w *writer) add(f *scanner.Finding, s state) error {
	switch {
	case f.Provider != providerOfScope:
		w.left[fmt.Sprintf("of %s: the format is of AWS accounts alone", f.Provider)]++
		return nil
	case !accountID.MatchString(f.Account):
		w.left["of accounts without a number of twelve digits"]++
		return nil
	}
	at := place{f.Account, w.region(f)}
	if !regionName.MatchString(at.region) || len(at.region) > 16 {
		w.left["of a region that is none"]++
		return nil
	}
	one := w.finding(f, at.region, s)
	line, size, err := encode(one)
	if err != nil {
		return fmt.Errorf("writing a finding of %s: %w", f.Check, err)
	}
	if size > maxFindingSize {
		one.Resources[0].Details, one.Resources[0].Tags = nil, nil
		if line, size, err = encode(one); err != nil {
			return err
		}
	}
	if why := broken(one, size); why != "" {
		w.left[why]++
		return nil
	}
	if f.Account != w.account { // findings come by account: those of the last are done
		if err := w.flushAll(); err != nil {
			return err
		}
		w.account = f.Account
	}
	b := w.batches[at]
	if b == nil {
		b = &batch{}
		w.batches[at] = b
	}
	if len(b.findings) == maxBatch || b.size+size+2 > maxBatchSize {
		if err := w.flush(at, b); err != nil {
			return err
		}
	}
	b.findings, b.size = append(b.findings, line), b.size+size+2
	return nil
}

// flushAll writes what is left of each batch. The numbers go on.
func (w *writer) flushAll() error {
	order := slices.SortedFunc(maps.Keys(w.batches), func(a, b place) int { return strings.Compare(a.account+a.region, b.account+b.region) })
	for _, at := range order {
		if err := w.flush(at, w.batches[at]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) flush(at place, b *batch) error {
	if len(b.findings) == 0 {
		return nil
	}
	b.number++
	out, err := w.create(fmt.Sprintf("asff_%s_%s_%04d.json", at.account, at.region, b.number))
	if err != nil {
		return err
	}
	var text bytes.Buffer
	text.WriteString("[\n")
	text.Write(bytes.Join(b.findings, []byte(",\n")))
	text.WriteString("\n]\n")
	b.findings, b.size = nil, 0
	w.written++
	_, err = out.Write(text.Bytes())
	return err
}

// tell says what was left out, and that there is nothing to import.
func (w *writer) tell(note func(string)) {
	for _, why := range slices.Sorted(maps.Keys(w.left)) {
		word := "findings"
		if w.left[why] == 1 {
			word = "finding"
		}
		note(fmt.Sprintf("asff: left out %d %s %s", w.left[why], word, why))
	}
	if w.written == 0 {
		note("asff: no finding of an AWS account, so no file was written")
	}
}

// encode returns a finding as JSON, and how many bytes it takes at most when
// another program has read it and written it again: with all that is not ASCII
// escaped, and a space after each comma and colon.
func encode(f finding) (line []byte, size int, err error) {
	line, err = json.Marshal(f)
	for rest := line; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch rest = rest[n:]; {
		case r == ',' || r == ':':
			size += 2
		case r < utf8.RuneSelf:
			size++
		case r < 0x10000:
			size += 6
		default:
			size += 12
		}
	}
	return line, size, err
}

// region is where the finding belongs: its own, or else the home region of the
// account, which is that of its partition where it was scanned, and otherwise
// the first that was.
func (w *writer) region(f *scanner.Finding) string {
	if f.Region != "" && f.Region != "global" {
		return f.Region
	}
	var scanned []string
	for _, s := range w.summary.Scopes {
		if s.Provider == f.Provider && s.Account == f.Account {
			scanned = s.Regions
		}
	}
	home := map[string]string{"aws": "us-east-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1"}[partition(f, scanned)]
	if len(scanned) == 0 || slices.Contains(scanned, home) {
		return home
	}
	return slices.Min(scanned)
}

// partition is the part of AWS that an account belongs to.
func partition(f *scanner.Finding, regions []string) string {
	for _, text := range append([]string{f.Region}, regions...) {
		switch {
		case strings.HasPrefix(text, "cn-"):
			return "aws-cn"
		case strings.HasPrefix(text, "us-gov-"):
			return "aws-us-gov"
		}
	}
	for _, p := range []string{"aws-cn", "aws-us-gov"} {
		if strings.HasPrefix(f.Resource.FullID, "arn:"+p+":") {
			return p
		}
	}
	return "aws"
}
