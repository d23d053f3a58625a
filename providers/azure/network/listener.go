package network

import (
	"strings"

	"demarc/providers/inventory"
)

// listening is what an application gateway answers of how it takes requests.
type listening struct {
	Listeners *[]listenerJSON `json:"httpListeners"`
	Streams   []listenerJSON  `json:"listeners"` // of the fourth layer: TCP and TLS
	Profiles  []struct {
		ID         string `json:"id"`
		Properties *struct {
			TLS *tls `json:"sslPolicy"`
		} `json:"properties"`
	} `json:"sslProfiles"`
	Rules *[]struct {
		Properties struct {
			Listener *ref `json:"httpListener"`
			Redirect *ref `json:"redirectConfiguration"`
			PathMap  *ref `json:"urlPathMap"`
		} `json:"properties"`
	} `json:"requestRoutingRules"`
	PathMaps []struct {
		ID         string `json:"id"`
		Properties struct {
			Redirect *ref        `json:"defaultRedirectConfiguration"`
			Rules    *[]pathRule `json:"pathRules"`
		} `json:"properties"`
	} `json:"urlPathMaps"`
	Redirects []struct {
		ID         string `json:"id"`
		Properties struct {
			Target *ref   `json:"targetListener"`
			URL    string `json:"targetUrl"`
		} `json:"properties"`
	} `json:"redirectConfigurations"`
}

type listenerJSON struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Properties *struct {
		Protocol *string `json:"protocol"`
		Policy   *ref    `json:"firewallPolicy"`
		Profile  *ref    `json:"sslProfile"`
	} `json:"properties"`
}

type pathRule struct {
	Properties *struct {
		Redirect *ref `json:"redirectConfiguration"`
		Policy   *ref `json:"firewallPolicy"`
	} `json:"properties"`
}

func protocol(p *string, what string) inventory.Known[string] {
	return inventory.Map(inventory.FromPtr(p, inventory.Unanswered[string](askedGateways, what)), strings.ToLower)
}

func unsaid(what string) inventory.Known[bool] {
	return inventory.Unanswered[bool](askedGateways, what)
}

// readListeners needs the list whole. A gateway of the fourth layer has none of
// HTTP, and an empty list. "Application Gateways - Get": the firewallPolicy of
// the gateway, of a listener and of a path rule, the sslProfile of a listener
// and the redirectConfiguration of a rule are optional.
func (g *ApplicationGateway) readListeners(p gatewayProperties) {
	if p.Listeners == nil {
		return
	}
	own := refer(p.Policy, askedGateways, "firewallPolicy")
	policies, unguarded, listeners := []inventory.Known[string]{own}, []inventory.Known[string]{}, []Listener{}
	toHTTPS := p.redirected()
	for _, j := range *p.Listeners {
		l := p.listenerOf(j)
		policy := inventory.Unanswered[string](askedGateways, "httpListeners.properties")
		if j.Properties != nil {
			policy = refer(j.Properties.Policy, askedGateways, "httpListeners.firewallPolicy")
		}
		l.ToHTTPS = toHTTPS(j.ID)
		listeners, policies = append(listeners, l), append(policies, policy)
		unguarded = append(unguarded, inventory.Then(own, func(own string) inventory.Known[string] {
			return inventory.Map(policy, func(id string) string {
				if own+id != "" {
					return ""
				}
				return j.Name
			})
		}))
	}
	for _, j := range p.Streams {
		l := p.listenerOf(j)
		l.ToHTTPS = inventory.Of(false)
		listeners = append(listeners, l)
	}
	for _, m := range p.PathMaps {
		for _, r := range each(m.Properties.Rules) {
			if r.Properties == nil {
				policies = append(policies, inventory.Unanswered[string](askedGateways, "pathRules.properties"))
				continue
			}
			policies = append(policies, refer(r.Properties.Policy, askedGateways, "pathRules.firewallPolicy"))
		}
	}
	g.WAFPolicies, g.Unguarded, g.Listeners = listed(policies), listed(unguarded), inventory.Of(listeners)
}

func each[T any](list *[]T) []T {
	if list == nil {
		return nil
	}
	return *list
}

