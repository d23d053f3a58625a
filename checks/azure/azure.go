// Package azure lists the checks of Azure.
package azure

import (
	"slices"

	"demarc/checks/azure/appservice"
	"demarc/checks/azure/compute"
	"demarc/checks/azure/network"
	"demarc/checks/azure/storage"
)

// All lists every check of Azure, by service.
var All = slices.Concat(
	appservice.All,
	compute.All,
	network.All,
	storage.All,
)
