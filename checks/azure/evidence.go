package azure

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/servicehealth"
	"demarc/providers/inventory"
)

// Evidence lists what Azure says of its half.
var Evidence = []*checks.EvidenceSource{{
	ID: "azure-servicehealth-events", Kind: checks.Event, Needs: []inventory.Source{servicehealth.Events},
	Read: func(inv *inventory.Inventory, r inventory.Reader, emit func(checks.Evidence)) {
		for row := range servicehealth.Events.All(inv, r) {
			for _, region := range orNone(row.Regions) {
				emit(checks.Evidence{
					ID: row.ID, Title: row.Name, Date: peek(row.Start), Until: peek(row.End), State: peek(row.Status),
					Service: strings.Join(orNone(row.Services), ", "), Region: region, Link: "https://portal.azure.com/#view/Microsoft_Azure_Health",
				})
			}
		}
	},
}}

// peek is what is known, or nothing: evidence judges nothing.
func peek(k inventory.Known[string]) string {
	v, _ := k.Peek()
	return v
}

// orNone is a list, or one empty word where it is empty or not known.
func orNone(k inventory.Known[[]string]) []string {
	if v, _ := k.Peek(); len(v) > 0 {
		return v
	}
	return []string{""}
}
