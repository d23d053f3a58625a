package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"demarc/report"
	"demarc/scanner"
)

func (a *app) reportCommand() *cobra.Command {
	var from string
	var formats, outputs []string
	var anchor string
	c := &cobra.Command{
		Use:   "report --from SCAN",
		Short: "Write a scan that was kept as JSON or JSON lines in other formats",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if from == "" {
				return usagef("report needs --from SCAN: a file that --format json or jsonl wrote, or - for standard input")
			}
			if len(formats) == 0 && len(outputs) == 0 {
				formats = []string{"text"}
			}
			o, err := a.options(anchor)
			if err != nil {
				return err
			}
			targets, err := a.targets(formats, outputs, true, o)
			if err != nil {
				return err
			}
			s, err := a.readScan(from)
			if err != nil {
				discard(targets)
				return err
			}
			defer s.Close()
			return a.writeAll(targets, s)
		},
	}
	c.Flags().StringVar(&from, "from", "", "the scan, as JSON or JSON lines; - for standard input")
	formatFlags(c.Flags(), &formats, &outputs, &anchor)
	return c
}

// formatFlags are those of all that writes reports.
func formatFlags(f *pflag.FlagSet, formats, outputs *[]string, anchor *string) {
	f.StringSliceVar(formats, "format", nil, strings.Join(report.Names(), ", ")+"; several with an --output each")
	f.StringSliceVar(outputs, "output", nil, "the file that the format goes to, in the order of --format; - is standard output, and NAME/ a folder for a format of several files")
	f.StringVar(anchor, "sarif-anchor", "", "a committed file that all results of SARIF point at, instead of a made-up path for each resource")
}

// readScan reads a kept scan.
func (a *app) readScan(path string) (*scanner.Scan, error) {
	in := io.NopCloser(a.stdin)
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("cannot read the scan: %w", err)
		}
		in = f
	}
	defer in.Close()
	s, err := scanner.Read(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}
