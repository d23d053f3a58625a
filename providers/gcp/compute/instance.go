package compute

import (
	"slices"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// An Instance is a virtual machine. One that is stopped keeps its settings and
// starts with them again.
type Instance struct {
	inventory.Resource
	Status              inventory.Known[string] // "RUNNING", "TERMINATED" (stopped), "SUSPENDED", …
	ServiceAccounts     inventory.Known[[]ServiceAccount]
	IPForwarding        inventory.Known[bool]
	DeletionProtection  inventory.Known[bool]
	Interfaces          inventory.Known[[]Interface]
	NetworkTags         inventory.Known[[]string]
	Disks               inventory.Known[[]AttachedDisk]
	AutomaticRestart    inventory.Known[bool]
	OnHostMaintenance   inventory.Known[string] // "MIGRATE" or "TERMINATE"
	Provisioning        inventory.Known[string] // "STANDARD", "SPOT", "PREEMPTIBLE", …
	Accelerators        inventory.Known[int]
	SecureBoot          inventory.Known[bool]
	VTPM                inventory.Known[bool]
	IntegrityMonitoring inventory.Known[bool]
	Confidential        inventory.Known[string] // the technology: "SEV", "SEV_SNP", "TDX"; "" where memory is not encrypted in use
	Metadata            Metadata
	Effective           Metadata                // what the answer states to be in effect; Unset where it states nothing
	Group               inventory.Known[string] // the managed instance group that made it
}

// A ServiceAccount is an identity that an instance has.
type ServiceAccount struct {
	Email  string
	Scopes []string // what its tokens may be used for
}

// An Interface is a network interface of an instance.
type Interface struct {
	Name     string
	Network  string // full name
	External bool   // has an external IPv4 address, or gets one when the instance starts
	IPv6     bool   // has an external IPv6 address
}

// An AttachedDisk is a disk as an instance has it.
type AttachedDisk struct {
	Name       string
	Boot       bool
	Persistent bool // no local SSD
	Windows    bool
	AutoDelete inventory.Known[bool]
}

type instanceJSON struct {
	Status          *string `json:"status"`
	ServiceAccounts []struct {
		Email  string   `json:"email"`
		Scopes []string `json:"scopes"`
	} `json:"serviceAccounts"`
	CanIPForward       *bool `json:"canIpForward"`
	DeletionProtection *bool `json:"deletionProtection"`
	Interfaces         *[]struct {
		Name       string     `json:"name"`
		Network    string     `json:"network"`
		AccessIPv4 []struct{} `json:"accessConfigs"`
		AccessIPv6 []struct{} `json:"ipv6AccessConfigs"`
	} `json:"networkInterfaces"`
	Tags struct {
		Items []string `json:"items"`
	} `json:"tags"`
	Disks *[]struct {
		DeviceName string   `json:"deviceName"`
		Source     string   `json:"source"`
		Boot       bool     `json:"boot"`
		Type       string   `json:"type"`
		AutoDelete *bool    `json:"autoDelete"`
		Licenses   []string `json:"licenses"`
		Features   []struct {
			Type string `json:"type"`
		} `json:"guestOsFeatures"`
	} `json:"disks"`
	Scheduling *struct {
		AutomaticRestart  *bool   `json:"automaticRestart"`
		OnHostMaintenance *string `json:"onHostMaintenance"`
		Preemptible       *bool   `json:"preemptible"`
		ProvisioningModel string  `json:"provisioningModel"`
	} `json:"scheduling"`
	Accelerators []struct{} `json:"guestAccelerators"`
	Shielded     *struct {
		SecureBoot *bool `json:"enableSecureBoot"`
		VTPM       *bool `json:"enableVtpm"`
		Integrity  *bool `json:"enableIntegrityMonitoring"`
	} `json:"shieldedInstanceConfig"`
	Confidential *struct {
		Enable *bool  `json:"enableConfidentialCompute"`
		Type   string `json:"confidentialInstanceType"`
	} `json:"confidentialInstanceConfig"`
	Metadata       *metadataJSON `json:"metadata"`
	ResourceStatus struct {
		Effective struct {
			OSLogin *bool `json:"enableOsloginMetadataValue"`
			Serial  *bool `json:"serialPortEnableMetadataValue"`
		} `json:"effectiveInstanceMetadata"`
	} `json:"resourceStatus"`
}

var instanceQuery = gcp.Resources("compute.googleapis.com/Instance")

const askedInstance = "Cloud Asset Inventory compute.googleapis.com/Instance"

// Instances lists the instances of a project.
var Instances = &inventory.Type[Instance]{
	Kind: "gcp.compute.Instance", Level: inventory.AtAccount, Model: inventory.IaaS, Workload: true, Uses: Uses(instanceQuery),
	List: List(instanceOf, instanceQuery),
}

func lacking[T any](what string) inventory.Known[T] {
	return inventory.Unanswered[T](askedInstance, what)
}

// instanceOf reads an instance ("Instances", the reference of the REST API):
// lists that hold nothing are left out of an answer, and so is the confidential
// configuration of an instance that was made without one.
func instanceOf(h Home, r inventory.Resource, j instanceJSON) *Instance {
	i := &Instance{
		Resource:           r,
		Status:             inventory.FromPtr(j.Status, lacking[string]("status")),
		IPForwarding:       inventory.FromPtr(j.CanIPForward, lacking[bool]("canIpForward")),
		DeletionProtection: inventory.FromPtr(j.DeletionProtection, lacking[bool]("deletionProtection")),
		NetworkTags:        inventory.Of(j.Tags.Items),
		Accelerators:       inventory.Of(len(j.Accelerators)),
		Confidential:       inventory.Of(""),
		Metadata:           metadataOf(j.Metadata, askedInstance, "metadata"),
		Group:              created(h, j.Metadata, askedInstance),
	}
	e := j.ResourceStatus.Effective
	i.Effective = Metadata{effective(e.OSLogin), inventory.Of(Unset), effective(e.Serial), inventory.Of(Unset)}
	var accounts []ServiceAccount
	i.ServiceAccounts = inventory.Of(accounts)
	for _, a := range j.ServiceAccounts {
		if a.Email == "" {
			i.ServiceAccounts = lacking[[]ServiceAccount]("serviceAccounts.email")
			break
		}
		accounts = append(accounts, ServiceAccount{Email: a.Email, Scopes: a.Scopes})
		i.ServiceAccounts = inventory.Of(accounts)
	}
	i.Interfaces, i.Disks = interfacesOf(h, j), disksOf(j)
	i.AutomaticRestart, i.OnHostMaintenance, i.Provisioning = lacking[bool]("scheduling"), lacking[string]("scheduling"), lacking[string]("scheduling")
	if s := j.Scheduling; s != nil {
		i.AutomaticRestart = inventory.FromPtr(s.AutomaticRestart, lacking[bool]("scheduling.automaticRestart"))
		i.OnHostMaintenance = inventory.FromPtr(s.OnHostMaintenance, lacking[string]("scheduling.onHostMaintenance"))
		switch {
		case s.ProvisioningModel != "" && s.ProvisioningModel != "STANDARD":
			i.Provisioning = inventory.Of(s.ProvisioningModel)
		case s.Preemptible != nil && *s.Preemptible:
			i.Provisioning = inventory.Of("PREEMPTIBLE")
		case s.Preemptible != nil:
			i.Provisioning = inventory.Of("STANDARD")
		default:
			i.Provisioning = lacking[string]("scheduling.preemptible")
		}
	}
	i.SecureBoot, i.VTPM, i.IntegrityMonitoring = lacking[bool]("shieldedInstanceConfig"), lacking[bool]("shieldedInstanceConfig"), lacking[bool]("shieldedInstanceConfig")
	if s := j.Shielded; s != nil {
		i.SecureBoot = inventory.FromPtr(s.SecureBoot, lacking[bool]("shieldedInstanceConfig.enableSecureBoot"))
		i.VTPM = inventory.FromPtr(s.VTPM, lacking[bool]("shieldedInstanceConfig.enableVtpm"))
		i.IntegrityMonitoring = inventory.FromPtr(s.Integrity, lacking[bool]("shieldedInstanceConfig.enableIntegrityMonitoring"))
	}
	if c := j.Confidential; c != nil {
		switch {
		case c.Type != "" && c.Type != "CONFIDENTIAL_INSTANCE_TYPE_UNSPECIFIED": // naming a technology switches it on
			i.Confidential = inventory.Of(c.Type)
		case c.Enable == nil:
			i.Confidential = lacking[string]("confidentialInstanceConfig.enableConfidentialCompute")
		case *c.Enable:
			i.Confidential = inventory.Of("SEV") // "the technology used defaults to AMD SEV"
		}
	}
	return i
}

// interfacesOf takes the place of an access configuration for an address: one
// without an address gets one when the instance starts, and without any "this
// instance will have no external internet access".
func interfacesOf(h Home, j instanceJSON) inventory.Known[[]Interface] {
	if j.Interfaces == nil {
		return lacking[[]Interface]("networkInterfaces")
	}
	all := []Interface{}
	for _, n := range *j.Interfaces {
		all = append(all, Interface{Name: n.Name, Network: h.Ref(n.Network), External: len(n.AccessIPv4) > 0, IPv6: len(n.AccessIPv6) > 0})
	}
	return inventory.Of(all)
}

func disksOf(j instanceJSON) inventory.Known[[]AttachedDisk] {
	if j.Disks == nil {
		return lacking[[]AttachedDisk]("disks")
	}
	all := []AttachedDisk{}
	for _, d := range *j.Disks {
		one := AttachedDisk{
			Name: d.DeviceName, Boot: d.Boot,
			Persistent: d.Type != "SCRATCH", // "if not specified, the default is PERSISTENT"
			AutoDelete: inventory.FromPtr(d.AutoDelete, lacking[bool]("disks.autoDelete")),
		}
		if d.Source != "" {
			one.Name = Last(d.Source)
		}
		for _, f := range d.Features {
			one.Windows = one.Windows || f.Type == "WINDOWS"
		}
		one.Windows = one.Windows || slices.ContainsFunc(d.Licenses, func(l string) bool { return strings.Contains(l, "/windows-") })
		all = append(all, one)
	}
	return inventory.Of(all)
}

// Manager says which service runs an instance as a part of its own: "GKE",
// "Dataproc", "Dataflow"; "" for none. A node of GKE has the label
// goog-gke-node, which the service sets, and a name that begins with gke-, or
// gk3- in a cluster that runs itself.
func (i *Instance) Manager() inventory.Known[string] {
	return inventory.Map(i.Tags, func(labels map[string]string) string {
		has := func(key string) bool { _, ok := labels[key]; return ok }
		switch {
		case has("goog-gke-node") && (strings.HasPrefix(i.ID, "gke-") || strings.HasPrefix(i.ID, "gk3-")):
			return "GKE"
		case has("goog-dataproc-cluster-uuid"):
			return "Dataproc"
		case has("dataflow_job_id"):
			return "Dataflow"
		}
		return ""
	})
}

// Windows reports whether the instance runs Windows, by its boot disk.
func (i *Instance) Windows() inventory.Known[bool] {
	return inventory.Map(i.Disks, func(all []AttachedDisk) bool {
		return slices.ContainsFunc(all, func(d AttachedDisk) bool { return d.Boot && d.Windows })
	})
}
