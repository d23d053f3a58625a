package logging

import (
	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Bucket is a log bucket of Cloud Logging.
type Bucket struct {
	inventory.Resource
	State         inventory.Known[string] // "ACTIVE", "DELETE_REQUESTED"
	Locked        inventory.Known[bool]   // its retention cannot be changed, nor can it be deleted with entries in it
	RetentionDays inventory.Known[int]
}

type bucket struct {
	State         *string `json:"lifecycleState"`
	Locked        bool    `json:"locked"`
	RetentionDays *int    `json:"retentionDays"`
}

const askedBucket = "Cloud Asset Inventory logging.googleapis.com/LogBucket"

// Buckets lists the log buckets of a project.
var Buckets = &inventory.Type[Bucket]{
	Kind: "gcp.logging.Bucket", Level: inventory.AtAccount, Model: inventory.Serverless,
	Uses: []inventory.Source{buckets},
	List: gcp.List(buckets, func(r inventory.Resource, b bucket) *Bucket {
		return &Bucket{
			Resource: r, State: inventory.FromPtr(b.State, inventory.Unanswered[string](askedBucket, "lifecycleState")),
			Locked:        inventory.Of(b.Locked), // optional, and left out where it is false
			RetentionDays: inventory.FromPtr(b.RetentionDays, inventory.Unanswered[int](askedBucket, "retentionDays")),
		}
	}),
}
