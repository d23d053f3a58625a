// Package defender holds the checks of Microsoft Defender for Cloud. Families
// that differ in one datum share a file.
package defender

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	APIs,
	AgentlessScanning,
	AppServices,
	AzureSQL,
	CSPM,
	CloudApps,
	ContainerImageScanning,
	Containers,
	CosmosDB,
	DNS,
	Databases,
	EndpointInstalled,
	EndpointIntegration,
	FileIntegrity,
	ImagesResolved,
	IoTHubs,
	KeyVault,
	MachineVulnerabilities,
	NotifyAddress,
	NotifyAttackPaths,
	NotifyOwners,
	NotifySevereAlerts,
	OpenSourceDatabases,
	ResourceManager,
	SQLMachines,
	Servers,
	StoragePlan,
	UpdatesApplied,
}
