package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"demarc/scanner/attest"
	"demarc/scanner/decision"
)

func (a *app) attestCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "attest", Short: "Answer the controls that no API can: write, list and check attestations", Args: cobra.NoArgs,
		Long: "An attestation is a person's word, approved by a second one, on what no API can tell. A scan\n" +
			"takes files of them with --attestations FILE; docs/attestations.md describes the file.",
		RunE: func(*cobra.Command, []string) error {
			return usagef("attest needs one of new ID, list [FILE…] and check FILE…")
		},
	}
	c.AddCommand(a.attestNewCommand(), a.attestListCommand(), a.attestCheckCommand())
	return c
}

func (a *app) attestNewCommand() *cobra.Command {
	var d attest.Draft
	var evidence, file string
	c := &cobra.Command{
		Use: "new ID", Short: "Print an attestation of a control or a duty to fill in, or append it to a file", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			d.ID = args[0]
			if err := draftEvidence(&d, evidence, file); err != nil {
				return err
			}
			if file != "" {
				return a.appendAttestation(file, d)
			}
			text, err := attest.Skeleton(d, attestable(), time.Now(), "  ")
			if err != nil {
				return usageError{err}
			}
			_, err = fmt.Fprint(a.stdout, attest.Head+text)
			return err
		},
	}
	f := c.Flags()
	f.StringVar(&d.Account, "account", "", "the accounts that it is for, as a pattern; all where left out")
	f.StringVar(&d.Statement, "statement", "", "what is done")
	f.StringVar(&d.Owner, "owner", "", "who answers for it")
	f.StringVar(&d.Approver, "approver", "", "someone else, who approves it")
	f.StringVar(&evidence, "evidence", "", "an https link, or a file, whose hash is noted")
	f.StringVar(&file, "append", "", "the file to add it to; it is made where there is none")
	return c
}

// draftEvidence notes a link, or a file by its hash and by its path from the
// folder of the attestations.
func draftEvidence(d *attest.Draft, evidence, file string) (err error) {
	if evidence == "" || strings.HasPrefix(evidence, "https://") {
		d.Evidence.Link = evidence
		return nil
	}
	if d.Evidence.SHA256, err = attest.Hash(evidence); err != nil {
		return usagef("--evidence: %w; give an https link or a file", err)
	}
	d.Evidence.Path = evidence
	if file != "" && !filepath.IsAbs(evidence) {
		if d.Evidence.Path, err = filepath.Rel(filepath.Dir(file), evidence); err != nil {
			return usagef("--evidence: %w", err)
		}
	}
	d.Evidence.Path = filepath.ToSlash(d.Evidence.Path)
	return nil
}

func (a *app) appendAttestation(file string, d attest.Draft) error {
	text, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot read %s: %w", file, reason(err))
	}
	if text, err = attest.Append(file, text, d, attestable(), time.Now()); err != nil {
		return usageError{err}
	}
	out, err := newWholeFile(file, 0o666)
	if err != nil {
		return err
	}
	if _, err := out.Write(text); err != nil {
		out.discard()
		return fmt.Errorf("cannot write %s: %w", file, reason(err))
	}
	return out.commit()
}

func (a *app) attestListCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list [FILE…]", Short: "List every control that a person answers: open, attested until when, expired",
		RunE: func(_ *cobra.Command, files []string) error {
			b, err := attest.Load(files, attestable())
			if err != nil {
				return usageError{err}
			}
			all := b.Standings(attestable(), time.Now())
			if asJSON {
				return a.printJSON(all)
			}
			t := table.NewWriter()
			t.SetStyle(table.StyleLight)
			t.AppendHeader(table.Row{"control", "state", "accounts", "owner", "what"})
			for _, s := range all {
				t.AppendRow(table.Row{s.ID, standing(s), printable(strings.Join(s.Account, ", ")), printable(s.Owner), s.Title})
			}
			_, err = fmt.Fprintln(a.stdout, t.Render())
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func standing(s attest.Standing) string {
	switch attest.State(s.State) {
	case attest.Holds:
		return "attested until " + s.Until
	case attest.Expired:
		return "expired on " + s.Until
	case attest.Future:
		return "from " + s.From
	}
	return s.State
}

func (a *app) attestCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use: "check FILE…", Short: "Say what is wrong with files of attestations, and which do not hold", Args: cobra.MinimumNArgs(1),
		Long: "Say what is wrong with files of attestations, which have expired or are dated in the future,\n" +
			"and whether the files that they rest on are those that were attested. Links are not followed.\n\n" +
			"Exit codes:\n  0  all hold\n  2  wrong usage, or a file that is wrong\n  3  some do not hold",
		RunE: func(_ *cobra.Command, files []string) error {
			b, err := attest.Load(files, attestable())
			if err != nil {
				return usageError{err}
			}
			bad := false
			for _, one := range b.All {
				for _, said := range doubts(one, time.Now()) {
					bad = true
					fmt.Fprintln(a.stdout, printable(said))
				}
			}
			if bad {
				return outcome(exitFindings)
			}
			fmt.Fprintf(a.stdout, "%d attestations: all hold\n", len(b.All))
			return nil
		},
	}
}

// doubts says why an attestation does not hold; nothing where it does.
func doubts(one *attest.Attestation, now time.Time) (all []string) {
	switch one.State(decision.DayOf(now)) {
	case attest.Expired:
		all = append(all, fmt.Sprintf("%s: the attestation of %s expired on %s", one.Place, one.ID, one.Expires))
	case attest.Future:
		all = append(all, fmt.Sprintf("%s: the attestation of %s is dated %s, which is still to come", one.Place, one.ID, one.Date))
	}
	if err := one.VerifyEvidence(); err != nil {
		all = append(all, err.Error())
	}
	return all
}
