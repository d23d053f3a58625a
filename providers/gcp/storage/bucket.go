// Package storage collects Cloud Storage buckets.
package storage

import (
	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Bucket is a Cloud Storage bucket.
type Bucket struct {
	inventory.Resource
	UniformAccess          inventory.Known[bool]   // uniform bucket-level access: ACLs do not count
	PublicAccessPrevention inventory.Known[string] // "enforced" or "inherited" (from the organization policy)
	Versioning             inventory.Known[bool]
	RetentionDays          inventory.Known[int] // of its retention policy; 0: none
	RetentionLocked        inventory.Known[bool]
}

type bucket struct {
	IAMConfiguration *struct {
		UniformBucketLevelAccess *struct {
			Enabled *bool `json:"enabled"`
		} `json:"uniformBucketLevelAccess"`
		PublicAccessPrevention *string `json:"publicAccessPrevention"`
	} `json:"iamConfiguration"`
	Versioning *struct {
		Enabled *bool `json:"enabled"`
	} `json:"versioning"`
	RetentionPolicy *struct {
		RetentionPeriod *string `json:"retentionPeriod"` // seconds; a string, as 64-bit numbers are in JSON
		IsLocked        *bool   `json:"isLocked"`
	} `json:"retentionPolicy"`
}

var query = gcp.Resources("storage.googleapis.com/Bucket")

const asked = "Cloud Asset Inventory storage.googleapis.com/Bucket"

// Buckets lists the buckets of a project.
var Buckets = &inventory.Type[Bucket]{
	Kind: "gcp.storage.Bucket", Level: inventory.AtAccount, Model: inventory.Serverless, Workload: true,
	Uses: []inventory.Source{query},
	List: gcp.List(query, func(r inventory.Resource, b bucket) *Bucket {
		// What absence means is said by the reference, "Buckets" of the JSON API:
		// without versioning or retentionPolicy there is none.
		out := &Bucket{
			Resource:               r,
			UniformAccess:          inventory.Unanswered[bool](asked, "iamConfiguration.uniformBucketLevelAccess"),
			PublicAccessPrevention: inventory.Of("inherited"), // "the default value"
			Versioning:             inventory.Of(false),
			RetentionDays:          inventory.Of(0),
			RetentionLocked:        inventory.Of(false),
		}
		if c := b.IAMConfiguration; c != nil {
			out.PublicAccessPrevention = inventory.FromPtr(c.PublicAccessPrevention, out.PublicAccessPrevention)
			if c.UniformBucketLevelAccess != nil {
				out.UniformAccess = inventory.FromPtr(c.UniformBucketLevelAccess.Enabled, out.UniformAccess)
			}
		}
		if b.Versioning != nil {
			out.Versioning = inventory.FromPtr(b.Versioning.Enabled, out.Versioning)
		}
		if p := b.RetentionPolicy; p != nil {
			out.RetentionLocked = inventory.FromPtr(p.IsLocked, inventory.Of(false))
			out.RetentionDays = gcp.Days(p.RetentionPeriod, asked, "retentionPolicy.retentionPeriod")
		}
		return out
	}),
}
