// Package storage collects Cloud Storage buckets.
package storage

import (
	"context"
	"encoding/json"
	"iter"

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

	PublicDefault  inventory.Known[string] // whom of everybody the default ACL of new objects lets in; "" nobody, as far as it was given
	LifecycleRules inventory.Known[int]
	SoftDeleteDays inventory.Known[int]    // 0: off
	LogBucket      inventory.Known[string] // where its usage logs go; "" nowhere
	KMSKey         inventory.Known[string] // of new objects; "" where it is Google's
	Hierarchical   inventory.Known[bool]   // it has folders, and cannot have versions
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
		RetentionPeriod *json.Number `json:"retentionPeriod"` // seconds; a string, as 64-bit numbers are in JSON
		IsLocked        *bool        `json:"isLocked"`
	} `json:"retentionPolicy"`
	DefaultObjectACL []struct {
		Entity string `json:"entity"`
	} `json:"defaultObjectAcl"`
	Lifecycle *struct {
		Rule []json.RawMessage `json:"rule"`
	} `json:"lifecycle"`
	SoftDelete *struct {
		Retention *json.Number `json:"retentionDurationSeconds"`
	} `json:"softDeletePolicy"`
	Logging *struct {
		LogBucket *string `json:"logBucket"`
	} `json:"logging"`
	Encryption *struct {
		KMSKey *string `json:"defaultKmsKeyName"`
	} `json:"encryption"`
	HierarchicalNamespace *struct {
		Enabled *bool `json:"enabled"`
	} `json:"hierarchicalNamespace"`
}

var query = gcp.Resources("storage.googleapis.com/Bucket")

const asked = "Cloud Asset Inventory storage.googleapis.com/Bucket"

// Buckets lists the buckets of a project: from Cloud Asset Inventory, and from
// Cloud Storage itself where that is switched off or refused.
var Buckets = &inventory.Type[Bucket]{
	Kind: "gcp.storage.Bucket", Level: inventory.AtAccount, Model: inventory.Serverless, Workload: true,
	Uses: []inventory.Source{query, itself},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Bucket, error] {
		if _, err := query.Get(ctx, s); gcp.NoInventory(err) {
			return direct(ctx, s, err)
		}
		return gcp.List(query, bucketOf)(ctx, s)
	},
}

// bucketOf reads a bucket. What absence means is said by the reference,
// "Buckets" of the JSON API: without versioning or retentionPolicy there is none.
func bucketOf(r inventory.Resource, b bucket) *Bucket {
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
		out.RetentionDays = days(p.RetentionPeriod, "retentionPolicy.retentionPeriod")
	}
	out.more(b)
	return out
}

func days(seconds *json.Number, what string) inventory.Known[int] {
	return gcp.Days((*string)(seconds), asked, what)
}

// more reads what is the same everywhere: without lifecycle, logging,
// encryption or hierarchicalNamespace there is none. Soft delete is on where
// nobody has switched it off, so that its absence says nothing.
func (out *Bucket) more(b bucket) {
	out.PublicDefault, out.LifecycleRules, out.LogBucket, out.KMSKey = inventory.Of(""), inventory.Of(0), inventory.Of(""), inventory.Of("")
	out.SoftDeleteDays, out.Hierarchical = inventory.Unanswered[int](asked, "softDeletePolicy"), inventory.Of(false)
	for _, a := range b.DefaultObjectACL {
		switch a.Entity {
		case "allUsers", "allAuthenticatedUsers":
			out.PublicDefault = inventory.Of(a.Entity)
		case "":
			out.PublicDefault = inventory.Unanswered[string](asked, "defaultObjectAcl.entity")
		}
	}
	if l := b.Lifecycle; l != nil {
		out.LifecycleRules = inventory.Of(len(l.Rule))
	}
	if d := b.SoftDelete; d != nil {
		out.SoftDeleteDays = days(d.Retention, "softDeletePolicy.retentionDurationSeconds")
	}
	if l := b.Logging; l != nil {
		out.LogBucket = inventory.FromPtr(l.LogBucket, inventory.Unanswered[string](asked, "logging.logBucket"))
	}
	if e := b.Encryption; e != nil {
		out.KMSKey = inventory.FromPtr(e.KMSKey, out.KMSKey) // the rest of it says which keys are allowed
	}
	if h := b.HierarchicalNamespace; h != nil {
		out.Hierarchical = inventory.FromPtr(h.Enabled, out.Hierarchical)
	}
}
