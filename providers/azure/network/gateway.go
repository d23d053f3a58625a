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
	MinimumTLS  inventory.Known[string] // "TLSv1_2" and so on
	HTTP2       inventory.Known[bool]
	WAF         inventory.Known[WAFSettings] // of the gateway itself; where it has policies they hold instead
	WAFPolicies inventory.Known[[]string]    // full ids: of the gateway, and of its listeners
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
	Name     string
	Protocol string // "http", "https", "tcp", "tls"
	ToHTTPS  bool   // every rule of it redirects to an HTTPS listener or address
}

// A Backend is how a gateway speaks to what is behind it.
type Backend struct {
	Name     string
	Protocol string // "http", "https"
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
	SKU       *sku   `json:"sku"`
	TLS       *tls   `json:"sslPolicy"`
	Default   string `json:"defaultPredefinedSslPolicy"`
	HTTP2     *bool  `json:"enableHttp2"`
	Policy    *ref   `json:"firewallPolicy"`
	WAF       *waf   `json:"webApplicationFirewallConfiguration"`
	Listeners *[]struct {
		ID         string `json:"id"`
		Name       string `json:"name"`
		Properties struct {
			Protocol string `json:"protocol"`
			Policy   *ref   `json:"firewallPolicy"`
		} `json:"properties"`
	} `json:"httpListeners"`
	Rules []struct {
		Properties struct {
			Listener *ref `json:"httpListener"`
			Redirect *ref `json:"redirectConfiguration"`
			PathMap  *ref `json:"urlPathMap"`
		} `json:"properties"`
	} `json:"requestRoutingRules"`
	PathMaps []struct {
		ID         string `json:"id"`
		Properties struct {
			Redirect *ref `json:"defaultRedirectConfiguration"`
			Rules    []struct {
				Properties struct {
					Redirect *ref `json:"redirectConfiguration"`
				} `json:"properties"`
			} `json:"pathRules"`
		} `json:"properties"`
	} `json:"urlPathMaps"`
	Redirects []struct {
		ID         string `json:"id"`
		Properties struct {
			Target *ref   `json:"targetListener"`
			URL    string `json:"targetUrl"`
		} `json:"properties"`
	} `json:"redirectConfigurations"`
	Backends *[]struct {
		Name       string `json:"name"`
		Properties struct {
			Protocol string `json:"protocol"`
		} `json:"properties"`
	} `json:"backendHttpSettingsCollection"`
}

type waf struct {
	Enabled     *bool   `json:"enabled"`
	Mode        *string `json:"firewallMode"`
	RequestBody *bool   `json:"requestBodyCheck"`
}

type tls struct {
	Type    string   `json:"policyType"` // "Predefined", "Custom", "CustomV2"
	Name    string   `json:"policyName"`
	Minimum string   `json:"minProtocolVersion"`
	Off     []string `json:"disabledSslProtocols"`
}

var gatewayQuery = azure.Resources("Resources", "microsoft.network/applicationgateways")

// ApplicationGateways lists the application gateways of a subscription.
var ApplicationGateways = &inventory.Type[ApplicationGateway]{
	Kind: "azure.network.ApplicationGateway", Level: inventory.AtAccount, Model: inventory.IaaS, Workload: true, Uses: uses(gatewayQuery),
	List: azure.List(gatewayQuery, func(r inventory.Resource, row azure.Row, p gatewayProperties) *ApplicationGateway {
		g := &ApplicationGateway{
			Resource:    r,
			Tier:        inventory.Unanswered[string](askedGateways, "sku.tier"),
			MinimumTLS:  minimumTLS(p),
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
				all = append(all, Backend{b.Name, strings.ToLower(b.Properties.Protocol)})
			}
			g.Backends = inventory.Of(all)
		}
		return g
	}),
}

