// Package serviceusage collects which services, that is APIs, are enabled in a
// project.
package serviceusage

import (
	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// Services that checks ask about.
const (
	CloudAsset         = "cloudasset.googleapis.com"
	ContainerScanning  = "containerscanning.googleapis.com"
	ContainerAnalysis  = "containeranalysis.googleapis.com"
	ArtifactRegistry   = "artifactregistry.googleapis.com"
	ContainerRegistry  = "containerregistry.googleapis.com"
	GenerativeLanguage = "generativelanguage.googleapis.com" // the Gemini API
)

// A Service is an API; its id is its name.
type Service struct {
	inventory.Resource
	State inventory.Known[string] // "ENABLED" or "DISABLED"
}

var query = gcp.Resources("serviceusage.googleapis.com/Service")

// Services lists the services that are, or have been, enabled in a project.
var Services = &inventory.Type[Service]{
	Kind: "gcp.serviceusage.Service", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{query},
	List: gcp.List(query, func(r inventory.Resource, j struct {
		State *string `json:"state"`
	}) *Service {
		r.Region = "" // a service has none: look-ups are by its name alone
		return &Service{Resource: r, State: inventory.FromPtr(j.State, inventory.Unanswered[string]("Cloud Asset Inventory serviceusage.googleapis.com/Service", "state"))}
	}),
}

// Enabled reports whether a service is enabled: what is not listed is not.
func Enabled(inv *inventory.Inventory, name string) inventory.Known[bool] {
	return inventory.Then(Services.ByID(inv, "", name), func(s *Service) inventory.Known[bool] {
		if s == nil {
			return inventory.Of(false)
		}
		return inventory.Then(s.State, func(state string) inventory.Known[bool] {
			switch state {
			case "ENABLED":
				return inventory.Of(true)
			case "DISABLED":
				return inventory.Of(false)
			}
			return inventory.Unanswered[bool]("Cloud Asset Inventory serviceusage.googleapis.com/Service", "a state that is known")
		})
	})
}
