package network

import (
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Watcher is a network watcher, which a subscription has one of in a region.
type Watcher struct {
	inventory.Resource
	State inventory.Known[string] // "Succeeded", "Updating", "Deleting", "Failed"
}

// A FlowLog records the traffic of a virtual network, a subnet, an interface
// or a security group.
type FlowLog struct {
	inventory.Resource
	Target    inventory.Known[string] // full id of what it records
	Enabled   inventory.Known[bool]
	Retention inventory.Known[int]  // days; 0: the records are kept until somebody deletes them
	Analytics inventory.Known[bool] // whether the records go to a Log Analytics workspace
}

// TargetKind is the kind of a flow log's target: "virtualnetworks", "subnets",
// "networkinterfaces", "networksecuritygroups".
func TargetKind(id string) string {
	parts := strings.Split(strings.Trim(strings.ToLower(id), "/"), "/")
	if len(parts) < 2 {
		return ""
	}
	return parts[len(parts)-2]
}

var watcherQuery = azure.Resources("Resources", "microsoft.network/networkwatchers")

// Watchers lists the network watchers of a subscription.
var Watchers = &inventory.Type[Watcher]{
	Kind: "azure.network.Watcher", Level: inventory.AtAccount, Model: inventory.Account, Uses: uses(watcherQuery),
	List: azure.List(watcherQuery, func(r inventory.Resource, _ azure.Row, p struct {
		State *string `json:"provisioningState"`
	}) *Watcher {
		return &Watcher{r, inventory.FromPtr(p.State, inventory.Unanswered[string]("Resource Graph microsoft.network/networkwatchers", "provisioningState"))}
	}),
}

type flowLogProperties struct {
	Target    *string `json:"targetResourceId"`
	Enabled   *bool   `json:"enabled"`
	Retention *struct {
		Enabled *bool `json:"enabled"`
		Days    *int  `json:"days"`
	} `json:"retentionPolicy"`
	Analytics *struct {
		Configuration *struct {
			Enabled *bool `json:"enabled"`
		} `json:"networkWatcherFlowAnalyticsConfiguration"`
	} `json:"flowAnalyticsConfiguration"`
}

var flowLogQuery = azure.Resources("Resources", "microsoft.network/networkwatchers/flowlogs")

// FlowLogs lists the flow logs of a subscription.
var FlowLogs = &inventory.Type[FlowLog]{
	Kind: "azure.network.FlowLog", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(flowLogQuery),
	List: azure.List(flowLogQuery, func(r inventory.Resource, _ azure.Row, p flowLogProperties) *FlowLog {
		const asked = "Resource Graph microsoft.network/networkwatchers/flowlogs"
		f := &FlowLog{
			Resource: r,
			Target:   inventory.Map(inventory.FromPtr(p.Target, inventory.Unanswered[string](asked, "targetResourceId")), strings.ToLower),
			Enabled:  inventory.FromPtr(p.Enabled, inventory.Unanswered[bool](asked, "enabled")),
			// "Flow Logs - Get": retentionPolicy and flowAnalyticsConfiguration are
			// optional. Of RetentionPolicyParameters days defaults to 0 and enabled
			// to false, and then nothing is deleted.
			Retention: inventory.Of(0),
			Analytics: inventory.Of(false),
		}
		if q := p.Retention; q != nil && q.Enabled != nil && *q.Enabled {
			f.Retention = inventory.FromPtr(q.Days, inventory.Of(0))
		}
		if a := p.Analytics; a != nil && a.Configuration != nil {
			f.Analytics = inventory.FromPtr(a.Configuration.Enabled, inventory.Unanswered[bool](asked, "flowAnalyticsConfiguration.enabled"))
		}
		return f
	}),
}

// FlowLogsOf finds flow logs by the id of what they record.
var FlowLogsOf = &inventory.Index[FlowLog]{
	Of: FlowLogs,
	Keys: func(r inventory.Reader, f *FlowLog) []string {
		if id, ok := f.Target.Get(r); ok {
			return []string{id}
		}
		return nil
	},
}
