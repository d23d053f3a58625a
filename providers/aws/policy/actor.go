package policy

import "strings"

// actorKind is a kind of caller from outside.
type actorKind int

const (
	anonymous actorKind = iota // unsigned requests
	signed                     // principals of accounts that are not trusted
	service                    // AWS services acting for anybody
	federated                  // holders of a web identity or SAML token
)

// actor is a caller from outside, as far as the document pins it down. The empty
// string in a field means any.
type actor struct {
	kind     actorKind
	route    route
	account  string // account of a signed caller
	arn      string // principal ARN of a signed caller
	org      string // organization of a signed caller
	source   string // account on whose behalf a service calls
	service  string // name of the service
	provider string // federated principal
}

// onRoutes gives an actor once per way of arriving.
func onRoutes(a actor) []actor {
	overInternet, throughEndpoint := a, a
	overInternet.route, throughEndpoint.route = internet, endpoint
	return []actor{overInternet, throughEndpoint}
}

// strangers lists the actors behind the principal "*".
func strangers() []actor {
	out := append(onRoutes(actor{kind: anonymous}), onRoutes(actor{kind: signed})...)
	return append(out, actor{kind: service})
}

// relate rewrites a reach over self-describing keys for an actor whose account
// is known: a part about that account is the actor, one about another is nobody.
func (a actor) relate(r reach) reach {
	if a.account == "" || len(r.accounts) == 0 {
		return r
	}
	out := reach{network: r.network, orgs: r.orgs, services: r.services, fixed: r.fixed, owners: r.owners, unknown: r.unknown}
	for _, account := range r.accounts {
		if account == a.account {
			return everyone()
		}
	}
	return out
}

// narrow pins an actor down to one part of a reach.
func (a actor) narrow(part atom) actor {
	switch part.kind {
	case atomAccount:
		a.source = part.value
		if a.kind == signed && a.account == "" {
			a.account = part.value
		}
	case atomOrg:
		if a.kind == signed {
			a.org = part.value
		}
	case atomService:
		if a.service == "" { // one that is named may go by several names
			a.service = part.value
		}
	}
	return a
}

// outsiders lists the actors behind a principal that the context does not trust.
// doubt is set for a principal whose account the document does not tell.
func (e evaluator) outsiders(p Principal) (list []actor, doubt string) {
	switch p.Kind {
	case PrincipalAny:
		return strangers(), ""
	case PrincipalAWS:
		return e.awsOutsiders(p.Value)
	case PrincipalService:
		if onlyWildcards(p.Value) {
			return []actor{{kind: service}}, ""
		}
		return []actor{{kind: service, service: p.Value}}, ""
	case PrincipalFederated:
		return e.federatedOutsiders(p.Value), ""
	}
	if e.ctx.CanonicalID != "" && p.Value == e.ctx.CanonicalID {
		return nil, ""
	}
	return onRoutes(actor{kind: signed, arn: p.Value}), "the account behind a canonical user id is not told"
}

// awsOutsiders reads an AWS principal. A wildcard inside a principal ARN is not
// part of the grammar: whom it lets in is open, unless the account is trusted. A
// unique id stands for a deleted principal; a CloudFront origin access identity
// belongs to one distribution.
func (e evaluator) awsOutsiders(value string) (list []actor, doubt string) {
	if value == "*" {
		return strangers(), ""
	}
	account, ok := principalAccount(value)
	switch {
	case ok && hasWildcard(value) && !isAccount(account):
		return onRoutes(actor{kind: signed, arn: value}), "a principal ARN hides its account behind a wildcard"
	case !ok, !isAccount(account), e.ctx.ours(account):
		return nil, ""
	case hasWildcard(value):
		return onRoutes(actor{kind: signed, account: account, arn: value}), "a principal ARN holds a wildcard"
	}
	return onRoutes(actor{kind: signed, account: account, arn: value}), ""
}

// principalAccount gives the account field of an AWS principal.
func principalAccount(value string) (string, bool) {
	if isAccount(value) {
		return value, true
	}
	a, ok := splitARN(value)
	return a.account, ok
}

// federatedOutsiders reads a federated principal. SAML providers and the token
// issuers of EKS clusters in a trusted account are the account's own.
func (e evaluator) federatedOutsiders(value string) []actor {
	account, ok := principalAccount(value)
	own := ok && (account == "" || e.ctx.ours(account))
	host := providerHost(value)
	if own && (strings.Contains(value, ":saml-provider/") || strings.HasPrefix(host, "oidc.eks.")) {
		return nil
	}
	return onRoutes(actor{kind: federated, provider: value})
}

// wholeAccount reports whether an AWS principal stands for its whole account:
// the account id or the root ARN.
func wholeAccount(value string) bool {
	a, ok := splitARN(value)
	return isAccount(value) || ok && a.resource == "root"
}
