// Package servicehealth collects Google Cloud's own open events: what
// Personalized Service Health tells a project.
package servicehealth

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// An Event is an incident of Google Cloud's that touches the project.
type Event struct {
	inventory.Resource
	State    inventory.Known[string] // "ACTIVE", "CLOSED"
	Start    inventory.Known[string] // RFC 3339
	End      inventory.Known[string] // "" where it is open
	Products inventory.Known[[]string]
	Places   inventory.Known[[]string] // "europe-west1", "global"
}

type event struct {
	Name    string  `json:"name"`
	Title   string  `json:"title"`
	State   *string `json:"state"`
	Start   *string `json:"startTime"`
	End     *string `json:"endTime"`
	Impacts []struct {
		Product struct {
			Name string `json:"productName"`
		} `json:"product"`
		Location struct {
			Name string `json:"locationName"`
		} `json:"location"`
	} `json:"eventImpacts"`
}

// Events lists the active events ("projects.locations.events", Service Health API).
var Events = &inventory.Type[Event]{
	Kind: "gcp.servicehealth.Event", Level: inventory.AtAccount, Model: inventory.Account, Actions: []string{"servicehealth.events.list"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Event, error] {
		return func(yield func(*Event, error) bool) {
			all, err := gcp.GetAll(ctx, s, "https://servicehealth.googleapis.com/v1/projects/"+gcp.From(s).Number+"/locations/global/events?filter=state=ACTIVE&view=EVENT_VIEW_FULL",
				func(p struct {
					Events []event `json:"events"`
					Next   string  `json:"nextPageToken"`
				}) ([]event, string) {
					return p.Events, p.Next
				})
			for _, e := range all {
				if !yield(eventOf(s, e), nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	},
}

func eventOf(s inventory.Scope, e event) *Event {
	const asked = "servicehealth projects/locations/events"
	out := &Event{
		Resource: inventory.Resource{
			ID: e.Name[strings.LastIndexByte(e.Name, '/')+1:], Full: "//servicehealth.googleapis.com/" + e.Name, Name: e.Title, Account: s.Account,
			Tags: inventory.Of(map[string]string(nil)),
		},
		State: inventory.FromPtr(e.State, inventory.Unanswered[string](asked, "state")),
		Start: inventory.FromPtr(e.Start, inventory.Unanswered[string](asked, "startTime")),
		End:   inventory.FromPtr(e.End, inventory.Of("")), // "the approximate end time of the event, if it has ended"
	}
	var products, places []string
	for _, i := range e.Impacts {
		products = append(products, i.Product.Name)
		places = append(places, i.Location.Name)
	}
	out.Products, out.Places = inventory.Of(products), inventory.Of(places) // repeated fields: none is an empty list
	return out
}
