package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"demarc/checks"
	"demarc/checks/all"
	"demarc/examples/demo"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// scanFlags are what all scans take.
type scanFlags struct {
	selection
	configured
	decisions
	formats, outputs []string
	anchor           string
	failOn           string
	snapshot         string
	quiet            bool
	custom           []string
	concurrency      int
}

func (s *scanFlags) flags(f *pflag.FlagSet) {
	s.selection.flags(f)
	s.configured.flags(f)
	s.decisions.flags(f)
	formatFlags(f, &s.formats, &s.outputs, &s.anchor)
	f.StringVar(&s.failOn, "fail-on", "high", "exit with 3 for failures of this severity or worse: critical, high, medium, low, info, none")
	f.StringSliceVar(&s.custom, "custom", nil, "files and folders with checks of your own")
	f.BoolVar(&s.quiet, "quiet", false, "no report on standard output where all formats go to files")
	f.StringVar(&s.snapshot, "snapshot", "", "write the inventory with its gaps to this file, for scan --from")
	f.IntVar(&s.concurrency, "concurrency", 64, "calls in flight")
}

func (a *app) scanCommand() *cobra.Command {
	var f scanFlags
	var from string
	c := &cobra.Command{
		Use:   "scan",
		Short: "Scan clouds, the demo estate or a snapshot",
		Long: "Scan one or several clouds (demarc scan aws azure gcp), the embedded demo estate (demarc\n" +
			"scan demo), or evaluate checks again over a snapshot, without a call (demarc scan --from FILE).",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.configure(&f.configured, cmd.Flags(), os.Getenv); err != nil {
				return err
			}
			if from == "" {
				return usagef("what is to be scanned?\n%s", loginsFound(os.Getenv, os.Stat))
			}
			return a.scanFrom(cmd.Context(), &f, from)
		},
	}
	f.flags(c.Flags())
	c.Flags().StringVar(&from, "from", "", "a snapshot that --snapshot wrote; - for standard input")
	for _, name := range cloudNames {
		c.AddCommand(a.scanCloudCommand(name))
	}
	c.AddCommand(a.scanDemoCommand())
	return c
}

func (a *app) scanCloudCommand(name string) *cobra.Command {
	var f scanFlags
	var w ways
	c := &cobra.Command{
		Use:   name + " [more clouds]",
		Short: "Scan " + clouds[name].what + ", read-only",
		Long: clouds[name].long + "\n\nOther clouds may follow, to be scanned in the same run: demarc scan aws azure gcp.\n" +
			"Only reading calls are sent. The User-Agent of every call holds demarc-<scan id>.",
		Args: func(_ *cobra.Command, args []string) error {
			for _, more := range args {
				if _, ok := clouds[more]; !ok {
					return usagef("unknown cloud %q: use %s", more, strings.Join(cloudNames, ", "))
				}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.configure(&f.configured, cmd.Flags(), os.Getenv); err != nil {
				return err
			}
			w.scanID = newScanID()
			chosen := []string{name}
			for _, more := range args {
				if !slices.Contains(chosen, more) {
					chosen = append(chosen, more)
				}
			}
			return a.scan(cmd.Context(), &f, chosen, func(ctx context.Context) (reached, error) {
				return a.open(ctx, &w, chosen)
			}, w.scanID, time.Time{})
		},
	}
	f.flags(c.Flags())
	w.flags(c.Flags())
	return c
}

func (a *app) scanDemoCommand() *cobra.Command {
	var f scanFlags
	c := &cobra.Command{
		Use:   "demo",
		Short: "Scan the embedded demo estate: no network, no credentials",
		Long: "Scan Larkspur, a made-up company with two flawed AWS accounts, an Azure subscription and\n" +
			"a Google Cloud project. They are served by doubles of the clouds' APIs inside the program:\n" +
			"no network, no credentials, always the same.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.configure(&f.configured, cmd.Flags(), os.Getenv); err != nil {
				return err
			}
			return a.scan(cmd.Context(), &f, cloudNames, func(ctx context.Context) (reached, error) {
				p, err := demo.Providers(ctx)
				return reached{providers: p}, err
			}, "demo", demo.Now)
		},
	}
	f.flags(c.Flags())
	return c
}

// newScanID names a scan: it goes into the User-Agent of every call.
func newScanID() string {
	var b [4]byte
	rand.Read(b[:])
	return time.Now().UTC().Format("20060102") + "-" + hex.EncodeToString(b[:])
}

// plan is a scan that is known to be possible: what is chosen, and the files
// that it goes to.
type plan struct {
	flags    *scanFlags
	checks   []*checks.Check
	controls []*checks.Control
	targets  []target
	failOn   checks.Severity // 0: never
	snapshot *wholeFile
	decided  *decided
}

// prepare refuses what is wrong before anything is asked of a cloud.
func (a *app) prepare(f *scanFlags, chosen []string, now time.Time) (p *plan, err error) {
	p = &plan{flags: f}
	if f.failOn != "none" {
		if p.failOn, err = checks.ParseSeverity(f.failOn); err != nil {
			return nil, usagef("--fail-on: %w, or none", err)
		}
	}
	if f.concurrency < 1 {
		return nil, usagef("--concurrency is to be at least 1")
	}
	own, err := customChecks(f.custom)
	if err != nil {
		return nil, err
	}
	if p.checks, p.controls, err = f.choose(ofClouds(slices.Concat(all.Checks, own), chosen), controlsOf(all.Controls, chosen)); err != nil {
		return nil, err
	}
	p.checks = f.apply(p.checks)
	if p.decided, err = a.decided(&f.decisions, own, now); err != nil {
		return nil, err
	}
	formats := f.formats
	if len(formats) == 0 && len(f.outputs) == 0 {
		formats = []string{"text"}
	}
	o, err := a.options(f.anchor)
	if err != nil {
		return nil, err
	}
	if p.targets, err = a.targets(formats, f.outputs, f.quiet, o); err != nil {
		return nil, err
	}
	if f.snapshot != "" {
		if p.snapshot, err = newWholeFile(f.snapshot, 0o600); err != nil {
			discard(p.targets)
			return nil, err
		}
	}
	if err := twice(p.targets, p.snapshot); err != nil {
		p.discard()
		return nil, err
	}
	return p, nil
}

