// Package servicehealth collects Azure's own open events: what Azure Service
// Health tells a subscription.
package servicehealth

import (
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// An Event is an issue or a planned maintenance of Azure's.
type Event struct {
	inventory.Resource
	Kind     inventory.Known[string] // "ServiceIssue", "PlannedMaintenance", "HealthAdvisory", "SecurityAdvisory"
	Status   inventory.Known[string] // "Active", "Resolved"
	Start    inventory.Known[string] // RFC 3339
	End      inventory.Known[string] // "" where it is open
	Services inventory.Known[[]string]
	Regions  inventory.Known[[]string]
}

type event struct {
	Title      *string `json:"title"`
	TrackingID *string `json:"trackingId"`
	Kind       *string `json:"eventType"`
	Status     *string `json:"status"`
	Start      *string `json:"impactStartTime"`
	End        *string `json:"impactMitigationTime"`
	Impact     *[]struct {
		Service string `json:"impactedService"`
		Regions []struct {
			Region string `json:"impactedRegion"`
		} `json:"impactedRegions"`
	} `json:"impact"`
}

const asked = "Resource Graph microsoft.resourcehealth/events"

var query = azure.Resources("ServiceHealthResources", "microsoft.resourcehealth/events")

// Events lists the events of a subscription ("events", ServiceHealthResources).
var Events = &inventory.Type[Event]{
	Kind: "azure.servicehealth.Event", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, _ azure.Row, p event) *Event {
		absent := func(what string) inventory.Known[string] { return inventory.Unanswered[string](asked, what) }
		out := &Event{
			Resource: r, Kind: inventory.FromPtr(p.Kind, absent("eventType")), Status: inventory.FromPtr(p.Status, absent("status")),
			Start: inventory.FromPtr(p.Start, absent("impactStartTime")),
			End:   inventory.FromPtr(p.End, inventory.Of("")), // set when the impact is mitigated
		}
		if p.Title != nil {
			out.Name = *p.Title
		}
		if p.TrackingID != nil {
			out.ID = *p.TrackingID
		}
		if p.Impact == nil {
			out.Services, out.Regions = inventory.Unanswered[[]string](asked, "impact"), inventory.Unanswered[[]string](asked, "impact")
			return out
		}
		var services, regions []string
		for _, i := range *p.Impact {
			services = append(services, i.Service)
			for _, at := range i.Regions {
				regions = append(regions, name(at.Region))
			}
		}
		out.Services, out.Regions = inventory.Of(services), inventory.Of(regions)
		return out
	}),
}

// name is a region's name as resources have it: "West Europe" is westeurope.
func name(shown string) string { return strings.ToLower(strings.ReplaceAll(shown, " ", "")) }
