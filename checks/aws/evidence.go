package aws

import (
	"time"

	"demarc/checks"
	"demarc/providers/aws/artifact"
	"demarc/providers/aws/health"
	"demarc/providers/inventory"
)

// Evidence lists what AWS says of its half.
var Evidence = []*checks.EvidenceSource{
	{
		ID: "aws-artifact-reports", Kind: checks.Report, Needs: []inventory.Source{artifact.Reports},
		Read: func(inv *inventory.Inventory, r inventory.Reader, emit func(checks.Evidence)) {
			for row := range artifact.Reports.All(inv, r) {
				emit(checks.Evidence{ID: row.ID, Title: row.Name, Date: peek(row.Start), Until: peek(row.End), State: peek(row.State), Link: "https://console.aws.amazon.com/artifact/reports"})
			}
		},
	},
	{
		ID: "aws-artifact-agreements", Kind: checks.Agreement, Needs: []inventory.Source{artifact.Agreements},
		Read: func(inv *inventory.Inventory, r inventory.Reader, emit func(checks.Evidence)) {
			for row := range artifact.Agreements.All(inv, r) {
				emit(checks.Evidence{ID: row.ID, Title: row.Name, Date: peek(row.Start), Until: peek(row.End), State: peek(row.State), Link: "https://console.aws.amazon.com/artifact/agreements"})
			}
		},
	},
	{
		ID: "aws-health-events", Kind: checks.Event, Needs: []inventory.Source{health.Events},
		Read: func(inv *inventory.Inventory, r inventory.Reader, emit func(checks.Evidence)) {
			for row := range health.Events.All(inv, r) {
				e := checks.Evidence{ID: row.ID, Title: row.Name, State: peek(row.Status), Service: peek(row.Service), Region: row.Region, Link: "https://health.aws.amazon.com"}
				if at, ok := row.Start.Peek(); ok {
					e.Date = at.UTC().Format(time.RFC3339)
				}
				emit(e)
			}
		},
	},
}

// peek is what is known, or nothing: evidence judges nothing.
func peek(k inventory.Known[string]) string {
	v, _ := k.Peek()
	return v
}
