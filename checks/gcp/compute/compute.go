// Package compute holds the checks of Compute Engine, one to a file.
package compute

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/compute"
)

// All lists the package's checks.
var All = []*checks.Check{
	AddressInUse,
	DiskCustomerKey,
	GroupAutohealing,
	GroupLoadBalancer,
	GroupMultipleZones,
	ImagePublic,
	InstanceAutomaticRestart,
	InstanceConfidential,
	InstanceDefaultServiceAccount,
	InstanceDeletionProtection,
	InstanceDiskAutoDelete,
	InstanceFullAccess,
	InstanceHostMaintenance,
	InstanceIPForwarding,
	InstanceOSLogin,
	InstancePreemptible,
	InstanceProjectSSHKeys,
	InstancePublicIP,
	InstanceSecureBoot,
	InstanceSerialPort,
	InstanceShieldedVM,
	InstanceSingleInterface,
	InstanceSuspended,
	ProjectOSLogin,
	ProjectOSLogin2FA,
	SnapshotAge,
}

// isDefault reports whether an identity is the default service account of
// Compute Engine of some project: "PROJECT_NUMBER-compute@developer.gserviceaccount.com".
func isDefault(email string) bool {
	return strings.HasSuffix(email, "-compute@developer.gserviceaccount.com")
}

// partOf reports whether the instance is run by one of the services, which has
// the setting then, and not the instance: the question does not apply. It also
// reports true where that could not be read, which leaves the verdict open.
func partOf(p *checks.Probe, i *compute.Instance, because string, services ...string) bool {
	by, ok := i.Manager().Get(p)
	if !ok {
		return true
	}
	if by == "" || !slices.Contains(services, by) {
		return false
	}
	p.Skipf("the instance is a part of %s: %s", by, because)
	return true
}

// replaceable is partOf for whatever makes and deletes instances by itself.
func replaceable(p *checks.Probe, i *compute.Instance) bool {
	if partOf(p, i, "it makes and deletes instances by itself", "GKE", "Dataproc", "Dataflow") {
		return true
	}
	group, ok := i.Group.Get(p)
	if !ok {
		return true
	}
	if group != "" {
		p.Skipf("the managed instance group %s makes and deletes the instance", compute.Last(group))
		return true
	}
	return false
}

// standard reports whether the instance is one that Google does not stop at
// will: others can neither move nor start again by themselves.
func standard(p *checks.Probe, i *compute.Instance) bool {
	model, ok := i.Provisioning.Get(p)
	if ok && (model == "SPOT" || model == "PREEMPTIBLE") {
		p.Skipf("a preemptible instance is stopped, and not started again")
		return false
	}
	return ok
}

// nodePool reports whether the group is a part of a node pool of GKE, which
// repairs and spreads its nodes itself.
func nodePool(p *checks.Probe, g *compute.InstanceGroupManager) bool {
	pool, ok := g.NodePool.Get(p)
	if ok && pool {
		p.Skipf("the group is a part of a node pool of GKE, which repairs and spreads its nodes itself")
	}
	return pool || !ok
}