// readListeners needs the list whole. A gateway of the fourth layer has none
// of these listeners, and an empty list.
func (g *ApplicationGateway) readListeners(p gatewayProperties) {
	if p.Listeners == nil {
		return
	}
	protocol := map[string]string{}
	for _, l := range *p.Listeners {
		protocol[strings.ToLower(l.ID)] = strings.ToLower(l.Properties.Protocol)
	}
	safe := map[string]bool{} // redirections to HTTPS
	for _, r := range p.Redirects {
		safe[strings.ToLower(r.ID)] = protocol[idOf(r.Properties.Target)] == "https" || strings.HasPrefix(strings.ToLower(r.Properties.URL), "https://")
	}
	for _, m := range p.PathMaps { // safe where every path is
		all := safe[idOf(m.Properties.Redirect)]
		for _, r := range m.Properties.Rules {
			all = all && safe[idOf(r.Properties.Redirect)]
		}
		safe[strings.ToLower(m.ID)] = all
	}
	rules, redirected := map[string]int{}, map[string]int{}
	for _, r := range p.Rules {
		at := idOf(r.Properties.Listener)
		rules[at]++
		if safe[idOf(r.Properties.Redirect)] || safe[idOf(r.Properties.PathMap)] {
			redirected[at]++
		}
	}
	policies, unguarded, listeners := appendID([]string{}, p.Policy), []string{}, []Listener{}
	for _, l := range *p.Listeners {
		id := strings.ToLower(l.ID)
		listeners = append(listeners, Listener{l.Name, protocol[id], rules[id] == redirected[id]})
		policies = appendID(policies, l.Properties.Policy)
		if idOf(p.Policy) == "" && idOf(l.Properties.Policy) == "" {
			unguarded = append(unguarded, l.Name)
		}
	}
	g.WAFPolicies, g.Unguarded, g.Listeners = inventory.Of(policies), inventory.Of(unguarded), inventory.Of(listeners)
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

// predefined are the minimum versions of the predefined policies
// ("Application Gateway TLS policy overview").
var predefined = map[string]string{
	"appgwsslpolicy20150501":  "TLSv1_0",
	"appgwsslpolicy20170401":  "TLSv1_1",
	"appgwsslpolicy20170401s": "TLSv1_2",
	"appgwsslpolicy20220101":  "TLSv1_2",
	"appgwsslpolicy20220101s": "TLSv1_2",
}

func minimumTLS(p gatewayProperties) inventory.Known[string] {
	unknown := inventory.Unanswered[string](askedGateways, "sslPolicy")
	named := func(name string) inventory.Known[string] {
		if v, ok := predefined[strings.ToLower(name)]; ok {
			return inventory.Of(v)
		}
		return unknown
	}
	switch {
	case p.TLS == nil: // which policy is the default depends on when the gateway was made
		return named(p.Default)
	case p.TLS.Minimum != "":
		return inventory.Of(p.TLS.Minimum)
	case strings.EqualFold(p.TLS.Type, "Predefined") || p.TLS.Name != "":
		return named(p.TLS.Name)
	case len(p.TLS.Off) > 0: // the form of gateways of the first generation
		off := map[string]bool{}
		for _, v := range p.TLS.Off {
			off[strings.ToLower(v)] = true
		}
		for _, v := range []string{"TLSv1_0", "TLSv1_1"} {
			if !off[strings.ToLower(v)] {
				return inventory.Of(v)
			}
		}
		return inventory.Of("TLSv1_2")
	}
	return unknown
}

type policyProperties struct {
	Settings *struct {
		State       *string `json:"state"`
		Mode        *string `json:"mode"`
		RequestBody *bool   `json:"requestBodyCheck"`
	} `json:"policySettings"`
	Managed *struct {
		RuleSets []struct {
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
		if p.Managed != nil {
			types := []string{}
			for _, s := range p.Managed.RuleSets {
				types = append(types, s.Type)
			}
			w.RuleSets = inventory.Of(types)
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
			PointToSite:    inventory.Of(p.Client != nil && (len(p.Client.Types) > 0 || p.Client.Pool != nil && len(p.Client.Pool.Prefixes) > 0)),
			Authentication: inventory.Unanswered[[]string](asked, "vpnAuthenticationTypes"),
		}
		if p.SKU != nil {
			g.SKU = inventory.FromPtr(p.SKU.Name, g.SKU)
		}
		if p.Client != nil && len(p.Client.Types) > 0 {
			g.Authentication = inventory.Of(p.Client.Types)
		}
		return g
	}),
}
