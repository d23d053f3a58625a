package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/rs/zerolog"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"demarc/scanner"
)

// version is that of the release; .ci/release reads it here.
var version = "0.1.0"

// The exit codes, which every command's help lists.
const (
	exitOK       = 0
	exitFailed   = 1
	exitUsage    = 2
	exitFindings = 3
	exitUnread   = 4
)

const exitCodes = `Exit codes:
  0  nothing found
  1  could not scan, the scan was ended early, or a report could not be written
  2  wrong usage
  3  findings at or above --fail-on
  4  no such finding, but something that a chosen check needed could not be read
     (what the provider does not offer there does not count), or a check is broken`

// outcome is an error that is only an exit code: what there was to say is said.
type outcome int

func (o outcome) Error() string { return fmt.Sprintf("exit code %d", int(o)) }

// usageError is an error in the command line.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// app is one run of the command.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	logLevel, logFormat, colorMode string
	log                            zerolog.Logger
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "demarc",
		Short: "Scan cloud accounts for what is the customer's to secure",
		Long: "demarc scans cloud accounts, read-only, for the controls on the customer's side of the\n" +
			"shared-responsibility line, and shows who owns each cell of the matrix, what passed,\n" +
			"what failed, what could not be read and what nothing looks at.\n\n" + exitCodes,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			return a.setUpLog()
		},
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.logLevel, "log-level", "warn", "debug, info, warn or error")
	flags.StringVar(&a.logFormat, "log-format", "text", "text or json; logs go to standard error")
	flags.StringVar(&a.colorMode, "color", "auto", "auto, always or never; auto honours NO_COLOR and CLICOLOR_FORCE")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(a.scanCommand(), a.reportCommand(), a.checksCommand(), a.permissionsCommand(), a.glossaryCommand(), a.matrixCommand(), a.explainCommand(), a.complianceCommand(), a.configCommand(), a.doctorCommand(), a.diffCommand(), a.notifyCommand(), a.attestCommand(), a.suppressCommand(), a.versionCommand())
	withExitCodes(root)
	return root
}

// withExitCodes adds the exit codes to the help of every command.
func withExitCodes(c *cobra.Command) {
	for _, sub := range c.Commands() {
		if sub.Long == "" {
			sub.Long = sub.Short + "."
		}
		if !strings.Contains(sub.Long, "Exit codes:") {
			sub.Long += "\n\n" + exitCodes
		}
		withExitCodes(sub)
	}
}

func (a *app) setUpLog() error {
	level, err := zerolog.ParseLevel(a.logLevel)
	if err != nil || a.logLevel == "" {
		return usagef("unknown log level %q: use debug, info, warn or error", a.logLevel)
	}
	switch a.logFormat {
	case "json":
		a.log = zerolog.New(a.stderr)
	case "text":
		a.log = zerolog.New(zerolog.ConsoleWriter{Out: a.stderr, NoColor: !a.colored(a.stderr)})
	default:
		return usagef("unknown log format %q: use text or json", a.logFormat)
	}
	switch a.colorMode {
	case "auto", "always", "never":
	default:
		return usagef("unknown --color %q: use auto, always or never", a.colorMode)
	}
	a.log = a.log.Level(level).With().Timestamp().Logger()
	return nil
}

// exit reports an error and turns it into the exit code.
func (a *app) exit(err error) int {
	if err == nil {
		return exitOK
	}
	var o outcome
	if errors.As(err, &o) {
		return int(o)
	}
	var u usageError
	var region scanner.UsageError
	if errors.As(err, &region) {
		err = region
	}
	fmt.Fprintf(a.stderr, "demarc: %s\n", err)
	if errors.As(err, &u) || errors.As(err, &region) || strings.HasPrefix(err.Error(), "unknown command") || strings.HasPrefix(err.Error(), "required flag") || strings.Contains(err.Error(), "arg(s)") {
		return exitUsage
	}
	return exitFailed
}

// colored decides whether w gets colours: the flag, then NO_COLOR, then
// CLICOLOR_FORCE, then whether it is a terminal that knows them.
func (a *app) colored(w io.Writer) bool {
	switch {
	case a.colorMode == "always":
		return true
	case a.colorMode == "never", os.Getenv("NO_COLOR") != "":
		return false
	case os.Getenv("CLICOLOR_FORCE") != "" && os.Getenv("CLICOLOR_FORCE") != "0":
		return true
	}
	return os.Getenv("TERM") != "dumb" && isTerminal(w)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width is the width of the terminal behind w, or COLUMNS where that is set;
// 0 where it is not known.
func width(w io.Writer) int {
	if cols, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && cols > 0 {
		return cols
	}
	if f, ok := w.(*os.File); ok {
		if cols, _, err := term.GetSize(int(f.Fd())); err == nil {
			return cols
		}
	}
	return 0
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if keepCanary == nil {
				return usagef("the canary is gone")
			}
			_, err := fmt.Fprintf(a.stdout, "demarc %s\n", version)
			return err
		},
	}
}