// listenerOf reads a listener, all but where it leads. The TLS policy of its
// profile, where it has one, holds instead of the gateway's ("Configure
// listener-specific SSL policies on Application Gateway").
func (p *gatewayProperties) listenerOf(j listenerJSON) Listener {
	l := Listener{Name: j.Name, Protocol: protocol(nil, "httpListeners.properties"), MinimumTLS: inventory.Unanswered[string](askedGateways, "httpListeners.properties")}
	if j.Properties == nil {
		return l
	}
	l.Protocol = protocol(j.Properties.Protocol, "httpListeners.protocol")
	l.MinimumTLS = inventory.Then(refer(j.Properties.Profile, askedGateways, "sslProfile"), func(id string) inventory.Known[string] {
		if id == "" {
			return minimumTLS(p.TLS, p.Default)
		}
		for _, f := range p.Profiles {
			switch {
			case strings.ToLower(f.ID) != id || f.Properties == nil:
			case f.Properties.TLS == nil: // it only says how clients authenticate
				return minimumTLS(p.TLS, p.Default)
			default:
				return minimumTLS(f.Properties.TLS, "")
			}
		}
		return inventory.Unanswered[string](askedGateways, "the sslProfile of a listener")
	})
	return l
}

// redirected returns what tells, by a listener's id, whether all of its rules
// redirect to HTTPS. A listener without rules serves nothing.
func (p *gatewayProperties) redirected() func(listener string) inventory.Known[bool] {
	byListener, strays := map[string][]inventory.Known[bool]{}, []inventory.Known[bool]{}
	safe := p.safe()
	for _, r := range each(p.Rules) {
		q := r.Properties
		at := idOf(q.Listener)
		if at == "" { // it might be any listener's
			strays = append(strays, unsaid("the listener of a rule"))
			continue
		}
		byListener[at] = append(byListener[at], inventory.Or(safe(q.Redirect), safe(q.PathMap)))
	}
	return func(id string) inventory.Known[bool] {
		switch {
		case id == "":
			return unsaid("the id of a listener")
		case p.Rules == nil:
			return unsaid("requestRoutingRules")
		}
		return inventory.And(append(byListener[strings.ToLower(id)], strays...)...)
	}
}

// safe returns what tells of a redirection, or of a map of paths, whether all
// that it leads to is HTTPS.
func (p *gatewayProperties) safe() func(*ref) inventory.Known[bool] {
	protocols, known := map[string]inventory.Known[string]{}, map[string]inventory.Known[bool]{}
	for _, l := range *p.Listeners {
		protocols[strings.ToLower(l.ID)] = p.listenerOf(l).Protocol
	}
	at := func(r *ref) inventory.Known[bool] {
		if r == nil { // it leads to a backend
			return inventory.Of(false)
		}
		if k, ok := known[idOf(r)]; ok && idOf(r) != "" {
			return k
		}
		return unsaid("a redirection that a rule refers to")
	}
	for _, r := range p.Redirects {
		q, to := r.Properties, unsaid("the target of a redirection")
		if target, ok := protocols[idOf(q.Target)]; ok && idOf(q.Target) != "" {
			to = inventory.Map(target, func(s string) bool { return s == "https" })
		} else if q.URL != "" {
			to = inventory.Of(strings.HasPrefix(strings.ToLower(q.URL), "https://"))
		}
		known[strings.ToLower(r.ID)] = to
	}
	for _, m := range p.PathMaps { // safe where every path is
		all := []inventory.Known[bool]{at(m.Properties.Redirect)}
		if m.Properties.Rules == nil {
			all = append(all, unsaid("pathRules"))
		}
		for _, r := range each(m.Properties.Rules) {
			if r.Properties == nil {
				all = append(all, unsaid("pathRules.properties"))
				continue
			}
			all = append(all, at(r.Properties.Redirect))
		}
		known[strings.ToLower(m.ID)] = inventory.And(all...)
	}
	return at
}

type tls struct {
	Type    string   `json:"policyType"` // "Predefined", "Custom", "CustomV2"
	Name    string   `json:"policyName"`
	Minimum string   `json:"minProtocolVersion"`
	Off     []string `json:"disabledSslProtocols"`
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

// minimumTLS is the version that a TLS policy begins with; preset is the
// predefined policy that holds where there is none.
func minimumTLS(policy *tls, preset string) inventory.Known[string] {
	unknown := inventory.Unanswered[string](askedGateways, "sslPolicy")
	named := func(name string) inventory.Known[string] {
		if v, ok := predefined[strings.ToLower(name)]; ok {
			return inventory.Of(v)
		}
		return unknown
	}
	switch {
	case policy == nil: // which policy is the default depends on when the gateway was made
		return named(preset)
	case strings.EqualFold(policy.Type, "Predefined") || policy.Type == "" && policy.Name != "":
		return named(policy.Name)
	case policy.Minimum != "":
		return inventory.Of(policy.Minimum)
	case len(policy.Off) > 0: // the form of gateways of the first generation
		off := map[string]bool{}
		for _, v := range policy.Off {
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
