package main

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"demarc/checks"
	"demarc/checks/publishers"
	"demarc/providers/inventory"
	"demarc/report"
	"demarc/report/matrix"
	"demarc/scanner"
)

func (a *app) matrixCommand() *cobra.Command {
	var from, model string
	var asJSON bool
	c := &cobra.Command{
		Use: "matrix", Short: "Show the shared-responsibility matrix of a scan, or a publisher's own grid",
		Long: "Show the matrix of a kept scan with --from SCAN, or with --model who answers for what in a\npublisher's words: " + strings.Join(publishers.IDs(), ", ") + ".",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch {
			case model != "" && from == "":
				return a.printGrid(model, asJSON)
			case from != "" && model == "":
				return a.scanMatrix(from, asJSON)
			}
			return usagef("matrix needs --from SCAN or --model PUBLISHER (%s), or one of diff and gaps", strings.Join(publishers.IDs(), ", "))
		},
	}
	c.Flags().StringVar(&from, "from", "", "the scan, as JSON or JSON lines; - for standard input")
	c.Flags().StringVar(&model, "model", "", "a publisher's grid: "+strings.Join(publishers.IDs(), ", "))
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.AddCommand(a.matrixDiffCommand(), a.matrixGapsCommand())
	return c
}

func (a *app) scanMatrix(from string, asJSON bool) error {
	s, err := a.readScan(from)
	if err != nil {
		return err
	}
	defer s.Close()
	if asJSON {
		m, err := matrix.Build(s)
		if err != nil {
			return err
		}
		return a.printJSON(m)
	}
	return report.Text{Color: a.colored(a.stdout), Width: width(a.stdout)}.Matrix(a.stdout, s)
}

func (a *app) printGrid(id string, asJSON bool) error {
	g, ok := publishers.ByID(id)
	if !ok {
		known := map[string]bool{}
		for _, k := range publishers.IDs() {
			known[k] = true
		}
		return usagef("unknown publisher %q%s: use %s", id, suggest(id, known), strings.Join(publishers.IDs(), ", "))
	}
	if asJSON {
		return a.printJSON(g)
	}
	fmt.Fprintf(a.stdout, "%s: %s, version %s, %s\n%s\n%s\n", g.Publisher, g.Title, g.Version, g.Date, g.URL, g.Note)
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.AppendHeader(table.Row{"row", "aspect", "areas", "IaaS", "PaaS", "serverless", "SaaS"})
	for _, r := range g.Rows {
		cells := table.Row{r.Title, r.Aspect, join(r.Areas)}
		for _, m := range inventory.Models[:4] {
			cells = append(cells, or(string(r.Owners[m]), "–"))
		}
		t.AppendRow(cells)
	}
	_, err := fmt.Fprintln(a.stdout, t.Render())
	return err
}

func join(areas []checks.Area) string {
	var words []string
	for _, x := range areas {
		words = append(words, string(x))
	}
	return strings.Join(words, ", ")
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (a *app) matrixDiffCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "diff", Short: "Show where the publishers disagree on who answers for what", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			all := publishers.Differences()
			if asJSON {
				return a.printJSON(all)
			}
			for _, d := range all {
				fmt.Fprintf(a.stdout, "%s, %s\n", d.Area.Title(), d.Model)
				for _, s := range d.Says {
					aspect := ""
					if s.Aspect != "" {
						aspect = " (" + string(s.Aspect) + ")"
					}
					fmt.Fprintf(a.stdout, "  %-10s %-9s %s%s\n", s.Grid, s.Owner, s.Row, aspect)
				}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) matrixGapsCommand() *cobra.Command {
	var from string
	var asJSON bool
	c := &cobra.Command{
		Use: "gaps --from SCAN", Short: "List the duties that nothing answers, and the resources without any log", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if from == "" {
				return usagef("matrix gaps needs --from SCAN: a file that --format json or jsonl wrote, or - for standard input")
			}
			s, err := a.readScan(from)
			if err != nil {
				return err
			}
			defer s.Close()
			g, err := matrix.FindGaps(s)
			switch {
			case err != nil:
				return err
			case asJSON:
				return a.printJSON(g)
			}
			a.printGaps(g)
			return nil
		},
	}
	c.Flags().StringVar(&from, "from", "", "the scan, as JSON or JSON lines; - for standard input")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) printGaps(g matrix.Gaps) {
	fmt.Fprintf(a.stdout, "Duties that wait for a person, or that nothing answers: %d\n", len(g.Duties))
	for _, d := range g.Duties {
		fmt.Fprintf(a.stdout, "  %-14s %-14s %s\n", d.Area, d.State, d.Text)
		for _, id := range d.Open {
			fmt.Fprintf(a.stdout, "      demarc attest new %s\n", id)
		}
	}
	list := func(title string, all []scanner.Resource) {
		fmt.Fprintf(a.stdout, "\n%s: %d\n", title, len(all))
		for _, r := range all {
			fmt.Fprintf(a.stdout, "  %-36s %s\n", r.Type, printable(r.FullID))
		}
	}
	list("Resources without a log of any kind that is looked for", g.Unlogged)
	list("Resources whose logs could not be read", g.Unread)
	fmt.Fprintf(a.stdout, "\nKinds of resources whose logs no check asks for: %d\n", len(g.Kinds))
	for _, k := range g.Kinds {
		fmt.Fprintf(a.stdout, "  %-36s %d\n", k.Type, k.N)
	}
}

// printable leaves out what would move a terminal's cursor.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}
