package compute

import (
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// An InstanceGroupManager is a managed instance group, of a zone or of a
// region.
type InstanceGroupManager struct {
	inventory.Resource
	Zones       inventory.Known[int]    // that it places instances in
	Shape       inventory.Known[string] // how a regional group spreads them: "EVEN", "ANY_SINGLE_ZONE", …; "" for a zonal one
	Autohealing inventory.Known[bool]   // by a health check of the application
	Group       inventory.Known[string] // the instance group that it fills, by its full name
	TargetPools inventory.Known[int]    // the target pools that its instances join
	NodePool    inventory.Known[bool]   // it is a part of a node pool of GKE
}

type groupJSON struct {
	InstanceGroup *string `json:"instanceGroup"`
	BaseName      *string `json:"baseInstanceName"`
	Healing       []struct {
		HealthCheck string `json:"healthCheck"`
	} `json:"autoHealingPolicies"`
	Distribution *struct {
		Shape string     `json:"targetShape"`
		Zones []struct{} `json:"zones"`
	} `json:"distributionPolicy"`
	TargetPools []string `json:"targetPools"`
}

var groupQuery = gcp.Resources("compute.googleapis.com/InstanceGroupManager")

const askedGroup = "Cloud Asset Inventory compute.googleapis.com/InstanceGroupManager"

// InstanceGroupManagers lists the managed instance groups of a project.
var InstanceGroupManagers = &inventory.Type[InstanceGroupManager]{
	Kind: "gcp.compute.InstanceGroupManager", Level: inventory.AtAccount, Model: inventory.IaaS, Workload: true, Uses: Uses(groupQuery),
	List: List(groupOf, groupQuery),
}

// groupOf reads a group; one that nobody gave an autohealing policy or target
// pools has none in the answer. Its full name says whether it is of a zone.
func groupOf(h Home, r inventory.Resource, j groupJSON) *InstanceGroupManager {
	g := &InstanceGroupManager{
		Resource:    r,
		Zones:       inventory.Unanswered[int](askedGroup, "distributionPolicy"),
		Shape:       inventory.Unanswered[string](askedGroup, "distributionPolicy"),
		TargetPools: inventory.Of(len(j.TargetPools)),
		NodePool:    inventory.Unanswered[bool](askedGroup, "baseInstanceName"),
		Group: inventory.Map(inventory.FromPtr(j.InstanceGroup, inventory.Unanswered[string](askedGroup, "instanceGroup")),
			h.Ref),
	}
	healing := false
	for _, p := range j.Healing { // a policy may name no health check, and then replaces what does not run, which every group does
		healing = healing || p.HealthCheck != ""
	}
	g.Autohealing = inventory.Of(healing)
	switch {
	case strings.Contains(r.Full, "/zones/"):
		g.Zones, g.Shape = inventory.Of(1), inventory.Of("")
	case j.Distribution != nil:
		g.Zones, g.Shape = inventory.Of(len(j.Distribution.Zones)), inventory.Of(j.Distribution.Shape)
	}
	if j.BaseName != nil {
		g.NodePool = inventory.Of(nodeName(*j.BaseName) && nodeName(r.ID))
	}
	return g
}

func nodeName(name string) bool {
	return strings.HasPrefix(name, "gke-") || strings.HasPrefix(name, "gk3-")
}
