// Package diff compares two scans. What this scan could not read is never called
// fixed, and a change of the scan itself (its checks, their parameters, its
// scope) is told apart from a change of the accounts.
package diff

import (
	"fmt"
	"io"

	"demarc/checks"
	"demarc/scanner"
)

// A Row is a finding as far as a comparison needs it.
type Row struct {
	ID       string          `json:"id"`
	Check    string          `json:"check"`
	Status   checks.Verdict  `json:"status"`
	Severity checks.Severity `json:"severity"`
	Provider string          `json:"provider"`
	Account  string          `json:"account"`
	Region   string          `json:"region"`
	Resource Resource        `json:"resource"`
	Message  string          `json:"message"`
	Stale    bool            `json:"stale"`
}

// A Resource is what a Row is about.
type Resource struct {
	ID     string `json:"id"`
	FullID string `json:"fullId"`
	Name   string `json:"name"`
	Type   string `json:"type"`
}

// A Side is one of the two scans.
type Side struct {
	Summary *scanner.Summary
	Rows    []Row
}

// Read reads a scan that was kept as JSON or JSON lines.
func Read(r io.Reader) (*Side, error) {
	s := &Side{}
	words := map[string]string{}
	one := func(w *string) { // words that many rows share are kept once
		if kept, ok := words[*w]; ok {
			*w = kept
			return
		}
		words[*w] = *w
	}
	var err error
	s.Summary, err = scanner.Stream(r, func(f *Row) error {
		if f.Status == checks.Pass || f.Status == checks.NotApplicable {
			f.Message = "" // never shown
		}
		status := string(f.Status)
		for _, w := range []*string{&f.Check, &status, &f.Provider, &f.Account, &f.Region, &f.Resource.Type, &f.Resource.ID, &f.Resource.FullID, &f.Resource.Name} {
			one(w)
		}
		f.Status = checks.Verdict(status)
		s.Rows = append(s.Rows, *f)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return s, nil
}

// ReadBoth reads two scans side by side.
func ReadBoth(old, new io.Reader) (o, n *Side, err error) {
	done := make(chan error, 1)
	go func() {
		var err error
		o, err = Read(old)
		done <- err
	}()
	n, newErr := Read(new)
	if err := <-done; err != nil {
		return nil, nil, fmt.Errorf("the old scan: %w", err)
	}
	if newErr != nil {
		return nil, nil, fmt.Errorf("the new scan: %w", newErr)
	}
	return o, n, nil
}
