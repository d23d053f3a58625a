// Package dataproc collects the clusters of Dataproc.
package dataproc

import (
	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Cluster runs Hadoop and Spark on machines of the project.
type Cluster struct {
	inventory.Resource
	State   inventory.Known[string] // "RUNNING", "DELETING"
	Virtual inventory.Known[bool]   // it runs on a GKE cluster, and has no disks of its own
	DiskKey inventory.Known[string] // "" where the key is Google's
}

type cluster struct {
	Status *struct {
		State *string `json:"state"`
	} `json:"status"`
	Config *struct {
		Encryption *struct {
			DiskKey *string `json:"gcePdKmsKeyName"`
			KMSKey  *string `json:"kmsKey"`
		} `json:"encryptionConfig"`
	} `json:"config"`
	Virtual *struct{} `json:"virtualClusterConfig"`
}

const asked = "Cloud Asset Inventory dataproc.googleapis.com/Cluster"

var query = gcp.Resources("dataproc.googleapis.com/Cluster")

// Clusters lists the clusters of a project.
var Clusters = &inventory.Type[Cluster]{
	Kind: "gcp.dataproc.Cluster", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{query},
	List: gcp.List(query, func(r inventory.Resource, c cluster) *Cluster {
		out := &Cluster{
			Resource: r, State: inventory.Unanswered[string](asked, "status.state"),
			Virtual: inventory.Of(c.Virtual != nil), // "Exactly one of config or virtualClusterConfig must be specified."
			DiskKey: inventory.Unanswered[string](asked, "config"),
		}
		if c.Status != nil {
			out.State = inventory.FromPtr(c.Status.State, out.State)
		}
		if c.Config != nil {
			out.DiskKey = inventory.Of("") // encryptionConfig is optional
			if e := c.Config.Encryption; e != nil {
				out.DiskKey = inventory.FromPtr(e.DiskKey, inventory.FromPtr(e.KMSKey, out.DiskKey)) // either encrypts the disks
			}
		}
		return out
	}),
}
