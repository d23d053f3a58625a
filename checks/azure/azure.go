// Package azure lists the checks of Azure.
package azure

import (
	"slices"

	"demarc/checks/azure/storage"
)

// All lists every check of Azure, by service.
var All = slices.Concat(
	storage.All,
)
