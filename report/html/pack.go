package html

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"demarc/checks"
	"demarc/report/matrix"
	"demarc/scanner"
)

// maxFindings is how many findings a page holds: more make a browser slow.
const maxFindings = 200_000

// pack writes the scan as the page reads it (assets/data.js turns it back into
// the published form): the summary and the matrix as they are published, and
// the findings as rows in which what many of them share stands once.
func pack(w io.Writer, r scanner.Reader) error {
	m, err := matrix.Build(r)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	summary, err := json.Marshal(r.Summary())
	if err != nil {
		return fmt.Errorf("writing the summary: %w", err)
	}
	grid, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("writing the matrix: %w", err)
	}
	fmt.Fprintf(b, "{\"scan\":%s,\"matrix\":%s},\"rows\":[", summary[:len(summary)-1], grid)
	p := packer{summary: r.Summary(), b: b}
	leftOut, err := p.findings(r, maxFindings)
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "],\"leftOut\":%d", leftOut)
	for _, t := range []struct {
		name string
		of   *table
	}{{"ids", &p.ids}, {"scopes", &p.scopes}, {"resources", &p.resources}, {"gaps", &p.gaps}} {
		fmt.Fprintf(b, ",%q:[%s]", t.name, strings.Join(t.of.rows, ","))
	}
	b.WriteString("}")
	return b.Flush()
}

type packer struct {
	summary                      *scanner.Summary
	b                            *bufio.Writer
	ids, scopes, resources, gaps table
	rows                         int
}

// findings writes the rows, at most so many, and returns how many it left out.
// Where not all fit, those that ask for attention come first, and what passed
// or does not apply is left out altogether: the counts of checks and of the
// matrix still hold it.
func (p *packer) findings(r scanner.Reader, most int) (leftOut int, err error) {
	total := 0
	for _, n := range p.summary.Counts {
		total += n
	}
	calm := map[checks.Verdict]bool{}
	if total > most {
		calm[checks.Pass], calm[checks.NotApplicable] = true, true
	}
	for f, err := range r.Findings() {
		if err != nil {
			return 0, err
		}
		if calm[f.Status] || p.rows >= most {
			leftOut++
			continue
		}
		if err := p.row(f); err != nil {
			return 0, fmt.Errorf("writing a finding of %s: %w", f.Check, err)
		}
	}
	return leftOut, nil
}

// scope is what the findings of one account share.
type scope struct {
	Provider    string `json:"provider"`
	Account     string `json:"account"`
	AccountName string `json:"accountName,omitempty"`
}

// row writes one finding. What its check tells of it, and its fingerprint, are
// left to the page.
func (p *packer) row(f *scanner.Finding) error {
	gaps := make([]int, len(f.Gaps))
	for i, g := range f.Gaps {
		gaps[i] = p.gaps.index(g)
	}
	because := f.Risk.Because
	if because == nil {
		because = []string{}
	}
	line := []any{
		p.ids.index(f.Check), f.Status, f.Severity, p.scopes.index(scope{f.Provider, f.Account, f.AccountName}), p.resources.index(f.Resource),
		f.Message, f.Evidence, gaps, f.Risk.Score, because,
	}
	if more := p.more(f); len(more) > 0 {
		line = append(line, more)
	}
	if p.rows > 0 {
		p.b.WriteString(",\n")
	}
	p.rows++
	text, err := json.Marshal(line)
	if err != nil {
		return err
	}
	p.b.Write(text)
	return nil
}

// more holds the fields of the published form in which a finding differs from
// what the page makes of its row.
func (p *packer) more(f *scanner.Finding) map[string]any {
	more := map[string]any{}
	c := p.summary.Check(f.Check)
	if c == nil {
		c = &scanner.Check{}
	}
	if c.Area != f.Area {
		more["area"] = f.Area
	}
	if c.ServiceModel != f.ServiceModel {
		more["serviceModel"] = f.ServiceModel
	}
	if f.Owner != checks.Customer {
		more["owner"] = f.Owner
	}
	if f.Region != f.Resource.Region {
		more["region"] = f.Region
	}
	if f.ID != scanner.Fingerprint(f.Provider, f.Resource.Account, f.Resource.Region, f.Resource.FullID, f.Check) {
		more["id"] = f.ID
	}
	if f.Suppression != nil {
		more["suppression"] = f.Suppression
	}
	if f.Attestation != nil {
		more["attestation"] = f.Attestation
	}
	if f.Stale {
		more["stale"] = true
	}
	return more
}

// A table keeps each value once, as JSON, in the order in which they came.
type table struct {
	rows []string
	at   map[string]int
}

// index returns the number of a value, which it adds where it is new.
func (t *table) index(v any) int {
	text, err := json.Marshal(v)
	if err != nil {
		text = []byte("null") // of the types given here, none fails
	}
	if i, ok := t.at[string(text)]; ok {
		return i
	}
	if t.at == nil {
		t.at = map[string]int{}
	}
	t.at[string(text)] = len(t.rows)
	t.rows = append(t.rows, string(text))
	return len(t.rows) - 1
}
