package sql

import (
	"demarc/providers/azure/ipfirewall"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func behind(public string, rules ...ipfirewall.Rule) *inventory.Inventory {
	return have(sql.Server{PublicNetwork: inventory.Of(public), Firewall: inventory.Of(rules)})
}

var (
	office  = ipfirewall.Rule{Name: "office", Start: "198.51.100.0", End: "198.51.100.255"}
	azure   = ipfirewall.Rule{Name: "AllowAllWindowsAzureIps", Start: "0.0.0.0", End: "0.0.0.0"}
	world   = ipfirewall.Rule{Name: "all", Start: "0.0.0.0", End: "255.255.255.255"}
	carrier = ipfirewall.Rule{Name: "carrier", Start: "20.0.0.0", End: "20.15.255.255"}
	low     = ipfirewall.Rule{Name: "low", Start: "20.0.0.0", End: "20.0.159.255"}
	high    = ipfirewall.Rule{Name: "high", Start: "21.0.0.0", End: "21.0.159.255"}
)
