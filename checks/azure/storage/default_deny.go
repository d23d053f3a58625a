package storage

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// DefaultDeny asks that networks are refused unless they are named.
var DefaultDeny = &checks.Check{
	ID:       "azure-storage-default-deny",
	Title:    "The network rules of storage accounts refuse what they do not name",
	Why:      "While the default is to allow, the list of networks and addresses means nothing: everybody on the internet may try a key or a signature.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Security + networking > Networking > Public network access: Enabled from selected networks.",
		CLI:       "az storage account update --name <account> --resource-group <group> --default-action Deny",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  network_rules {\n    default_action = \"Deny\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.2.3"}},
	Aliases:  []string{"prowler:storage_default_network_access_rule_is_denied"},
	Link:     "https://learn.microsoft.com/azure/storage/common/storage-network-security-set-default-access",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		closed, ok := inventory.Or(is(a.PublicNetwork, "Disabled"), is(a.DefaultAction, "Deny")).Get(p)
		if !ok || closed {
			return
		}
		if by, _ := is(a.PublicNetwork, perimeter).Get(p); by {
			p.Skipf("a network security perimeter decides who reaches the account")
			return
		}
		action, _ := a.DefaultAction.Get(p)
		if !strings.EqualFold(action, "Allow") {
			other(p, "default action", action)
			return
		}
		p.Evidence("defaultAction", action)
		p.Failf("the account lets every network in")
	}),
}
