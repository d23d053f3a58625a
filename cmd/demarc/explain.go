package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"demarc/report/explain"
)

func (a *app) explainCommand() *cobra.Command {
	var from, at string
	var incident, asJSON bool
	c := &cobra.Command{
		Use:   "explain NAME --from SCAN",
		Short: "Say who answers for each layer of a resource, a service or an area, and what was found",
		Long: `Say who answers for each layer of a resource, from facilities to data, by whose words, and
what the scan found on yours. NAME is a resource's id, full id or name, a service, or an area.
With --incident it is a hand-over: the provider's layers with its open events at that time and
place, and yours with their failing controls.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if from == "" {
				return usagef("explain needs --from SCAN: a file that --format json or jsonl wrote, or - for standard input")
			}
			var when time.Time
			if at != "" {
				var err error
				if when, err = time.Parse(time.RFC3339, at); err != nil {
					return usagef("--at %q is no time: give one such as 2026-11-24T09:30:00Z", at)
				}
			}
			return a.explain(from, args[0], when, incident, asJSON)
		},
	}
	c.Flags().StringVar(&from, "from", "", "the scan, as JSON or JSON lines; - for standard input")
	c.Flags().BoolVar(&incident, "incident", false, "write a hand-over for an incident")
	c.Flags().StringVar(&at, "at", "", "with --incident: the time of it, such as 2026-11-24T09:30:00Z (default: that of the scan)")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) explain(from, name string, at time.Time, incident, asJSON bool) error {
	s, err := a.readScan(from)
	if err != nil {
		return err
	}
	defer s.Close()
	subjects, err := explain.Find(s, name)
	var unknown *explain.ErrUnknown
	if errors.As(err, &unknown) {
		return usagef("%s: %s; a resource is named by its id, full id or name", from, unknown)
	}
	if err != nil {
		return err
	}
	if at.IsZero() {
		at = s.Summary().Start
	}
	var handovers []explain.Handover
	for _, sub := range subjects {
		handovers = append(handovers, explain.HandoverOf(sub, s.Summary(), at))
	}
	switch {
	case asJSON && incident:
		return a.printJSON(handovers)
	case asJSON:
		return a.printJSON(subjects)
	}
	for i := range subjects {
		if i > 0 {
			fmt.Fprintln(a.stdout)
		}
		if incident {
			err = errors.Join(err, handovers[i].Write(a.stdout))
		} else {
			err = errors.Join(err, subjects[i].Write(a.stdout))
		}
	}
	return err
}
