package flexibleserver

import (
	"encoding/json"
	"testing"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

func TestOf(t *testing.T) {
	of := func(properties string) Common {
		var p Properties
		if err := json.Unmarshal([]byte(properties), &p); err != nil {
			t.Fatal(err)
		}
		return Of("test", azure.Row{SKU: json.RawMessage(`{"name":"Standard_B1ms","tier":"Burstable"}`)}, p)
	}
	full := of(`{"state":"Ready","replicationRole":"Primary","network":{"publicNetworkAccess":"Enabled"},"highAvailability":{"mode":"ZoneRedundant"},"backup":{"backupRetentionDays":7,"geoRedundantBackup":"Enabled"}}`)
	if full.Tier != "Burstable" || full.State != inventory.Of("Ready") || full.Role != inventory.Of("Primary") || full.PublicNetwork != inventory.Of("Enabled") ||
		full.HighAvailability != inventory.Of("ZoneRedundant") || full.GeoBackup != inventory.Of("Enabled") || full.BackupDays != inventory.Of(7) {
		t.Errorf("%+v", full)
	}
	inside := of(`{"network":{"delegatedSubnetResourceId":"/s"}}`)
	if inside.PublicNetwork != inventory.Of("Disabled") {
		t.Error("a server inside a virtual network counts as public")
	}
	for _, bare := range []Common{of(`{}`), of(`{"network":{},"highAvailability":{},"backup":{}}`), of(`{"network":null,"highAvailability":null,"backup":null}`)} {
		for _, k := range []inventory.Known[string]{bare.State, bare.Role, bare.PublicNetwork, bare.HighAvailability, bare.GeoBackup} {
			if _, known := k.Peek(); known {
				t.Errorf("%+v", bare)
			}
		}
		if _, known := bare.BackupDays.Peek(); known {
			t.Errorf("%+v", bare)
		}
	}
}

func TestSent(t *testing.T) {
	for _, tc := range []struct {
		name  string
		all   []Diagnostic
		want  bool
		known bool
	}{
		{"none", nil, false, true},
		{"another", []Diagnostic{{Category: "Other"}}, false, true},
		{"it", []Diagnostic{{Category: "Other"}, {Category: "Logs"}}, true, true},
		{"all", []Diagnostic{{Group: "allLogs"}}, true, true},
		{"a group that may hold it", []Diagnostic{{Group: "audit"}}, false, false},
	} {
		if got, known := Sent(tc.all, "Logs").Peek(); got != tc.want || known != tc.known {
			t.Errorf("%s: %v, %v", tc.name, got, known)
		}
	}
}

func TestValue(t *testing.T) {
	all := []Parameter{{"a", inventory.Of("on")}}
	if Value(all, "a") != inventory.Of("on") {
		t.Error("a")
	}
	if _, known := Value(all, "b").Peek(); known {
		t.Error("a parameter that the server does not have counts as known")
	}
}
