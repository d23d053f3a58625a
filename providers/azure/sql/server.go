// Package sql collects Azure SQL: logical servers, their databases, and
// managed instances.
package sql

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/azure/ipfirewall"
	"demarc/providers/inventory"
)

// A Server is a logical server of Azure SQL Database.
type Server struct {
	inventory.Resource
	PublicNetwork inventory.Known[string] // "Enabled", "Disabled", "SecuredByPerimeter"
	MinimalTLS    inventory.Known[string] // "None", "1.0", "1.1", "1.2", "1.3"
	IPv6          inventory.Known[bool]   // whether the server is reached over IPv6 too

	Administrators inventory.Known[[]Administrator]   `fetch:"-"` // of Microsoft Entra; one at most
	Firewall       inventory.Known[[]ipfirewall.Rule] `fetch:"-"`
	Audit          inventory.Known[Audit]             `fetch:"-"`
	AuditExport    inventory.Known[bool]              `fetch:"-"` // a diagnostic setting sends the audit records somewhere
	Protector      inventory.Known[string]            `fetch:"-"` // of the databases' keys: "ServiceManaged", "AzureKeyVault"
	Alerts         inventory.Known[bool]              `fetch:"-"` // Defender for SQL is on for this server itself
	Express        inventory.Known[bool]              `fetch:"-"` // vulnerability assessment without storage of one's own
	Classic        inventory.Known[Assessment]        `fetch:"-"` // vulnerability assessment into a storage account
}

// An Administrator is the Entra principal that administers a server.
type Administrator struct {
	PrincipalType string                // "User", "Group", "Application"
	EntraOnly     inventory.Known[bool] // passwords are not taken
}

// An Audit is the auditing policy of a server.
type Audit struct {
	State   inventory.Known[string] // "Enabled", "Disabled"
	Storage inventory.Known[bool]   // the records go to a storage account
	Monitor inventory.Known[bool]   // the records go where diagnostic settings say
	Days    inventory.Known[int]    // that the storage account keeps them; 0: without end
}

// An Assessment is the classic configuration of vulnerability assessment.
type Assessment struct {
	Configured bool // it has a storage account; false: it was never set up
	Recurring  inventory.Known[bool]
	Admins     inventory.Known[bool] // scan reports go to the subscription's administrators
	Emails     inventory.Known[int]  // addresses that scan reports go to
}

type serverProperties struct {
	PublicNetwork *string `json:"publicNetworkAccess"`
	MinimalTLS    *string `json:"minimalTlsVersion"`
	IPv6          *string `json:"isIPv6Enabled"`
}

const version = "?api-version=2023-08-01"

var serverQuery = azure.Resources("Resources", "microsoft.sql/servers")

// Servers lists the logical servers of a subscription.
var Servers = &inventory.Type[Server]{
	Kind: "azure.sql.Server", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, serverQuery},
	List: azure.List(serverQuery, func(r inventory.Resource, _ azure.Row, p serverProperties) *Server {
		const asked = "Resource Graph microsoft.sql/servers"
		return &Server{
			Resource:      r,
			PublicNetwork: inventory.FromPtr(p.PublicNetwork, inventory.Unanswered[string](asked, "publicNetworkAccess")),
			// Left blank it was no minimum until 2026 and is 1.2 since
			// ("Azure SQL is deprecating the No Minimum TLS configuration").
			MinimalTLS: inventory.FromPtr(p.MinimalTLS, inventory.Unanswered[string](asked, "minimalTlsVersion")),
			IPv6: inventory.Map(inventory.FromPtr(p.IPv6, inventory.Of("Disabled")), // left out where it was never switched on
				func(s string) bool { return strings.EqualFold(s, "Enabled") }),
		}
	}),
}

// lacking is the error of an answer without what was asked for.
func lacking(operation string) error {
	return &azure.CallError{Operation: operation, Err: errors.New("the answer lacks what was asked for")}
}

