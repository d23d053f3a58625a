// Package network collects VPC networks, their subnets and their firewalls.
package network

import (
	"cmp"
	"context"
	"errors"
	"iter"

	"demarc/providers/gcp"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// A Network is a VPC network, or a legacy one.
type Network struct {
	inventory.Resource
	Legacy      inventory.Known[bool] // of one range for all regions, without subnets
	PolicyFirst inventory.Known[bool] // its network firewall policies are asked before its firewall rules
}

type networkJSON struct {
	Range      string `json:"IPv4Range"`
	AutoCreate *bool  `json:"autoCreateSubnetworks"`
	Order      string `json:"networkFirewallPolicyEnforcementOrder"`
}

var networkQuery = gcp.Resources("compute.googleapis.com/Network")

// Networks lists the networks of a project.
var Networks = &inventory.Type[Network]{
	Kind: "gcp.network.Network", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: compute.Uses(networkQuery),
	List: compute.List(func(_ compute.Home, r inventory.Resource, j networkJSON) *Network {
		n := &Network{
			Resource: r,
			// "Defaults to AFTER_CLASSIC_FIREWALL if the field is not specified."
			PolicyFirst: inventory.Of(j.Order == "BEFORE_CLASSIC_FIREWALL"),
			// A range is "deprecated in favor of subnet mode networks"; of those
			// the other field says how their subnets are made.
			Legacy: inventory.Unanswered[bool]("Cloud Asset Inventory compute.googleapis.com/Network", "autoCreateSubnetworks"),
		}
		switch {
		case j.Range != "":
			n.Legacy = inventory.Of(true)
		case j.AutoCreate != nil:
			n.Legacy = inventory.Of(false)
		}
		return n
	}, networkQuery),
}

// A Subnetwork is a subnet of a network.
type Subnetwork struct {
	inventory.Resource
	Network  inventory.Known[string] // full name
	Purpose  inventory.Known[string] // "PRIVATE", "REGIONAL_MANAGED_PROXY", …
	FlowLogs inventory.Known[bool]   // by the subnet's own setting
	Google   inventory.Known[bool]   // machines without external addresses reach Google's APIs
}

type subnetJSON struct {
	Network   *string `json:"network"`
	Purpose   *string `json:"purpose"`
	FlowLogs  *bool   `json:"enableFlowLogs"`
	LogConfig *struct {
		Enable *bool `json:"enable"`
	} `json:"logConfig"`
	Google *bool `json:"privateIpGoogleAccess"`
}

var subnetQuery = gcp.Resources("compute.googleapis.com/Subnetwork")

const askedSubnet = "Cloud Asset Inventory compute.googleapis.com/Subnetwork"

// Subnetworks lists the subnets of a project.
var Subnetworks = &inventory.Type[Subnetwork]{
	Kind: "gcp.network.Subnetwork", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: compute.Uses(subnetQuery),
	List: compute.List(func(h compute.Home, r inventory.Resource, j subnetJSON) *Subnetwork {
		s := &Subnetwork{
			Resource: r,
			Network:  inventory.Map(inventory.FromPtr(j.Network, inventory.Unanswered[string](askedSubnet, "network")), h.Ref),
			Purpose:  inventory.FromPtr(j.Purpose, inventory.Unanswered[string](askedSubnet, "purpose")),
			Google:   inventory.FromPtr(j.Google, inventory.Unanswered[bool](askedSubnet, "privateIpGoogleAccess")),
			// "If this field is not explicitly set, it will not appear in get
			// listings. If not set … it will default to disabled."
			FlowLogs: inventory.FromPtr(j.FlowLogs, inventory.Of(false)),
		}
		if c := j.LogConfig; c != nil && c.Enable != nil { // what replaces enableFlowLogs
			s.FlowLogs = inventory.Of(*c.Enable)
		}
		return s
	}, subnetQuery),
}

// A FlowLogging is what configurations of VPC Flow Logs log of the project,
// beside the settings of the subnets: one row.
type FlowLogging struct {
	inventory.Resource
	Of inventory.Known[[]string] `fetch:"-"` // the full names of networks and subnets, or Everywhere
}

// FlowLoggings lists the project.
var FlowLoggings = &inventory.Type[FlowLogging]{
	Kind: "gcp.network.FlowLogging", Level: inventory.AtAccount, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*FlowLogging, error] {
		return func(yield func(*FlowLogging, error) bool) {
			n := gcp.From(s).Number
			yield(&FlowLogging{Resource: inventory.Resource{
				ID: n, Full: "//networkmanagement.googleapis.com/projects/" + n, Name: gcp.From(s).ProjectID, Account: n, Tags: inventory.Of(map[string]string(nil)),
			}}, nil)
		}
	},
}

type flowLogsPage struct {
	Configs []struct {
		State      string `json:"state"`
		Network    string `json:"network"`
		Subnet     string `json:"subnet"`
		Tunnel     string `json:"vpnTunnel"`
		Attachment string `json:"interconnectAttachment"`
	} `json:"vpcFlowLogsConfigs"`
	Next        string   `json:"nextPageToken"`
	Unreachable []string `json:"unreachable"`
}

var errUnreachable = errors.New("a location could not be reached")

// Everywhere is in the place of a network where a configuration of the
// organization logs the flows of all of its subnets.
const Everywhere = "*"

// FlowLogConfigs reads the configurations of the project, and those of the
// organization that apply to it. Where the API of Network Management is off
// none can have been made ("Configure VPC Flow Logs", before you begin).
var FlowLogConfigs = &inventory.Field[FlowLogging, []string]{
	Of: FlowLoggings, Column: "of", Actions: []string{"networkmanagement.vpcflowlogsconfigs.list"},
	At: func(f *FlowLogging) *inventory.Known[[]string] { return &f.Of },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *FlowLogging) ([]string, error) {
		address := "https://networkmanagement.googleapis.com/v1/projects/" + gcp.From(s).Number + "/locations/global/vpcFlowLogsConfigs"
		own, err := flowLogs(ctx, s, address, "")
		if err != nil && gcp.Classify(err, nil).Reason == inventory.Disabled {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		above, err := flowLogs(ctx, s, address+":queryOrgVpcFlowLogsConfigs", Everywhere)
		return append(own, above...), err
	},
}

// flowLogs lists what configurations log; one without a target logs whole.
func flowLogs(ctx context.Context, s inventory.Scope, address, whole string) ([]string, error) {
	h := compute.Home{Number: gcp.From(s).Number, ID: gcp.From(s).ProjectID}
	complete := true
	all, err := gcp.GetAll(ctx, s, address, func(p flowLogsPage) (names []string, next string) {
		complete = complete && len(p.Unreachable) == 0
		for _, c := range p.Configs {
			switch of := cmp.Or(c.Network, c.Subnet); {
			case c.State == "DISABLED": // "if not specified, will default to ENABLED"
			case of != "":
				names = append(names, h.Ref(of))
			case whole != "" && c.Tunnel == "" && c.Attachment == "":
				names = append(names, whole)
			}
		}
		return names, p.Next
	})
	if err == nil && !complete {
		err = &gcp.CallError{Operation: "networkmanagement vpcFlowLogsConfigs", Err: errUnreachable}
	}
	return all, err
}
