// Package compute holds the checks of Azure's virtual machines, scale sets and disks, one to a file.
package compute

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	DiskAttachedKey,
	DiskExportLink,
	DiskNetworkAccess,
	DiskUnattachedKey,
	ExtensionApproved,
	ExtensionRetiredAgent,
	MachineApprovedImage,
	MachineBackup,
	MachineBackupRetention,
	MachineEncryptionAtHost,
	MachineJIT,
	MachineManagedDisks,
	MachinePatchAssessment,
	MachinePatchMode,
	MachineSSHKeys,
	MachineTrustedLaunch,
	ScaleSetEncryptionAtHost,
	ScaleSetLoadBalancer,
	ScaleSetNotEmpty,
	ScaleSetOSUpgrade,
	ScaleSetPublicIP,
	ScaleSetSSHKeys,
	ScaleSetTrustedLaunch,
	SnapshotNetworkAccess,
}
