package compute

import (
	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Project is what Compute Engine keeps of the project itself: one row, where
// its API has been switched on.
type Project struct {
	inventory.Resource
	Metadata Metadata // of all instances that do not set their own
}

type projectJSON struct {
	Metadata *metadataJSON `json:"commonInstanceMetadata"`
}

var projectQuery = gcp.Resources("compute.googleapis.com/Project")

// Projects lists the project.
var Projects = &inventory.Type[Project]{
	Kind: "gcp.compute.Project", Level: inventory.AtAccount, Model: inventory.Account, Uses: Uses(projectQuery),
	List: List(func(_ Home, r inventory.Resource, j projectJSON) *Project {
		return &Project{Resource: r, Metadata: metadataOf(j.Metadata, "Cloud Asset Inventory compute.googleapis.com/Project", "commonInstanceMetadata")}
	}, projectQuery),
}
