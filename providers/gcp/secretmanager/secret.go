// Package secretmanager collects the secrets of Secret Manager, without what is
// in them.
package secretmanager

import (
	"time"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Secret is the container of the versions of a secret.
type Secret struct {
	inventory.Resource
	NextRotation inventory.Known[time.Time] // when its rotation is due; zero where there is no schedule
}

type secret struct {
	Rotation *struct {
		Next *time.Time `json:"nextRotationTime"`
	} `json:"rotation"`
}

const asked = "Cloud Asset Inventory secretmanager.googleapis.com/Secret"

var query = gcp.Resources("secretmanager.googleapis.com/Secret")

// Secrets lists the secrets of a project.
var Secrets = &inventory.Type[Secret]{
	Kind: "gcp.secretmanager.Secret", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{query},
	List: gcp.List(query, func(r inventory.Resource, s secret) *Secret {
		out := &Secret{Resource: r, NextRotation: inventory.Of(time.Time{})} // "May be excluded if there is no rotation policy."
		if s.Rotation != nil {
			out.NextRotation = inventory.FromPtr(s.Rotation.Next, inventory.Unanswered[time.Time](asked, "rotation.nextRotationTime"))
		}
		return out
	}),
}
