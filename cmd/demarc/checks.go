package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"demarc/checks"
	"demarc/checks/all"
	"demarc/checks/frameworks"
	"demarc/scanner"
)

func (a *app) checksCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "checks", Short: "List the checks, or show one",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usagef("checks needs list, show, new or test: demarc checks list, demarc checks show ID, demarc checks new KIND, demarc checks test FILE")
		},
	}
	c.AddCommand(a.checksListCommand(), a.checksShowCommand(), a.checksNewCommand(), a.checksTestCommand())
	return c
}

func (a *app) checksListCommand() *cobra.Command {
	var s selection
	var format string
	c := &cobra.Command{
		Use: "list", Short: "List the checks and the controls that a person answers", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			chosen, manual, err := s.choose(all.Checks, all.Controls)
			if err != nil {
				return err
			}
			listed := scanner.Describe(chosen, manual)
			switch format {
			case "json":
				enc := json.NewEncoder(a.stdout)
				enc.SetIndent("", "  ")
				return enc.Encode(listed)
			case "text":
			default:
				return usagef("unknown format %q: use text or json", format)
			}
			t := table.NewWriter()
			t.SetStyle(table.StyleLight)
			t.AppendHeader(table.Row{"check", "severity", "area", "title"})
			for _, c := range listed {
				t.AppendRow(table.Row{c.ID, c.Severity, c.Area, c.Title})
			}
			_, err = fmt.Fprintf(a.stdout, "%s\n%d checks, %d controls for a person to answer\n", t.Render(), len(chosen), len(manual))
			return err
		},
	}
	s.flags(c.Flags())
	c.Flags().StringVar(&format, "format", "text", "text or json")
	return c
}

func (a *app) checksShowCommand() *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: "Show a check: what it asks, why, the fix, what it needs",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("checks show needs one check id or alias")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			s := selection{checks: args}
			chosen, manual, err := s.choose(all.Checks, all.Controls)
			if err != nil {
				return err
			}
			for _, c := range chosen {
				a.showCheck(c)
			}
			for _, m := range manual {
				fmt.Fprintf(a.stdout, "%s\n%s\n\nNo API answers it: %s\nHow a person answers it: %s\n%s", m.ID, m.Title, m.Reason, m.How, controlLines(m.Controls))
			}
			return nil
		},
	}
}

func (a *app) showCheck(c *checks.Check) {
	w := a.stdout
	fmt.Fprintf(w, "%s\n%s\n\nseverity %s, area %s, service model %s\n\n%s\n\n", c.ID, c.Title, c.Severity, c.Area, c.Model(), c.Why)
	fmt.Fprintf(w, "Fix in the console:\n  %s\nFix by the command line:\n  %s\nFix in Terraform:\n%s\n\n", c.Fix.Console, c.Fix.CLI, indent(c.Fix.Terraform))
	for _, p := range c.Params {
		fmt.Fprintf(w, "parameter %s: %v %s (%s)\n", p.Name, p.Default, p.Unit, p.Source)
	}
	fmt.Fprintf(w, "permissions: %s\n", strings.Join(permissionsOf(nil, []*checks.Check{c}, nil), ", "))
	fmt.Fprint(w, controlLines(frameworks.Controls(c.Controls, c.Aliases)))
	if len(c.Aliases) > 0 {
		fmt.Fprintf(w, "also known as %s\n", strings.Join(c.Aliases, ", "))
	}
	fmt.Fprintf(w, "%s\n", c.Link)
}

func controlLines(controls map[checks.Framework][]string) (lines string) {
	for _, fw := range slices.Sorted(maps.Keys(controls)) {
		lines += fmt.Sprintf("%s: %s\n", fw, strings.Join(controls[fw], ", "))
	}
	return lines
}

func indent(s string) string { return "  " + strings.ReplaceAll(s, "\n", "\n  ") }
