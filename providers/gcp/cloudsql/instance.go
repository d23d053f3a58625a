// Package cloudsql collects the instances of Cloud SQL.
package cloudsql

import (
	"strings"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// An Instance is a database server of Cloud SQL.
type Instance struct {
	inventory.Resource
	Engine       inventory.Known[string] // MySQL, PostgreSQL or SQLServer
	Type         inventory.Known[string] // "CLOUD_SQL_INSTANCE", "READ_REPLICA_INSTANCE", "ON_PREMISES_INSTANCE"
	State        inventory.Known[string] // "RUNNABLE", "PENDING_DELETE"
	Availability inventory.Known[string] // "ZONAL", "REGIONAL"

	Flags inventory.Known[map[string]string] // the database flags that were set, by their names

	PublicIP   inventory.Known[bool] // it has a public IPv4 address
	Networks   inventory.Known[[]Network]
	Connectors inventory.Known[string] // "REQUIRED": the connectors of Cloud SQL are the one way in
	SSLMode    inventory.Known[string] // "" where it is not set, and RequireSSL counts
	RequireSSL inventory.Known[bool]

	KMSKey             inventory.Known[string] // "" where the key is Google's
	DeletionProtection inventory.Known[bool]
	Backups            inventory.Known[bool]   // automated, every day
	BackupTier         inventory.Known[string] // "STANDARD", or "ENHANCED": the backups are made by Backup and DR
	PointInTime        inventory.Known[bool]   // recovery to any moment
}

// A Network may reach the public address.
type Network struct {
	Name    string
	CIDR    inventory.Known[string]
	Expires time.Time // zero where it does not
}

// The engines.
const (
	MySQL      = "MySQL"
	PostgreSQL = "PostgreSQL"
	SQLServer  = "SQL Server"
)

// instance is the resource of the Cloud SQL Admin API, "DatabaseInstance".
type instance struct {
	DatabaseVersion *string `json:"databaseVersion"`
	InstanceType    *string `json:"instanceType"`
	State           *string `json:"state"`
	Addresses       []struct {
		Type string `json:"type"`
	} `json:"ipAddresses"`
	DiskEncryption *struct {
		KMSKeyName *string `json:"kmsKeyName"`
	} `json:"diskEncryptionConfiguration"`
	Settings *settings `json:"settings"`
}

type settings struct {
	Labels             map[string]string `json:"userLabels"`
	AvailabilityType   *string           `json:"availabilityType"`
	DeletionProtection *bool             `json:"deletionProtectionEnabled"`
	Connectors         *string           `json:"connectorEnforcement"`
	Flags              []struct {
		Name  *string `json:"name"`
		Value string  `json:"value"` // "This field must be omitted if the flag doesn't take a value"
	} `json:"databaseFlags"`
	IP *struct {
		IPv4Enabled *bool   `json:"ipv4Enabled"`
		SSLMode     *string `json:"sslMode"`
		RequireSSL  *bool   `json:"requireSsl"`
		Networks    []struct {
			Name    string  `json:"name"`
			Value   *string `json:"value"`
			Expires string  `json:"expirationTime"`
		} `json:"authorizedNetworks"`
	} `json:"ipConfiguration"`
	Backup *struct {
		Enabled     *bool   `json:"enabled"`
		Tier        *string `json:"backupTier"`
		PointInTime *bool   `json:"pointInTimeRecoveryEnabled"` // PostgreSQL and SQL Server
		BinaryLog   *bool   `json:"binaryLogEnabled"`           // MySQL
	} `json:"backupConfiguration"`
}

var query = gcp.Resources("sqladmin.googleapis.com/Instance")

const asked = "Cloud Asset Inventory sqladmin.googleapis.com/Instance"

func lacks[T any](what string) inventory.Known[T] { return inventory.Unanswered[T](asked, what) }

// Instances lists the instances of a project.
var Instances = &inventory.Type[Instance]{
	Kind: "gcp.cloudsql.Instance", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{query},
	List: gcp.List(query, build),
}

func build(r inventory.Resource, i instance) *Instance {
	out := &Instance{
		Resource: r,
		Engine:   lacks[string]("databaseVersion"),
		Type:     inventory.FromPtr(i.InstanceType, lacks[string]("instanceType")),
		State:    inventory.FromPtr(i.State, lacks[string]("state")),
		// "Customer-managed encryption keys": what has no key of the customer's has
		// no diskEncryptionConfiguration.
		KMSKey: inventory.Of(""),
	}
	if i.DatabaseVersion != nil {
		out.Engine = engine(*i.DatabaseVersion)
	}
	if d := i.DiskEncryption; d != nil {
		out.KMSKey = inventory.FromPtr(d.KMSKeyName, lacks[string]("diskEncryptionConfiguration.kmsKeyName"))
	}
	s := i.Settings
	if s == nil {
		out.unset()
		return out
	}
	out.Tags = inventory.Of(s.Labels)
	out.Availability = inventory.FromPtr(s.AvailabilityType, lacks[string]("settings.availabilityType"))
	// "By default, the deletion protection option is disabled unless you use the
	// console or Terraform" ("Prevent deletion of an instance").
	out.DeletionProtection = inventory.FromPtr(s.DeletionProtection, inventory.Of(false))
	// "If this field is not specified when creating a new instance, NOT_REQUIRED
	// is used."
	out.Connectors = inventory.FromPtr(s.Connectors, inventory.Of("NOT_REQUIRED"))
	out.Flags = flags(s)
	out.network(i)
	out.backup(s)
	return out
}

// unset is what is not known of an instance whose answer has no settings.
func (i *Instance) unset() {
	i.Availability, i.Connectors, i.SSLMode, i.BackupTier = lacks[string]("settings"), lacks[string]("settings"), lacks[string]("settings"), lacks[string]("settings")
	i.PublicIP, i.RequireSSL, i.DeletionProtection = lacks[bool]("settings"), lacks[bool]("settings"), lacks[bool]("settings")
	i.Backups, i.PointInTime = lacks[bool]("settings"), lacks[bool]("settings")
	i.Flags, i.Networks = lacks[map[string]string]("settings"), lacks[[]Network]("settings")
	i.Tags = lacks[map[string]string]("settings")
}

// engine reads the name and the version: "POSTGRES_16", "SQLSERVER_2022_STANDARD".
func engine(version string) inventory.Known[string] {
	for prefix, name := range map[string]string{"MYSQL_": MySQL, "POSTGRES_": PostgreSQL, "SQLSERVER_": SQLServer} {
		if strings.HasPrefix(version, prefix) {
			return inventory.Of(name)
		}
	}
	return lacks[string]("a known engine as its databaseVersion")
}

// flags are those that were set; the others have the engine's default.
func flags(s *settings) inventory.Known[map[string]string] {
	set := map[string]string{}
	for _, f := range s.Flags {
		if f.Name == nil {
			return lacks[map[string]string]("settings.databaseFlags.name")
		}
		set[strings.ToLower(*f.Name)] = f.Value
	}
	return inventory.Of(set)
}

func (i *Instance) network(from instance) {
	ip := from.Settings.IP
	i.PublicIP, i.SSLMode, i.RequireSSL = lacks[bool]("settings.ipConfiguration"), lacks[string]("settings.ipConfiguration"), lacks[bool]("settings.ipConfiguration")
	i.Networks = lacks[[]Network]("settings.ipConfiguration")
	if ip != nil {
		i.PublicIP = inventory.FromPtr(ip.IPv4Enabled, lacks[bool]("settings.ipConfiguration.ipv4Enabled"))
		i.SSLMode = inventory.FromPtr(ip.SSLMode, inventory.Of("")) // then requireSsl is what counts
		i.RequireSSL = inventory.FromPtr(ip.RequireSSL, lacks[bool]("settings.ipConfiguration.sslMode"))
		var all []Network
		for _, n := range ip.Networks {
			got := Network{Name: n.Name, CIDR: inventory.FromPtr(n.Value, lacks[string]("settings.ipConfiguration.authorizedNetworks.value"))}
			if at, err := time.Parse(time.RFC3339, n.Expires); err == nil {
				got.Expires = at
			}
			all = append(all, got)
		}
		i.Networks = inventory.Of(all) // "The list of external networks that are allowed to connect"
	}
	for _, a := range from.Addresses {
		if a.Type == "PRIMARY" { // "A PRIMARY address is a public address that can accept incoming connections"
			i.PublicIP = inventory.Of(true)
		}
	}
}

func (i *Instance) backup(s *settings) {
	i.Backups, i.PointInTime = lacks[bool]("settings.backupConfiguration"), lacks[bool]("settings.backupConfiguration")
	i.BackupTier = lacks[string]("settings.backupConfiguration")
	b := s.Backup
	if b == nil {
		return
	}
	i.Backups = inventory.FromPtr(b.Enabled, lacks[bool]("settings.backupConfiguration.enabled"))
	i.BackupTier = inventory.FromPtr(b.Tier, inventory.Of("STANDARD")) // the tier that is "managed by Cloud SQL"
	// Each is there for its own engines; the other, where it is there at all, is false.
	inTime := lacks[bool]("settings.backupConfiguration.pointInTimeRecoveryEnabled")
	for _, on := range []*bool{b.PointInTime, b.BinaryLog} {
		if on != nil {
			was, _ := inTime.Peek()
			inTime = inventory.Of(was || *on)
		}
	}
	i.PointInTime = inTime
}
