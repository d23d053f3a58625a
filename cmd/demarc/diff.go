package main

import (
	"fmt"
	"io"
	"math"
	"os"

	"github.com/spf13/cobra"

	"demarc/report"
	"demarc/scanner/diff"
)

func (a *app) diffCommand() *cobra.Command {
	var format string
	var everything bool
	c := &cobra.Command{
		Use: "diff OLD NEW", Short: "Compare two kept scans: what is new, fixed, gone, or could not be read", Args: cobra.ExactArgs(2),
		Long: "Compare two scans that --format json or jsonl wrote; - is standard input. Each finding falls in\n" +
			"one class. What could not be read is never called fixed, and what differs because a check, a\n" +
			"parameter or the scope does is told apart from a change of the accounts.",
		RunE: func(_ *cobra.Command, args []string) error {
			text := report.Text{Color: a.colored(a.stdout), Width: width(a.stdout)}
			if everything {
				text.Top = math.MaxInt
			}
			write, err := report.DiffByName(format, text)
			if err != nil {
				return usageError{err}
			}
			d, err := a.compare(args[0], args[1])
			if err != nil {
				return err
			}
			return write(a.stdout, d)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text, json or markdown")
	c.Flags().BoolVar(&everything, "all", false, "all changes as text, not the gravest of each class alone")
	return c
}

// compare reads two scans and compares them.
func (a *app) compare(oldPath, newPath string) (*diff.Diff, error) {
	if oldPath == "-" && newPath == "-" {
		return nil, usagef("standard input is one scan: name a file for the other")
	}
	old, err := a.input(oldPath, "the old scan")
	if err != nil {
		return nil, err
	}
	defer old.Close()
	new, err := a.input(newPath, "the new scan")
	if err != nil {
		return nil, err
	}
	defer new.Close()
	before, after, err := diff.ReadBoth(old, new)
	if err != nil {
		return nil, fmt.Errorf("%s, %s: %w", oldPath, newPath, err)
	}
	return diff.Compare(before, after), nil
}

// input opens a kept scan; - is standard input.
func (a *app) input(path, what string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(a.stdin), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s %s: %w", what, path, reason(err))
	}
	return f, nil
}
