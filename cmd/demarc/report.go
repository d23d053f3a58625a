package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"demarc/scanner"
)

func (a *app) reportCommand() *cobra.Command {
	var from string
	var formats, outputs []string
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
			targets, err := a.targets(formats, outputs, true)
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
	c.Flags().StringSliceVar(&formats, "format", nil, "text, json, jsonl, sarif, markdown or csv")
	c.Flags().StringSliceVar(&outputs, "output", nil, "the file that the format goes to, in the order of --format")
	return c
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
