// Package gke collects the clusters of Google Kubernetes Engine.
package gke

import (
	"cmp"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Cluster is a Kubernetes cluster with its node pools.
type Cluster struct {
	inventory.Resource
	Status     inventory.Known[string] // "RUNNING", "STOPPING"
	Autopilot  inventory.Known[bool]   // Google looks after the nodes
	Pools      inventory.Known[[]Pool]
	Identities inventory.Known[string] // the pool of workload identities; "" none

	PublicEndpoint inventory.Known[bool]     // the control plane has a public address
	Authorized     inventory.Known[bool]     // not every address may reach it
	Networks       inventory.Known[[]string] // which may, in CIDR notation

	Shielded           inventory.Known[bool]
	LegacyABAC         inventory.Known[bool]
	ClientCertificate  inventory.Known[bool]
	NetworkPolicy      inventory.Known[bool]   // by the add-on
	Datapath           inventory.Known[string] // "ADVANCED_DATAPATH": Dataplane V2, which has network policies
	Channel            inventory.Known[string] // "REGULAR"; "UNSPECIFIED": none
	BinaryAuthz        inventory.Known[string] // "DISABLED", "PROJECT_SINGLETON_POLICY_ENFORCE"
	DatabaseEncryption inventory.Known[string] // "ENCRYPTED", "DECRYPTED", "ALL_OBJECTS_ENCRYPTION_ENABLED"
}

// A Pool is a node pool.
type Pool struct {
	Name           string
	PrivateNodes   inventory.Known[bool]   // they have no public address
	ServiceAccount inventory.Known[string] // "default": that of Compute Engine
	Metadata       inventory.Known[string] // what pods are shown: "GKE_METADATA", "GCE_METADATA"
	AutoUpgrade    inventory.Known[bool]
}

// on is a message with a switch: proto JSON leaves out what is false.
type on struct {
	Enabled bool `json:"enabled"`
}

func lacks[T any](what string) inventory.Known[T] {
	return inventory.Unanswered[T]("Cloud Asset Inventory container.googleapis.com/Cluster", what)
}

// read is whether a switch is on. The messages themselves are always there, so
// that one that is not says nothing.
func (m *on) read(what string) inventory.Known[bool] {
	if m == nil {
		return lacks[bool](what)
	}
	return inventory.Of(m.Enabled)
}

type authorized struct {
	Enabled bool `json:"enabled"`
	Blocks  []struct {
		CIDR string `json:"cidrBlock"`
	} `json:"cidrBlocks"`
}

type cluster struct {
	Status    *string           `json:"status"`
	Labels    map[string]string `json:"resourceLabels"`
	Autopilot *on               `json:"autopilot"`
	Pools     []pool            `json:"nodePools"`
	Identity  *struct {
		Pool string `json:"workloadPool"`
	} `json:"workloadIdentityConfig"`
	Endpoints *struct {
		IP *struct {
			Enabled    *bool       `json:"enabled"`
			Public     *bool       `json:"enablePublicEndpoint"`
			Authorized *authorized `json:"authorizedNetworksConfig"`
		} `json:"ipEndpointsConfig"`
	} `json:"controlPlaneEndpointsConfig"`
	Authorized *authorized `json:"masterAuthorizedNetworksConfig"`
	Private    *struct {
		Nodes    *bool `json:"enablePrivateNodes"`
		Endpoint bool  `json:"enablePrivateEndpoint"`
	} `json:"privateClusterConfig"`
	Network *struct {
		PrivateNodes *bool   `json:"defaultEnablePrivateNodes"`
		Datapath     *string `json:"datapathProvider"`
	} `json:"networkConfig"`
	Policy   *on `json:"networkPolicy"`
	Shielded *on `json:"shieldedNodes"`
	ABAC     *on `json:"legacyAbac"`
	Auth     *struct {
		Certificate *struct {
			Issue bool `json:"issueClientCertificate"`
		} `json:"clientCertificateConfig"`
	} `json:"masterAuth"`
	Channel *struct {
		Channel string `json:"channel"`
	} `json:"releaseChannel"`
	BinaryAuthz *struct {
		Enabled bool   `json:"enabled"`
		Mode    string `json:"evaluationMode"`
	} `json:"binaryAuthorization"`
	Database *struct {
		State *string `json:"state"`
	} `json:"databaseEncryption"`
}

type pool struct {
	Name   string `json:"name"`
	Config *struct {
		ServiceAccount string `json:"serviceAccount"`
		Metadata       *struct {
			Mode string `json:"mode"`
		} `json:"workloadMetadataConfig"`
	} `json:"config"`
	Network *struct {
		PrivateNodes *bool `json:"enablePrivateNodes"`
	} `json:"networkConfig"`
	Management *struct {
		AutoUpgrade bool `json:"autoUpgrade"`
	} `json:"management"`
}

var query = gcp.Resources("container.googleapis.com/Cluster")

// Clusters lists the clusters of a project.
var Clusters = &inventory.Type[Cluster]{
	Kind: "gcp.gke.Cluster", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{query},
	List: gcp.List(query, build),
}

// build reads a cluster. What absence means is said by the reference,
// "projects.locations.clusters": "If unspecified, defaults to DISABLED" of the
// evaluation mode, "By default, uses the IPTables-based kube-proxy" of the data
// path. What switches a feature on, such as workload identity, the add-on for
// network policies or Autopilot, is there where it is on.
func build(r inventory.Resource, c cluster) *Cluster {
	r.Tags = inventory.Of(c.Labels)
	auto := c.Autopilot != nil && c.Autopilot.Enabled
	r.NodesBy = inventory.ByCustomer
	if auto {
		r.NodesBy = inventory.ByProvider
	}
	out := &Cluster{
		Resource: r, Status: inventory.FromPtr(c.Status, lacks[string]("status")), Autopilot: inventory.Of(auto), Identities: inventory.Of(""),
		Shielded: c.Shielded.read("shieldedNodes"), LegacyABAC: c.ABAC.read("legacyAbac"), ClientCertificate: lacks[bool]("masterAuth.clientCertificateConfig"),
		NetworkPolicy: inventory.Of(c.Policy != nil && c.Policy.Enabled), Datapath: inventory.Of("LEGACY_DATAPATH"), Channel: inventory.Of("UNSPECIFIED"),
		BinaryAuthz: inventory.Of("DISABLED"), DatabaseEncryption: lacks[string]("databaseEncryption.state"),
	}
	if c.Identity != nil {
		out.Identities = inventory.Of(c.Identity.Pool)
	}
	if c.Auth != nil && c.Auth.Certificate != nil {
		out.ClientCertificate = inventory.Of(c.Auth.Certificate.Issue)
	}
	if c.Network != nil && c.Network.Datapath != nil {
		out.Datapath = inventory.Of(*c.Network.Datapath)
	}
	if c.Channel != nil {
		out.Channel = inventory.Of(cmp.Or(c.Channel.Channel, "UNSPECIFIED"))
	}
	if b := c.BinaryAuthz; b != nil {
		// "If evaluationMode is set to anything other than unspecified, enabled is ignored."
		switch {
		case b.Mode != "" && b.Mode != "EVALUATION_MODE_UNSPECIFIED":
			out.BinaryAuthz = inventory.Of(b.Mode)
		case b.Enabled:
			out.BinaryAuthz = inventory.Of("PROJECT_SINGLETON_POLICY_ENFORCE")
		}
	}
	if c.Database != nil {
		out.DatabaseEncryption = inventory.FromPtr(c.Database.State, out.DatabaseEncryption)
	}
	out.endpoint(c)
	out.pools(c)
	return out
}

// endpoint reads who reaches the control plane. A cluster that says nothing of
// it has a public endpoint: those are older than the settings.
func (out *Cluster) endpoint(c cluster) {
	who := c.Authorized
	out.PublicEndpoint = inventory.Of(c.Private == nil || !c.Private.Endpoint)
	if c.Endpoints != nil && c.Endpoints.IP != nil {
		ip := c.Endpoints.IP
		out.PublicEndpoint = inventory.And(
			inventory.FromPtr(ip.Enabled, lacks[bool]("controlPlaneEndpointsConfig.ipEndpointsConfig.enabled")),
			inventory.FromPtr(ip.Public, lacks[bool]("controlPlaneEndpointsConfig.ipEndpointsConfig.enablePublicEndpoint")))
		if ip.Authorized != nil {
			who = ip.Authorized
		}
	}
	var blocks []string
	if who != nil {
		for _, b := range who.Blocks {
			blocks = append(blocks, b.CIDR)
		}
	}
	out.Authorized, out.Networks = inventory.Of(who != nil && who.Enabled), inventory.Of(blocks)
}

func (out *Cluster) pools(c cluster) {
	private := inventory.Of(false) // a cluster is public unless it says otherwise
	if c.Private != nil {
		private = inventory.FromPtr(c.Private.Nodes, private)
	}
	if c.Network != nil {
		private = inventory.FromPtr(c.Network.PrivateNodes, private)
	}
	var all []Pool
	for _, p := range c.Pools {
		got := Pool{
			Name: p.Name, PrivateNodes: private, ServiceAccount: lacks[string]("nodePools.config"), Metadata: lacks[string]("nodePools.config"),
			AutoUpgrade: lacks[bool]("nodePools.management"),
		}
		if p.Network != nil { // "If not specified, then the value is derived from" the cluster's
			got.PrivateNodes = inventory.FromPtr(p.Network.PrivateNodes, private)
		}
		if p.Config != nil {
			// "if no Service Account is specified, the default service account is used"
			got.ServiceAccount, got.Metadata = inventory.Of(cmp.Or(p.Config.ServiceAccount, "default")), inventory.Of("MODE_UNSPECIFIED")
			if p.Config.Metadata != nil {
				got.Metadata = inventory.Of(cmp.Or(p.Config.Metadata.Mode, "MODE_UNSPECIFIED"))
			}
		}
		if p.Management != nil {
			got.AutoUpgrade = inventory.Of(p.Management.AutoUpgrade)
		}
		all = append(all, got)
	}
	out.Pools = inventory.Of(all)
	if c.Pools == nil { // an empty list is left out as well, and few clusters have no pool
		out.Pools = lacks[[]Pool]("nodePools")
	}
}
