// Package flexibleserver reads what the flexible servers of Azure Database for
// PostgreSQL and for MySQL have in common.
package flexibleserver

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Common is what the listing says of a server of either kind.
type Common struct {
	Tier             string                  // "Burstable", "GeneralPurpose", "MemoryOptimized"
	State            inventory.Known[string] // "Ready", "Stopped", "Dropping"
	Role             inventory.Known[string] // in replication: "None", "Primary", "Source", "Replica", "AsyncReplica", "GeoAsyncReplica"
	PublicNetwork    inventory.Known[string] // "Enabled", "Disabled"
	HighAvailability inventory.Known[string] // "Disabled", "SameZone", "ZoneRedundant"
	GeoBackup        inventory.Known[string] // "Enabled", "Disabled"
	BackupDays       inventory.Known[int]
}

// Properties are those of Resource Graph that Common is made of.
type Properties struct {
	State   *string `json:"state"`
	Role    *string `json:"replicationRole"`
	Network *struct {
		Public *string `json:"publicNetworkAccess"`
		Subnet *string `json:"delegatedSubnetResourceId"`
	} `json:"network"`
	HighAvailability *struct {
		Mode *string `json:"mode"`
	} `json:"highAvailability"`
	Backup *struct {
		Days *int    `json:"backupRetentionDays"`
		Geo  *string `json:"geoRedundantBackup"`
	} `json:"backup"`
}

// Of makes a Common of a row; asked is the query that answered.
func Of(asked string, row azure.Row, p Properties) Common {
	var sku struct{ Tier string }
	_ = json.Unmarshal(row.SKU, &sku) // a tier that is not said is told to nobody
	c := Common{
		Tier:             sku.Tier,
		State:            inventory.FromPtr(p.State, inventory.Unanswered[string](asked, "state")),
		Role:             inventory.FromPtr(p.Role, inventory.Unanswered[string](asked, "replicationRole")),
		PublicNetwork:    inventory.Unanswered[string](asked, "network.publicNetworkAccess"),
		HighAvailability: inventory.Unanswered[string](asked, "highAvailability.mode"),
		GeoBackup:        inventory.Unanswered[string](asked, "backup.geoRedundantBackup"),
		BackupDays:       inventory.Unanswered[int](asked, "backup.backupRetentionDays"),
	}
	if n := p.Network; n != nil {
		if n.Subnet != nil && *n.Subnet != "" { // a server inside a virtual network has no public endpoint
			c.PublicNetwork = inventory.Of("Disabled")
		}
		c.PublicNetwork = inventory.FromPtr(n.Public, c.PublicNetwork)
	}
	if h := p.HighAvailability; h != nil {
		c.HighAvailability = inventory.FromPtr(h.Mode, c.HighAvailability)
	}
	if b := p.Backup; b != nil {
		c.GeoBackup = inventory.FromPtr(b.Geo, c.GeoBackup)
		c.BackupDays = inventory.FromPtr(b.Days, c.BackupDays)
	}
	return c
}

// A Parameter is a server parameter.
type Parameter struct {
	Name  string
	Value inventory.Known[string] // that is in effect
}

// Parameters reads those of a server's parameters that names has, sorted. One
// that the server does not have is left out. path is of the configurations,
// with the version of the API.
func Parameters(ctx context.Context, s inventory.Scope, operation, path string, names ...string) ([]Parameter, error) {
	all, err := azure.GetAll[struct {
		Name       string `json:"name"`
		Properties struct {
			Value   *string `json:"value"`
			Current *string `json:"currentValue"`           // of MySQL
			Pending any     `json:"isConfigPendingRestart"` // a boolean of PostgreSQL, "True" or "False" of MySQL
		} `json:"properties"`
	}](ctx, s, path)
	if err != nil {
		return nil, azure.Gone(err)
	}
	found := []Parameter{}
	for _, c := range all {
		if !slices.Contains(names, c.Name) {
			continue
		}
		value, p := inventory.Unanswered[string](operation, "the value of "+c.Name), c.Properties
		switch waits := p.Pending == true || p.Pending == "True"; {
		case waits && p.Current != nil && *p.Current != "":
			value = inventory.Of(*p.Current)
		case waits:
			value = inventory.Unanswered[string](operation, "the value of "+c.Name+" that is in effect until the server restarts")
		default:
			value = inventory.FromPtr(p.Value, value)
		}
		found = append(found, Parameter{c.Name, value})
	}
	slices.SortFunc(found, func(a, b Parameter) int { return strings.Compare(a.Name, b.Name) })
	return found, nil
}

// Value is that of the parameter that is called name. A parameter that is not
// among all is a Gap: the server may be of a version that lacks it, and then
// nothing is known of what it does instead.
func Value(all []Parameter, name string) inventory.Known[string] {
	for _, p := range all {
		if p.Name == name {
			return p.Value
		}
	}
	return inventory.Unanswered[string]("", "the parameter "+name)
}

// A Diagnostic is a kind of log that a diagnostic setting sends somewhere.
type Diagnostic struct {
	Category string // "PostgreSQLLogs"; "" where the setting names a group
	Group    string // "allLogs", "audit"
}

// Diagnostics reads the diagnostic settings of the server that id names.
func Diagnostics(ctx context.Context, s inventory.Scope, id string) ([]Diagnostic, error) {
	all, err := azure.GetAll[struct {
		Properties struct {
			Logs []struct {
				Category string `json:"category"`
				Group    string `json:"categoryGroup"`
				Enabled  bool   `json:"enabled"`
			} `json:"logs"`
		} `json:"properties"`
	}](ctx, s, id+"/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview")
	if err != nil {
		return nil, azure.Gone(err)
	}
	on := []Diagnostic{}
	for _, setting := range all {
		for _, l := range setting.Properties.Logs {
			if l.Enabled {
				on = append(on, Diagnostic{l.Category, l.Group})
			}
		}
	}
	return on, nil
}

// Sent reports whether a category of logs is sent somewhere. What the group
// "audit" holds is the service's to say: it is not known.
func Sent(all []Diagnostic, category string) inventory.Known[bool] {
	group := false
	for _, d := range all {
		if strings.EqualFold(d.Category, category) || strings.EqualFold(d.Group, "allLogs") {
			return inventory.Of(true)
		}
		group = group || d.Group != ""
	}
	if group {
		return inventory.Unanswered[bool]("ARM microsoft.insights/diagnosticsettings", "whether a group of categories holds "+category)
	}
	return inventory.Of(false)
}
