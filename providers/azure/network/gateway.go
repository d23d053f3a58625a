package network

import (
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// An ApplicationGateway is a load balancer of the seventh layer.
type ApplicationGateway struct {
	inventory.Resource
	Tier        inventory.Known[string] // "Standard_v2", "WAF_v2", "Basic" and so on
	HTTP2       inventory.Known[bool]
	WAF         inventory.Known[WAFSettings] // of the gateway itself; where it has policies they hold instead
	WAFPolicies inventory.Known[[]string]    // full ids: of the gateway, of its listeners and of its path rules
	Unguarded   inventory.Known[[]string]    // listeners that neither the gateway's policy nor one of their own guards
	Listeners   inventory.Known[[]Listener]
	Backends    inventory.Known[[]Backend]
}

// WAFSettings are the settings of a web application firewall.
type WAFSettings struct {
	Enabled     inventory.Known[bool]
	Prevention  inventory.Known[bool] // what it finds is blocked, not only logged
	RequestBody inventory.Known[bool] // bodies of requests are inspected
}

// A Listener is where a gateway takes requests.
type Listener struct {
	Name       string
	Protocol   inventory.Known[string] // "http", "https", "tcp", "tls"
	ToHTTPS    inventory.Known[bool]   // every rule of it redirects to an HTTPS listener or address
	MinimumTLS inventory.Known[string] // "TLSv1_2" and so on; of no account without TLS
}

// A Backend is how a gateway speaks to what is behind it.
type Backend struct {
	Name     string
	Protocol inventory.Known[string] // "http", "https"
}

// A WAFPolicy is a policy of the application gateways' firewall. Those of the
// tenant's other subscriptions are listed too.
type WAFPolicy struct {
	inventory.Resource
	Settings WAFSettings
	RuleSets inventory.Known[[]string] // types of the managed rule sets: "OWASP", "Microsoft_BotManagerRuleSet"
}

const askedGateways = "Resource Graph microsoft.network/applicationgateways"

type gatewayProperties struct {
	SKU      *sku   `json:"sku"`
	TLS      *tls   `json:"sslPolicy"`
	Default  string `json:"defaultPredefinedSslPolicy"`
	HTTP2    *bool  `json:"enableHttp2"`
	Policy   *ref   `json:"firewallPolicy"`
	WAF      *waf   `json:"webApplicationFirewallConfiguration"`
	Backends *[]struct {
		Name       string `json:"name"`
		Properties struct {
			Protocol *string `json:"protocol"`
		} `json:"properties"`
	} `json:"backendHttpSettingsCollection"`
	listening
}

type waf struct {
	Enabled     *bool   `json:"enabled"`
	Mode        *string `json:"firewallMode"`
	RequestBody *bool   `json:"requestBodyCheck"`
}

var gatewayQuery = azure.Resources("Resources", "microsoft.network/applicationgateways")

// ApplicationGateways lists the application gateways of a subscription.
var ApplicationGateways = &inventory.Type[ApplicationGateway]{
	Kind: "azure.network.ApplicationGateway", Level: inventory.AtAccount, Model: inventory.IaaS, Workload: true, Uses: uses(gatewayQuery),
	List: azure.List(gatewayQuery, func(r inventory.Resource, row azure.Row, p gatewayProperties) *ApplicationGateway {
		g := &ApplicationGateway{
			Resource:    r,
			Tier:        inventory.Unanswered[string](askedGateways, "sku.tier"),
			HTTP2:       inventory.FromPtr(p.HTTP2, inventory.Of(false)), // "HTTP/2 protocol support is disabled by default" (FAQ)
			WAF:         inventory.Of(WAFSettings{inventory.Of(false), inventory.Of(false), inventory.Of(false)}),
			WAFPolicies: inventory.Unanswered[[]string](askedGateways, "httpListeners"),
			Unguarded:   inventory.Unanswered[[]string](askedGateways, "httpListeners"),
			Listeners:   inventory.Unanswered[[]Listener](askedGateways, "httpListeners"),
			Backends:    inventory.Unanswered[[]Backend](askedGateways, "backendHttpSettingsCollection"),
		}
		if p.SKU != nil {
			g.Tier = inventory.FromPtr(p.SKU.Tier, g.Tier)
		} else if s := skuOf(row); s.Tier != nil {
			g.Tier = inventory.Of(*s.Tier)
		}
		if w := p.WAF; w != nil {
			g.WAF = inventory.Of(WAFSettings{
				Enabled:     inventory.FromPtr(w.Enabled, inventory.Unanswered[bool](askedGateways, "webApplicationFirewallConfiguration.enabled")),
				Prevention:  prevention(w.Mode, askedGateways),
				RequestBody: inventory.FromPtr(w.RequestBody, inventory.Unanswered[bool](askedGateways, "webApplicationFirewallConfiguration.requestBodyCheck")),
			})
		}
		g.readListeners(p)
		if p.Backends != nil {
			all := []Backend{}
			for _, b := range *p.Backends {
				all = append(all, Backend{b.Name, protocol(b.Properties.Protocol, "backendHttpSettingsCollection.protocol")})
			}
			g.Backends = inventory.Of(all)
		}
		return g
	}),
}

func prevention(mode *string, asked string) inventory.Known[bool] {
	return inventory.Then(inventory.FromPtr(mode, inventory.Unanswered[string](asked, "the mode of the firewall")), func(m string) inventory.Known[bool] {
		switch {
		case strings.EqualFold(m, "Prevention"):
			return inventory.Of(true)
		case strings.EqualFold(m, "Detection"):
			return inventory.Of(false)
		}
		return inventory.Unanswered[bool](asked, "a known mode of the firewall")
	})
}

type policyProperties struct {
	Settings *struct {
		State       *string `json:"state"`
		Mode        *string `json:"mode"`
		RequestBody *bool   `json:"requestBodyCheck"`
	} `json:"policySettings"`
	Managed *struct {
		RuleSets *[]struct {
			Type string `json:"ruleSetType"`
		} `json:"managedRuleSets"`
	} `json:"managedRules"`
}

var wafPolicyQuery = azure.Resources("Resources", "microsoft.network/applicationgatewaywebapplicationfirewallpolicies")

// WAFPolicies lists the firewall policies of application gateways.
var WAFPolicies = &inventory.Type[WAFPolicy]{
	Kind: "azure.network.WAFPolicy", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(wafPolicyQuery),
	List: acrossTenant(wafPolicyQuery, func(r inventory.Resource, _ azure.Row, p policyProperties) *WAFPolicy {
		const asked = "Resource Graph microsoft.network/applicationgatewaywebapplicationfirewallpolicies"
		w := &WAFPolicy{
			Resource: r,
			Settings: WAFSettings{
				Enabled:     inventory.Unanswered[bool](asked, "policySettings.state"),
				Prevention:  inventory.Unanswered[bool](asked, "policySettings.mode"),
				RequestBody: inventory.Unanswered[bool](asked, "policySettings.requestBodyCheck"),
			},
			RuleSets: inventory.Unanswered[[]string](asked, "managedRules"),
		}
		if s := p.Settings; s != nil {
			if s.State != nil {
				w.Settings.Enabled = inventory.Of(strings.EqualFold(*s.State, "Enabled"))
			}
			w.Settings.Prevention = prevention(s.Mode, asked)
			w.Settings.RequestBody = inventory.FromPtr(s.RequestBody, w.Settings.RequestBody)
		}
		if p.Managed != nil && p.Managed.RuleSets != nil {
			types := []inventory.Known[string]{}
			for _, s := range *p.Managed.RuleSets {
				if s.Type == "" {
					types = append(types, inventory.Unanswered[string](asked, "ruleSetType"))
				}
				types = append(types, inventory.Of(s.Type))
			}
			w.RuleSets = listed(types)
		}
		return w
	}),
}

// A VPNGateway is a virtual network gateway.
type VPNGateway struct {
	inventory.Resource
	GatewayType    inventory.Known[string]   // "Vpn", "ExpressRoute", "LocalGateway"
	SKU            inventory.Known[string]   // "Basic", "VpnGw1AZ" and so on
	PointToSite    inventory.Known[bool]     // whether single clients can connect
	Authentication inventory.Known[[]string] // of those clients: "AAD", "Certificate", "Radius"
}

var vpnQuery = azure.Resources("Resources", "microsoft.network/virtualnetworkgateways")

// VPNGateways lists the virtual network gateways of a subscription.
var VPNGateways = &inventory.Type[VPNGateway]{
	Kind: "azure.network.VPNGateway", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(vpnQuery),
	List: azure.List(vpnQuery, func(r inventory.Resource, row azure.Row, p struct {
		Type   *string `json:"gatewayType"`
		SKU    *sku    `json:"sku"`
		Client *struct {
			Types []string `json:"vpnAuthenticationTypes"`
			Pool  *struct {
				Prefixes []string `json:"addressPrefixes"`
			} `json:"vpnClientAddressPool"`
		} `json:"vpnClientConfiguration"`
	}) *VPNGateway {
		const asked = "Resource Graph microsoft.network/virtualnetworkgateways"
		g := &VPNGateway{
			Resource:       r,
			GatewayType:    inventory.FromPtr(p.Type, inventory.Unanswered[string](asked, "gatewayType")),
			SKU:            inventory.FromPtr(skuOf(row).Name, inventory.Unanswered[string](asked, "sku.name")),
			PointToSite:    inventory.Unanswered[bool](asked, "properties"),
			Authentication: inventory.Unanswered[[]string](asked, "vpnAuthenticationTypes"),
		}
		if p.SKU != nil {
			g.SKU = inventory.FromPtr(p.SKU.Name, g.SKU)
		}
		if p.Type != nil { // "Virtual Network Gateways - Get": vpnClientConfiguration is optional, and left out where single clients cannot connect
			g.PointToSite = inventory.Of(p.Client != nil && (len(p.Client.Types) > 0 || p.Client.Pool != nil && len(p.Client.Pool.Prefixes) > 0))
		}
		if p.Client != nil && len(p.Client.Types) > 0 {
			g.Authentication = inventory.Of(p.Client.Types)
		}
		return g
	}),
}
