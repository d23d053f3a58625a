package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"demarc/checks"
	awschecks "demarc/checks/aws"
	"demarc/examples/demo"
	"demarc/providers/aws/connect"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// scanFlags are what all scans take.
type scanFlags struct {
	selection
	formats, outputs []string
	failOn           string
	snapshot         string
	quiet            bool
	concurrency      int
}

func (s *scanFlags) flags(f *pflag.FlagSet) {
	s.selection.flags(f)
	f.StringSliceVar(&s.formats, "format", nil, "text, json, jsonl, sarif, markdown or csv; several with an --output each")
	f.StringSliceVar(&s.outputs, "output", nil, "the file that the format goes to, in the order of --format; - is standard output")
	f.StringVar(&s.failOn, "fail-on", "high", "exit with 3 for failures of this severity or worse: critical, high, medium, low, info, none")
	f.BoolVar(&s.quiet, "quiet", false, "no report on standard output where all formats go to files")
	f.StringVar(&s.snapshot, "snapshot", "", "write the inventory with its gaps to this file, for scan --from")
	f.IntVar(&s.concurrency, "concurrency", 64, "calls in flight")
}

func (a *app) scanCommand() *cobra.Command {
	var f scanFlags
	var from string
	c := &cobra.Command{
		Use:   "scan",
		Short: "Scan an account, the demo estate or a snapshot",
		Long:  "Scan an account (demarc scan aws), the embedded demo estate (demarc scan demo),\nor evaluate checks again over a snapshot, without a call (demarc scan --from FILE).",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if from == "" {
				return usagef("what is to be scanned? demarc scan aws, demarc scan demo, or demarc scan --from SNAPSHOT")
			}
			return a.scanFrom(cmd.Context(), &f, from)
		},
	}
	f.flags(c.Flags())
	c.Flags().StringVar(&from, "from", "", "a snapshot that --snapshot wrote")
	c.AddCommand(a.scanAWSCommand(), a.scanDemoCommand())
	return c
}

func (a *app) scanAWSCommand() *cobra.Command {
	var f scanFlags
	var s connect.Settings
	c := &cobra.Command{
		Use:   "aws",
		Short: "Scan an AWS account, read-only",
		Long: "Scan the AWS account behind the credentials that the SDK finds: a profile, the\nenvironment, single sign-on, a role or a web identity. Only reading calls are sent.\n\n" +
			"The User-Agent of every call and the role session name hold demarc-<scan id>.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s.ScanID = newScanID()
			return a.scan(cmd.Context(), &f, func(ctx context.Context) (scanner.Provider, error) {
				p, err := connect.Open(ctx, s)
				if err != nil {
					return nil, err
				}
				fmt.Fprintf(a.stderr, "demarc scan %s of AWS account %s as %s\n", s.ScanID, p.Account, p.Caller)
				return p, nil
			}, s.ScanID, time.Time{})
		},
	}
	f.flags(c.Flags())
	c.Flags().StringVar(&s.Profile, "profile", "", "the profile of the AWS configuration to use")
	c.Flags().StringVar(&s.RoleARN, "role-arn", "", "a role to assume first")
	c.Flags().StringVar(&s.ExternalID, "external-id", "", "the external id that the role asks for")
	c.Flags().StringSliceVar(&s.Regions, "region", nil, "only these regions (default: all that are enabled)")
	c.Flags().StringSliceVar(&s.Trusted, "trusted-account", nil, "accounts that are your own, beside the scanned one and its organization's")
	return c
}

func (a *app) scanDemoCommand() *cobra.Command {
	var f scanFlags
	c := &cobra.Command{
		Use:   "demo",
		Short: "Scan the embedded demo estate: no network, no credentials",
		Long:  "Scan Larkspur, a made-up company with two flawed AWS accounts. It is served by a\ndouble of the AWS API inside the program: no network, no credentials, always the same.",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.scan(cmd.Context(), &f, func(context.Context) (scanner.Provider, error) {
				return demo.Provider(), nil
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
}

// prepare refuses what is wrong before anything is asked of a cloud.
func (a *app) prepare(f *scanFlags) (p *plan, err error) {
	p = &plan{flags: f}
	if f.failOn != "none" {
		if p.failOn, err = checks.ParseSeverity(f.failOn); err != nil {
			return nil, usagef("--fail-on: %w, or none", err)
		}
	}
	if f.concurrency < 1 {
		return nil, usagef("--concurrency is to be at least 1")
	}
	if p.checks, p.controls, err = f.choose(awschecks.All, awschecks.Manual); err != nil {
		return nil, err
	}
	formats := f.formats
	if len(formats) == 0 && len(f.outputs) == 0 {
		formats = []string{"text"}
	}
	if p.targets, err = a.targets(formats, f.outputs, f.quiet); err != nil {
		return nil, err
	}
	if f.snapshot != "" {
		if p.snapshot, err = newWholeFile(f.snapshot, 0o600); err != nil {
			discard(p.targets)
			return nil, err
		}
	}
	return p, nil
}

func (p *plan) discard() {
	discard(p.targets)
	p.snapshot.discard()
}

// scan runs one scan to its reports and its exit code.
func (a *app) scan(ctx context.Context, f *scanFlags, open func(context.Context) (scanner.Provider, error), id string, now time.Time) error {
	p, err := a.prepare(f)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program itself
	provider, err := open(ctx)
	if err != nil {
		p.discard()
		return err
	}
	c := scanner.Config{
		Provider: provider, Checks: p.checks, Controls: p.controls, Concurrency: f.concurrency, Now: now,
		ScanID: id, Version: version, Log: a.log, Watch: &inventory.Watch{},
	}
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
	if p.snapshot != nil {
		if err := errors.Join(c.Snapshot.Close(), p.snapshot.commit()); err != nil {
			discard(p.targets)
			return fmt.Errorf("writing the snapshot: %w", err)
		}
	}
	return a.conclude(p, s)
}

// scanFrom evaluates a snapshot.
func (a *app) scanFrom(ctx context.Context, f *scanFlags, path string) error {
	if f.snapshot != "" {
		return usagef("--snapshot does not go with --from: the snapshot is there already")
	}
	in, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("cannot read the snapshot: %w", err)
	}
	defer in.Close()
	p, err := a.prepare(f)
	if err != nil {
		return err
	}
	s, err := scanner.Replay(in, awschecks.All, scanner.Config{
		Checks: p.checks, Controls: p.controls, ScanID: "snapshot", Version: version, Log: a.log,
	})
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
	code, err := exitCode(s, p.failOn)
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

// exitCode is what the findings amount to.
func exitCode(s scanner.Reader, failOn checks.Severity) (int, error) {
	if !s.Summary().Complete {
		return exitFailed, nil
	}
	code := exitOK
	for f, err := range s.Findings() {
		if err != nil {
			return exitFailed, err
		}
		switch f.Status {
		case checks.Fail:
			if failOn != 0 && f.Severity >= failOn {
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
