package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"demarc/checks/all"
	"demarc/scanner/decision"
	"demarc/scanner/suppress"
	"demarc/scanner/suppress/prowler"
)

func (a *app) suppressCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "suppress", Short: "Check files of suppressions, or make one of another tool's", Args: cobra.NoArgs,
		Long: "A suppression is a failure that a person accepts until a date, approved by a second one. A\n" +
			"scan takes files of them with --suppressions FILE; docs/suppressions.md describes the file.",
		RunE: func(*cobra.Command, []string) error {
			return usagef("suppress needs one of check FILE… and import --from prowler FILE")
		},
	}
	c.AddCommand(a.suppressCheckCommand(), a.suppressImportCommand())
	return c
}

func (a *app) suppressCheckCommand() *cobra.Command {
	var custom []string
	c := &cobra.Command{
		Use: "check FILE…", Short: "Say what is wrong with files of suppressions, and which have expired", Args: cobra.MinimumNArgs(1),
		Long: "Say what is wrong with files of suppressions, and which have expired.\n\n" +
			"Exit codes:\n  0  all hold\n  2  wrong usage, or a file that is wrong\n  3  some have expired",
		RunE: func(_ *cobra.Command, files []string) error {
			own, err := customChecks(custom)
			if err != nil {
				return err
			}
			b, err := suppress.Load(files, append(own, all.Checks...))
			if err != nil {
				return usageError{err}
			}
			expired := b.Expired(time.Now())
			for _, s := range expired {
				fmt.Fprintf(a.stdout, "%s: the suppression %s expired on %s\n", s.Place, printable(s.ID), s.Expires)
			}
			if len(expired) > 0 {
				return outcome(exitFindings)
			}
			fmt.Fprintf(a.stdout, "%d suppressions: all hold\n", len(b.All))
			return nil
		},
	}
	c.Flags().StringSliceVar(&custom, "custom", nil, "files and folders with checks of your own")
	return c
}

func (a *app) suppressImportCommand() *cobra.Command {
	var from, owner, approver, expires string
	c := &cobra.Command{
		Use: "import --from prowler MUTELIST.yaml", Short: "Print another tool's accepted findings as suppressions", Args: cobra.ExactArgs(1),
		Long: "Print a mute list of Prowler's as suppressions. What a suppression cannot say exactly is left\n" +
			"out, and listed on standard error. Who signs, and until when, is the user's to say.\n\n" +
			"Exit codes:\n  0  all of it was brought over\n  1  the file could not be read\n  2  wrong usage, or no mute list\n  4  some of it was left out",
		RunE: func(_ *cobra.Command, args []string) error {
			if from != "prowler" {
				return usagef("suppress import needs --from prowler: it knows no other tool")
			}
			if expires != "" {
				if _, err := decision.ParseDay(expires); err != nil {
					return usagef("--expires: %w", err)
				}
			}
			data, err := decision.ReadFile(args[0])
			if err != nil {
				return err
			}
			drafts, left, err := prowler.Import(args[0], data, all.Checks)
			if err != nil {
				return usageError{err}
			}
			for i := range drafts {
				d := &drafts[i]
				d.ID, d.Owner, d.Approver, d.Expires = fmt.Sprintf("prowler-%d", i+1), owner, approver, expires
			}
			if _, err := fmt.Fprint(a.stdout, suppress.Write(drafts)); err != nil {
				return err
			}
			for _, l := range left {
				fmt.Fprintf(a.stderr, "demarc: left out: %s\n", printable(l.String()))
			}
			if len(left) > 0 {
				return outcome(exitUnread)
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringVar(&from, "from", "", "the tool: prowler")
	f.StringVar(&owner, "owner", "", "who answers for all of them")
	f.StringVar(&approver, "approver", "", "someone else, who approves all of them")
	f.StringVar(&expires, "expires", "", "their last day, as 2027-01-31")
	return c
}
