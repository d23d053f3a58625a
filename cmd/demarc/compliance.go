package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"demarc/checks"
	"demarc/checks/all"
	"demarc/checks/frameworks"
	"demarc/report/compliance"
	"demarc/scanner"
)

const complianceFormats = "text, csv, json or html"

func (a *app) complianceCommand() *cobra.Command {
	var from, format, output string
	c := &cobra.Command{
		Use:   "compliance [FRAMEWORK] [--from SCAN]",
		Short: "Show how the requirements of a framework stand in a scan",
		Long: "Show for each requirement of a framework how it stands in a kept scan, and for all frameworks\n" +
			"how many stand how. A requirement is met only where something looked at it, nothing failed,\n" +
			"nothing was unreadable and no control waits for a person. Without --from: what could answer.\n\n" +
			"Frameworks: " + strings.Join(frameworkWords(), ", ") + ".",
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			write, err := a.complianceWriter(args, format, output == "" || standardOutput[output])
			if err != nil {
				return err
			}
			var out *wholeFile
			if output != "" && !standardOutput[output] {
				if out, err = newWholeFile(output, 0o666); err != nil {
					return err
				}
			}
			answers, err := a.answers(from)
			switch {
			case err != nil:
				out.discard()
				return err
			case out == nil:
				return write(a.stdout, answers)
			}
			if err := write(out, answers); err != nil {
				out.discard()
				return fmt.Errorf("cannot write %s: %w", output, reason(err))
			}
			return out.commit()
		},
	}
	c.Flags().StringVar(&from, "from", "", "the scan, as JSON or JSON lines; - for standard input")
	c.Flags().StringVar(&format, "format", "text", complianceFormats)
	c.Flags().StringVar(&output, "output", "", "the file that it goes to; standard output where there is none")
	return c
}

// answers reads a scan, or none where from is empty.
func (a *app) answers(from string) (*compliance.Answers, error) {
	registry := scanner.Describe(all.Checks, all.Controls)
	if from == "" {
		return compliance.Read(nil, registry)
	}
	s, err := a.readScan(from)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return compliance.Read(s, registry)
}

// complianceWriter finds how to write one framework, or all of them where none
// is named.
func (a *app) complianceWriter(args []string, format string, terminal bool) (func(io.Writer, *compliance.Answers) error, error) {
	text := compliance.Text{}
	if terminal {
		text = compliance.Text{Color: a.colored(a.stdout), Width: width(a.stdout)}
	}
	one := map[string]func(io.Writer, compliance.Report) error{
		"text": text.Report, "csv": compliance.CSV, "html": compliance.HTML,
		"json": func(w io.Writer, r compliance.Report) error { return compliance.JSON(w, r) },
	}[format]
	overview := map[string]func(io.Writer, []compliance.Report) error{
		"text": text.Overview, "csv": compliance.OverviewCSV, "html": compliance.OverviewHTML,
		"json": func(w io.Writer, all []compliance.Report) error { return compliance.JSON(w, all) },
	}[format]
	if one == nil {
		return nil, usagef("unknown format %q: use %s", format, complianceFormats)
	}
	if len(args) == 0 {
		return func(w io.Writer, x *compliance.Answers) error { return overview(w, x.All()) }, nil
	}
	fw, err := frameworkNamed(args[0])
	if err != nil {
		return nil, err
	}
	return func(w io.Writer, x *compliance.Answers) error { return one(w, x.Of(fw)) }, nil
}

// frameworkNamed finds a framework by its name or a short one.
func frameworkNamed(word string) (checks.Framework, error) {
	if fw, ok := frameworks.Find(word); ok {
		return fw, nil
	}
	known := map[string]bool{}
	for _, i := range frameworks.All() {
		known[string(i.Name)] = true
		for _, s := range i.Short {
			known[s] = true
		}
	}
	hint := suggest(word, known)
	if hint == "" {
		hint = ": use " + strings.Join(frameworkWords(), ", ")
	}
	return "", usagef("unknown framework %q%s", word, hint)
}

// frameworkWords are the words that people type for the frameworks.
func frameworkWords() (words []string) {
	for _, i := range frameworks.All() {
		words = append(words, i.Short[0])
	}
	return words
}