func (p *plan) discard() {
	discard(p.targets)
	p.snapshot.discard()
}

// keep ends the snapshot and puts it in its place.
func (p *plan) keep(w *inventory.SnapshotWriter) error {
	if p.snapshot == nil {
		return nil
	}
	if err := w.Close(); err != nil {
		p.snapshot.discard()
		return fmt.Errorf("cannot write the snapshot %s: %w", p.snapshot.place, reason(err))
	}
	return p.snapshot.commit()
}

// scan runs one scan to its reports and its exit code.
func (a *app) scan(ctx context.Context, f *scanFlags, chosen []string, open func(context.Context) (reached, error), id string, now time.Time) error {
	p, err := a.prepare(f, chosen, now)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program itself
	in, err := open(ctx)
	if err != nil {
		p.discard()
		if ctx.Err() != nil {
			return errors.New("the scan was ended before it began")
		}
		return err
	}
	c := p.decided.into(scanner.Config{
		Providers: in.providers, Unreached: in.unreached, Checks: p.checks, Controls: p.controls, Evidence: f.evidence(), Params: f.values, Registry: all.Checks, Concurrency: f.concurrency, Now: now,
		ScanID: id, Version: version, Log: a.log, Watch: &inventory.Watch{},
	})
	if p.snapshot != nil {
		if c.Snapshot, err = inventory.NewSnapshotWriter(p.snapshot); err != nil {
			p.discard()
			return fmt.Errorf("writing the snapshot: %w", err)
		}
	}
	done := a.showProgress(c.Watch)
	s, err := scanner.Run(ctx, c)
	done()
	if err != nil {
		p.discard()
		return err
	}
	defer s.Close()
	notKept := p.keep(c.Snapshot)
	err = a.conclude(p, s)
	if notKept == nil {
		return err
	}
	if err == nil || errors.As(err, new(outcome)) {
		return notKept
	}
	return errors.Join(notKept, err)
}

// scanFrom evaluates a snapshot.
func (a *app) scanFrom(ctx context.Context, f *scanFlags, path string) error {
	if f.snapshot != "" {
		return usagef("--snapshot does not go with --from: the snapshot is there already")
	}
	in := io.NopCloser(a.stdin)
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("cannot read the snapshot: %w", err)
		}
		in = f
	}
	defer in.Close()
	p, err := a.prepare(f, cloudNames, time.Time{})
	if err != nil {
		return err
	}
	s, err := scanner.Replay(in, all.Checks, p.decided.into(scanner.Config{
		Checks: p.checks, Controls: p.controls, Evidence: f.evidence(), Params: f.values, ScanID: "snapshot", Version: version, Log: a.log,
	}))
	if err != nil {
		p.discard()
		return fmt.Errorf("%s: %w", path, err)
	}
	defer s.Close()
	return a.conclude(p, s)
}

// conclude writes the reports and works out the exit code.
func (a *app) conclude(p *plan, s *scanner.Scan) error {
	if err := a.writeAll(p.targets, s); err != nil {
		return err
	}
	if err := p.decided.tell(a.stderr, s); err != nil {
		return err
	}
	code, err := exitCode(s, p.failOn, p.decided.counts)
	if err != nil {
		return err
	}
	if code == exitFailed {
		fmt.Fprintln(a.stderr, "demarc: the scan was ended early; what was not reached is UNKNOWN in its reports")
	}
	if code == exitOK {
		return nil
	}
	return outcome(code)
}

// exitCode is what the findings amount to; failures that do not count are known.
func exitCode(s scanner.Reader, failOn checks.Severity, counts func(*scanner.Finding) bool) (int, error) {
	if !s.Summary().Complete {
		return exitFailed, nil
	}
	code := exitOK
	if len(s.Summary().Unreached) > 0 {
		code = exitUnread
	}
	for f, err := range s.Findings() {
		if err != nil {
			return exitFailed, err
		}
		switch f.Status {
		case checks.Fail:
			if failOn != 0 && f.Severity >= failOn && counts(f) {
				return exitFindings, nil
			}
		case checks.Error:
			code = exitUnread
		case checks.Unknown:
			for _, g := range f.Gaps {
				if !g.Expected() {
					code = exitUnread
				}
			}
		}
	}
	return code, nil
}

// evidence is what the clouds say of their half; a scan for some checks alone
// does not ask for it.
func (s *selection) evidence() []*checks.EvidenceSource {
	if len(s.checks)+len(s.services)+len(s.severities)+len(s.areas)+len(s.frameworks) > 0 {
		return nil
	}
	return all.Evidence
}

// ofClouds keeps the checks of some clouds: an id begins with its cloud's name.
func ofClouds(all []*checks.Check, chosen []string) (own []*checks.Check) {
	for _, c := range all {
		if name, _, _ := strings.Cut(c.ID, "-"); slices.Contains(chosen, name) {
			own = append(own, c)
		}
	}
	return own
}

func controlsOf(all []*checks.Control, chosen []string) (own []*checks.Control) {
	for _, c := range all {
		if name, _, _ := strings.Cut(c.ID, "-"); slices.Contains(chosen, name) {
			own = append(own, c)
		}
	}
	return own
}
