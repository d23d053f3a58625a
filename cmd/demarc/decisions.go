package main

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/pflag"

	"demarc/checks"
	"demarc/checks/all"
	"demarc/scanner"
	"demarc/scanner/attest"
	"demarc/scanner/diff"
	"demarc/scanner/suppress"
)

// decisions are the files in which people decided on findings, and the scan
// that a new one is held against.
type decisions struct {
	attestations, suppressions []string
	baseline                   string
	failOnNew                  bool
}

func (d *decisions) flags(f *pflag.FlagSet) {
	f.StringArrayVar(&d.attestations, "attestations", nil, "a file of attestations: demarc attest; may be repeated")
	f.StringArrayVar(&d.suppressions, "suppressions", nil, "a file of suppressions: demarc suppress; may be repeated")
	f.StringVar(&d.baseline, "baseline", "", "an earlier scan, as JSON or JSON lines; what failed there and cannot be read now is marked as stale")
	f.BoolVar(&d.failOnNew, "fail-on-new", false, "exit with 3 only for failures that the --baseline does not have")
}

// decided are the decisions of one scan.
type decided struct {
	now        time.Time
	attested   *attest.Book
	suppressed *suppress.Book
	baseline   *diff.Baseline
	onlyNew    bool
}

// attestable is everything that can be attested.
func attestable() attest.Registry {
	return attest.Registry{Checks: all.Checks, Controls: all.Controls, Duties: checks.Duties()}
}

// decided reads the files. own are the user's checks, beside those that there
// are; now is the day on which decisions have to hold, today where it is zero:
// also for a snapshot, however old.
func (a *app) decided(d *decisions, own []*checks.Check, now time.Time) (*decided, error) {
	if d.failOnNew && d.baseline == "" {
		return nil, usagef("--fail-on-new needs a --baseline: a scan that --format json or jsonl wrote")
	}
	if now.IsZero() {
		now = time.Now()
	}
	out := &decided{now: now, onlyNew: d.failOnNew}
	var err error
	if out.attested, err = attest.Load(d.attestations, attestable()); err != nil {
		return nil, usageError{err}
	}
	if out.suppressed, err = suppress.Load(d.suppressions, slices.Concat(all.Checks, own)); err != nil {
		return nil, usageError{err}
	}
	if d.baseline == "" {
		return out, nil
	}
	in, err := a.input(d.baseline, "the baseline")
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if out.baseline, err = diff.ReadBaseline(in); err != nil {
		return nil, fmt.Errorf("the baseline %s: %w", d.baseline, err)
	}
	return out, nil
}

// into lets a scan ask for the decisions.
func (d *decided) into(c scanner.Config) scanner.Config {
	c.Review = append(c.Review, d.attested.Review(d.now), d.suppressed.Review(d.now))
	if d.baseline != nil {
		c.Review = append(c.Review, d.baseline.Review)
	}
	c.Duties = d.attested.Duties(d.now)
	return c
}

// counts reports whether a failure counts for the exit code.
func (d *decided) counts(f *scanner.Finding) bool { return !d.onlyNew || !d.baseline.Failed(f) }

// tell says on standard error what became of the decisions.
func (d *decided) tell(w io.Writer, s scanner.Reader) error {
	for _, line := range d.suppressed.Notes(s.Summary(), d.now) {
		fmt.Fprintf(w, "demarc: %s\n", printable(line))
	}
	if !d.onlyNew {
		return nil
	}
	known, fresh := 0, 0
	for f, err := range s.Findings() {
		switch {
		case err != nil:
			return err
		case f.Status != checks.Fail:
		case d.counts(f):
			fresh++
		default:
			known++
		}
	}
	fmt.Fprintf(w, "demarc: since the baseline %s: %d new failures; %d that it has do not count\n", printable(d.baseline.ID), fresh, known)
	return nil
}