// gone turns "no such server" into what it says of the row that was asked about.
func gone(err error) error { return azure.Gone(serverGone(err)) }

// serverGone does so by Azure SQL's own words alone, where "no such resource"
// may be said of the setting that was asked for.
func serverGone(err error) error {
	if azure.Code(err, "SubscriptionDoesNotHaveServer", "ServerNotInSubscriptionResourceGroup", "ServerNotFound", "ResourceGroupNotFound") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

// switched reads one of the words for on and off.
func switched(operation string, state *string) (bool, error) {
	switch {
	case state == nil:
	case strings.EqualFold(*state, "Enabled"):
		return true, nil
	case strings.EqualFold(*state, "Disabled"), strings.EqualFold(*state, "New"): // New: none was ever applied
		return false, nil
	}
	return false, lacking(operation)
}

// ServerAdministrators fetches Server.Administrators.
var ServerAdministrators = &inventory.Field[Server, []Administrator]{
	Of: Servers, Column: "administrators", Actions: []string{"Microsoft.Sql/servers/administrators/read"},
	At: func(s *Server) *inventory.Known[[]Administrator] { return &s.Administrators },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) ([]Administrator, error) {
		all, err := azure.GetAll[struct {
			Properties struct {
				SID       string `json:"sid"`
				Type      string `json:"principalType"`
				EntraOnly *bool  `json:"azureADOnlyAuthentication"`
			} `json:"properties"`
		}](ctx, s, row.Full+"/administrators"+version)
		if err != nil {
			return nil, gone(err)
		}
		admins := []Administrator{}
		for _, a := range all {
			if a.Properties.SID == "" {
				return nil, lacking("ARM microsoft.sql/servers/administrators")
			}
			admins = append(admins, Administrator{
				PrincipalType: a.Properties.Type,
				EntraOnly:     inventory.FromPtr(a.Properties.EntraOnly, inventory.Unanswered[bool]("ARM microsoft.sql/servers/administrators", "azureADOnlyAuthentication")),
			})
		}
		return admins, nil
	},
}

// ServerFirewall fetches Server.Firewall: the rules of the server. Rules of a
// database are kept in the database itself, where no API reads them.
var ServerFirewall = &inventory.Field[Server, []ipfirewall.Rule]{
	Of: Servers, Column: "firewall",
	Actions: []string{"Microsoft.Sql/servers/firewallRules/read", "Microsoft.Sql/servers/ipv6FirewallRules/read"},
	At:      func(s *Server) *inventory.Known[[]ipfirewall.Rule] { return &s.Firewall },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) ([]ipfirewall.Rule, error) {
		rules, err := ipfirewall.Read(ctx, s, "ARM microsoft.sql/servers/firewallrules", row.Full+"/firewallRules"+version)
		if err != nil {
			return nil, gone(err)
		}
		if six, _ := row.IPv6.Peek(); six {
			more, err := ipfirewall.Read(ctx, s, "ARM microsoft.sql/servers/ipv6firewallrules", row.Full+"/ipv6FirewallRules"+version)
			if err != nil {
				return nil, gone(err)
			}
			rules = append(rules, more...)
		}
		return rules, nil
	},
}

// ServerProtector fetches Server.Protector.
var ServerProtector = &inventory.Field[Server, string]{
	Of: Servers, Column: "protector", Actions: []string{"Microsoft.Sql/servers/encryptionProtector/read"},
	At: func(s *Server) *inventory.Known[string] { return &s.Protector },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) (string, error) {
		out, err := azure.Get[struct {
			Properties struct {
				Type string `json:"serverKeyType"`
			} `json:"properties"`
		}](ctx, s, row.Full+"/encryptionProtector/current"+version)
		switch kind := out.Properties.Type; {
		case err != nil:
			return "", gone(err)
		case kind != "ServiceManaged" && kind != "AzureKeyVault":
			return "", lacking("ARM microsoft.sql/servers/encryptionprotector")
		default:
			return kind, nil
		}
	},
}
