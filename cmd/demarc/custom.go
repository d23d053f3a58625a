package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"demarc/checks"
	"demarc/checks/all"
	"demarc/checks/custom"
)

// customChecks compiles the user's own checks.
func customChecks(paths []string) ([]*checks.Check, error) {
	if len(paths) == 0 {
		return nil, nil
	}
	compiled, err := custom.NewCompiler(all.Checks).Load(paths)
	if err != nil {
		return nil, usageError{err}
	}
	var own []*checks.Check
	for _, c := range compiled {
		own = append(own, c.Check)
	}
	return own, nil
}

func (a *app) checksNewCommand() *cobra.Command {
	return &cobra.Command{
		Use: "new [KIND]", Short: "Print a check of your own to begin with, and the fields that it can read",
		Long: "Print a file with a check of your own over a kind of resource, such as aws.s3.Bucket, and\nthe fields that it can read. Without a kind: the kinds that there are.",
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			c := custom.NewCompiler(all.Checks)
			if len(args) == 0 {
				for _, k := range c.Kinds() {
					fmt.Fprintln(a.stdout, k)
				}
				return nil
			}
			text, err := c.Skeleton(args[0])
			if err != nil {
				return usageError{err}
			}
			_, err = fmt.Fprint(a.stdout, text)
			return err
		},
	}
}

func (a *app) checksTestCommand() *cobra.Command {
	return &cobra.Command{
		Use: "test FILE...", Short: "Compile checks of your own and try them on their samples",
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			compiled, err := custom.NewCompiler(all.Checks).Load(args)
			if err != nil {
				return usageError{err}
			}
			return a.tryAll(compiled)
		},
	}
}

// tryAll tries each check on its samples.
func (a *app) tryAll(compiled []*custom.Compiled) error {
	var wrong, tried int
	for _, c := range compiled {
		if len(c.Samples()) == 0 {
			fmt.Fprintf(a.stdout, "%s: no samples\n", c.Check.ID)
		}
		for _, s := range c.Samples() {
			tried++
			got, err := c.Try(s, time.Now())
			switch {
			case string(got) == s.Want:
				fmt.Fprintf(a.stdout, "%s: %s: %s\n", c.Check.ID, s.Name, got)
				continue
			case err != nil:
				fmt.Fprintf(a.stdout, "%s: %s: WRONG: %s\n", c.Check.ID, s.Name, err)
			default:
				fmt.Fprintf(a.stdout, "%s: %s: WRONG: %s, and not %s\n", c.Check.ID, s.Name, got, s.Want)
			}
			wrong++
		}
	}
	fmt.Fprintf(a.stdout, "%d checks, %d samples, %d wrong\n", len(compiled), tried, wrong)
	if wrong > 0 {
		return errors.New("samples are judged otherwise than their checks' authors want")
	}
	return nil
}
