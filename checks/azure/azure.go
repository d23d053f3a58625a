// Package azure lists the checks of Azure.
package azure

import (
	"slices"

	"demarc/checks/azure/aisearch"
	"demarc/checks/azure/aks"
	"demarc/checks/azure/appservice"
	"demarc/checks/azure/authorization"
	"demarc/checks/azure/compute"
	"demarc/checks/azure/containerregistry"
	"demarc/checks/azure/cosmosdb"
	"demarc/checks/azure/databricks"
	"demarc/checks/azure/defender"
	"demarc/checks/azure/entra"
	"demarc/checks/azure/keyvault"
	"demarc/checks/azure/monitor"
	"demarc/checks/azure/mysql"
	"demarc/checks/azure/network"
	"demarc/checks/azure/postgresql"
	"demarc/checks/azure/recovery"
	"demarc/checks/azure/sql"
	"demarc/checks/azure/storage"
)

// All lists every check of Azure, by service.
var All = slices.Concat(
	aisearch.All,
	aks.All,
	appservice.All,
	authorization.All,
	compute.All,
	containerregistry.All,
	cosmosdb.All,
	databricks.All,
	defender.All,
	entra.All,
	keyvault.All,
	monitor.All,
	mysql.All,
	network.All,
	postgresql.All,
	recovery.All,
	sql.All,
	storage.All,
)
