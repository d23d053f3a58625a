package compute

import (
	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Project is what Compute Engine keeps of the project itself: one row, where
// its API has been switched on.
type Project struct {
	inventory.Resource
	Metadata Metadata              // of all instances that do not set their own
	Host     inventory.Known[bool] // it shares its networks with instances of other projects
}

type projectJSON struct {
	Metadata *metadataJSON `json:"commonInstanceMetadata"`
	Status   *string       `json:"xpnProjectStatus"`
}

var projectQuery = gcp.Resources("compute.googleapis.com/Project")

// Projects lists the project.
var Projects = &inventory.Type[Project]{
	Kind: "gcp.compute.Project", Level: inventory.AtAccount, Model: inventory.Account, Uses: Uses(projectQuery),
	List: List(func(h Home, r inventory.Resource, j projectJSON) *Project {
		r.ID, r.Name, r.Full = h.Number, h.ID, prefix+"projects/"+h.Number // the asset's name ends with the project's id
		const asked = "Cloud Asset Inventory compute.googleapis.com/Project"
		return &Project{
			Resource: r, Metadata: metadataOf(j.Metadata, asked, "commonInstanceMetadata"),
			Host: inventory.Map(inventory.FromPtr(j.Status, inventory.Unanswered[string](asked, "xpnProjectStatus")), func(s string) bool { return s == "HOST" }),
		}
	}, projectQuery),
}
