// Package loadbalancing collects Cloud Load Balancing: backend services, the
// proxies in front of them, and SSL policies.
package loadbalancing

import (
	"demarc/providers/gcp"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// A BackendService is what a load balancer sends its traffic to, global or of
// a region.
type BackendService struct {
	inventory.Resource
	Scheme     inventory.Known[string]   // "EXTERNAL", "EXTERNAL_MANAGED", "INTERNAL", …
	Protocol   inventory.Known[string]   // "HTTP", "HTTPS", "HTTP2", "TCP", …
	Logging    inventory.Known[bool]     // requests are logged
	SampleRate inventory.Known[float64]  // of the requests that are logged, 0 to 1
	Policy     inventory.Known[string]   // its security policy of Cloud Armor; "" for none
	Groups     inventory.Known[[]string] // the full names of its backends: instance groups, network endpoint groups
}

type backendJSON struct {
	Scheme    *string `json:"loadBalancingScheme"`
	Protocol  *string `json:"protocol"`
	LogConfig *struct {
		Enable     *bool    `json:"enable"`
		SampleRate *float64 `json:"sampleRate"`
	} `json:"logConfig"`
	SecurityPolicy string `json:"securityPolicy"`
	Backends       []struct {
		Group string `json:"group"`
	} `json:"backends"`
}

var (
	backendQuery       = gcp.Resources("compute.googleapis.com/BackendService")
	regionBackendQuery = gcp.Resources("compute.googleapis.com/RegionBackendService")
)

// BackendServices lists the backend services of a project.
var BackendServices = &inventory.Type[BackendService]{
	Kind: "gcp.loadbalancing.BackendService", Level: inventory.AtAccount, Model: inventory.IaaS, Workload: true, Uses: compute.Uses(backendQuery, regionBackendQuery),
	List: compute.List(func(h compute.Home, r inventory.Resource, j backendJSON) *BackendService {
		const asked = "Cloud Asset Inventory compute.googleapis.com/BackendService"
		// A service without a logging configuration was given none: "the default
		// value is false". Of an enabled one "the default value" of the rate "is
		// 1.0". What has no security policy or no backends lacks their fields.
		b := &BackendService{
			Resource: r,
			Scheme:   inventory.FromPtr(j.Scheme, inventory.Unanswered[string](asked, "loadBalancingScheme")),
			Protocol: inventory.FromPtr(j.Protocol, inventory.Unanswered[string](asked, "protocol")),
			Logging:  inventory.Of(false), SampleRate: inventory.Of(1.0),
			Policy: inventory.Of(h.Ref(j.SecurityPolicy)),
		}
		if c := j.LogConfig; c != nil {
			b.Logging = inventory.FromPtr(c.Enable, inventory.Of(false))
			b.SampleRate = inventory.FromPtr(c.SampleRate, b.SampleRate)
		}
		var groups []string
		for _, g := range j.Backends {
			groups = append(groups, h.Ref(g.Group))
		}
		b.Groups = inventory.Of(groups)
		return b
	}, backendQuery, regionBackendQuery),
}

// ServedBy finds the backend services of an instance group, by its full name.
var ServedBy = &inventory.Index[BackendService]{
	Of: BackendServices,
	Keys: func(r inventory.Reader, b *BackendService) []string {
		groups, _ := b.Groups.Get(r)
		return groups
	},
}
