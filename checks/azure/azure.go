// Package azure lists the checks of Azure.
package azure

import (
	"slices"

	"demarc/checks/azure/appservice"
	"demarc/checks/azure/authorization"
	"demarc/checks/azure/compute"
	"demarc/checks/azure/defender"
	"demarc/checks/azure/entra"
	"demarc/checks/azure/monitor"
	"demarc/checks/azure/network"
	"demarc/checks/azure/storage"
)

// All lists every check of Azure, by service.
var All = slices.Concat(
	appservice.All,
	authorization.All,
	compute.All,
	defender.All,
	entra.All,
	monitor.All,
	network.All,
	storage.All,
)
