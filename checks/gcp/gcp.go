// Package gcp lists the checks of Google Cloud.
package gcp

import (
	"slices"

	"demarc/checks/gcp/storage"
)

// All lists every check of Google Cloud, by service.
var All = slices.Concat(
	storage.All,
)
