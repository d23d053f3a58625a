package gcp

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/servicehealth"
	"demarc/providers/inventory"
)

// Evidence lists what Google Cloud says of its half.
var Evidence = []*checks.EvidenceSource{{
	ID: "gcp-servicehealth-events", Kind: checks.Event, Needs: []inventory.Source{servicehealth.Events},
	Read: func(inv *inventory.Inventory, r inventory.Reader, emit func(checks.Evidence)) {
		for row := range servicehealth.Events.All(inv, r) {
			for _, place := range orNone(row.Places) {
				if place == "global" {
					place = ""
				}
				emit(checks.Evidence{
					ID: row.ID, Title: row.Name, Date: peek(row.Start), Until: peek(row.End), State: peek(row.State),
					Service: strings.Join(orNone(row.Products), ", "), Region: place, Link: "https://console.cloud.google.com/servicehealth",
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
