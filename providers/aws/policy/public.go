package policy

import (
	"slices"
	"strings"
)

// Context says from whose point of view access is judged.
type Context struct {
	// Account is the 12-digit id of the account that owns the resource.
	Account string
	// Trusted reports whether an account belongs to the own organization or is
	// trusted by the user. Nil trusts the own account alone.
	Trusted func(account string) bool
	// Organization is the id of the own organization, "" when not known.
	Organization string
	// Service is the action prefix of the service the policy belongs to, such as
	// "s3" or "kms"; "" for a policy over several services.
	Service string
	// Resource is the ARN of the resource the policy is attached to. It is
	// optional; with it, a Deny on this very resource meets an Allow on "*".
	Resource string
	// OwnBucket reports whether a bucket is known to be of the own account. Nil
	// leaves open whose a bucket is that a source ARN names.
	OwnBucket func(name string) bool
	// CanonicalID is the canonical user id of the own account, "" when not known.
	CanonicalID string
	// Unsure says that accounts which are not trusted may be the customer's own
	// all the same. Access does not read it; whoever words its result does.
	Unsure bool
}

// ours reports whether an account is trusted.
func (c Context) ours(account string) bool {
	return account == c.Account || c.Trusted != nil && c.Trusted(account)
}

// WhoKind says what sort of outsider a grant lets in.
type WhoKind string

// The sorts of outsiders, from the widest to the narrowest.
const (
	// Public is everybody: any AWS principal, or callers without credentials.
	Public WhoKind = "public"
	// Federated is any holder of a token of an identity provider whose trust is
	// not tied to one tenant. Value is the provider.
	Federated WhoKind = "federated"
	// Service is an AWS service that may act for any account, since no condition
	// ties the call to a source. Value is its principal name, "*" for any.
	Service WhoKind = "service"
	// Foreign is one account or organization that is not trusted. Value is its id.
	Foreign WhoKind = "foreign"
	// Network is everybody at a fixed set of internet addresses. Amazon S3 does
	// not call this public.
	Network WhoKind = "network"
)

// Who is the outsider of a grant.
type Who struct {
	Kind WhoKind
	// Value is an account id, organization id, service principal or provider.
	Value string
	// Principal is the principal as written, where one AWS principal is named.
	Principal string
	// Anonymous says that no credentials are needed.
	Anonymous bool
	// Shared says of a Federated grant that anybody can get a token there.
	Shared bool
}

// Scope is a set of actions on a set of resources, in the terms of a statement.
type Scope struct {
	Actions, NotActions     []string
	Resources, NotResources []string
}

// Grant is one way in for an outsider. Actions to NotResources repeat the
// statement. Except lists scopes that Deny statements take away from it.
// Conditioned says in words what narrows the grant without closing it, "" for
// nothing, and Keys names the condition keys concerned. Undecided lists the
// reasons for which the document cannot tell whether the grant holds.
type Grant struct {
	Statement int
	Who       Who
	Scope
	Except      []Scope
	Conditioned string
	Keys        []string
	Undecided   []string

	service string
	parts   []string
}

// Result is the answer of Access. Grants hold for certain. Possible grants hang
// on something the document cannot tell, and Undecided lists the reasons once
// each: a check that finds none of what it looks for in Grants but something in
// Possible has no verdict.
type Result struct {
	Grants    []Grant
	Possible  []Grant
	Undecided []string
}

// Has reports whether a certain grant of a kind exists.
func (r Result) Has(kind WhoKind) bool {
	return slices.ContainsFunc(r.Grants, func(g Grant) bool { return g.Who.Kind == kind })
}

// MayHave reports whether a grant of a kind is possible but not certain.
func (r Result) MayHave(kind WhoKind) bool {
	return slices.ContainsFunc(r.Possible, func(g Grant) bool { return g.Who.Kind == kind })
}

// Of returns the certain grants of the kinds named.
func (r Result) Of(kinds ...WhoKind) []Grant {
	var out []Grant
	for _, g := range r.Grants {
		if slices.Contains(kinds, g.Who.Kind) {
			out = append(out, g)
		}
	}
	return out
}

// Access lists who outside the trusted accounts a resource policy lets in. It
// follows the policy evaluation logic of the IAM User Guide: a request needs an
// Allow and no Deny. Both are asked for the callers an outsider can be (without
// credentials, with those of a foreign account, through an AWS service, with a
// federated token; over the internet or a VPC endpoint of their own), with the
// condition values those callers can present. A condition key that is not
// understood is not taken as a restriction; the grant names it.
func Access(doc Document, ctx Context) Result {
	e := evaluator{ctx: ctx, variables: doc.variables()}
	var found []Grant
	for _, s := range doc.Statements {
		if s.Effect == Allow {
			found = append(found, e.grants(s, doc.Statements)...)
		}
	}
	return sortOut(found)
}

// grants lists the ways in that one Allow statement opens.
func (e evaluator) grants(s Statement, all []Statement) []Grant {
	var found []Grant
	principals := s.Principals
	doubt := ""
	if len(s.NotPrincipals) > 0 && !namesEverybody(s.NotPrincipals) {
		principals = []Principal{{PrincipalAny, "*"}}
	}
	if len(s.Principals) == 0 && len(s.NotPrincipals) == 0 {
		principals, doubt = []Principal{{PrincipalAny, "*"}}, "the statement names no principal"
	}
	for _, p := range principals {
		actors, reason := e.outsiders(p)
		if reason == "" {
			reason = doubt
		}
		for _, a := range actors {
			found = append(found, e.ways(s, a, reason, all)...)
		}
	}
	return joinGrants(found)
}

// ways lists the grants of a statement for one actor.
func (e evaluator) ways(s Statement, a actor, doubt string, all []Statement) []Grant {
	allowed := e.allowed(s.Conditions, a)
	var found []Grant
	for _, part := range allowed.atoms() {
		w := way{grant: e.blank(s), actor: a.narrow(part), part: part}
		if doubt != "" {
			w.grant.Undecided = append(w.grant.Undecided, doubt)
		}
		if part.kind == atomUnknown {
			w.grant.Undecided = append(w.grant.Undecided, part.value)
		}
		found = append(found, e.afterDenies(w, all, 0)...)
	}
	return found
}

// blank is a grant with the scope and the words of a statement.
func (e evaluator) blank(s Statement) Grant {
	words, keys := describe(s.Conditions)
	return Grant{
		Statement:   s.Index,
		Scope:       scopeOf(s),
		Conditioned: words,
		Keys:        keys,
		service:     servicePrefix(e.ctx.Service),
		parts:       scopeOf(s).resourceParts(e.ctx),
	}
}

// maxSplits bounds how often Deny statements split one way in. A Deny beyond
// the bound is left out of account, which never hides a grant.
const maxSplits = 3

// way is a grant under construction: the actor it is for, the part of a reach
// that pins the actor down, and how often Deny statements have split it.
type way struct {
	grant  Grant
	actor  actor
	part   atom
	splits int
}

// afterDenies takes the Deny statements from the position next on off a way in.
// A Deny that leaves only some callers of its kind splits the way: the rest
// loses the scope of the Deny, those callers keep it.
func (e evaluator) afterDenies(w way, all []Statement, next int) []Grant {
	var found []Grant
	for i := next; i < len(all); i++ {
		d := all[i]
		if d.Effect != Deny {
			continue
		}
		left := e.leftBy(d, w.actor).intersect(w.part.set())
		if left.sparesWhole(w.part) || w.splits >= maxSplits && !left.empty() {
			continue
		}
		for _, part := range left.atoms() {
			found = append(found, e.afterDenies(w.split(part), all, i+1)...)
		}
		w.grant.Except = append(w.grant.Except, scopeOf(d))
		if w.grant.exhausted() {
			return found
		}
	}
	w.grant.Who = w.who()
	switch {
	case w.part.kind == atomFixed:
		w.grant.Undecided = append(w.grant.Undecided, w.part.value)
	case w.part.kind == atomOrg && e.ctx.Organization == "", w.part.kind == atomOwner && e.ctx.Organization == "" && !isAccount(w.part.value):
		w.grant.Undecided = append(w.grant.Undecided, "the own organization is not known")
	}
	return append(found, w.grant)
}

// sparesWhole reports whether what is left of a part is all of it. What is left
// of an undecided part stays undecided.
func (r reach) sparesWhole(part atom) bool {
	if part.kind == atomUnknown {
		return !r.empty()
	}
	return slices.Contains(r.atoms(), part)
}

// split copies a way for a narrower part of its callers.
func (w way) split(part atom) way {
	out := w
	out.actor, out.part = w.actor.narrow(part), part
	out.splits++
	out.grant.Except = slices.Clone(w.grant.Except)
	out.grant.Undecided = slices.Clone(w.grant.Undecided)
	if part.kind == atomUnknown {
		out.grant.Undecided = append(out.grant.Undecided, part.value)
	}
	return out
}

// who names the outsider of a way.
func (w way) who() Who {
	a := w.actor
	switch {
	case a.kind == signed && (a.account != "" || a.arn != ""):
		return Who{Kind: Foreign, Value: a.account, Principal: a.arn}
	case w.part.kind == atomAccount, w.part.kind == atomOrg, w.part.kind == atomOwner:
		return Who{Kind: Foreign, Value: w.part.value}
	case w.part.kind == atomFixed:
		return Who{Kind: Foreign}
	case a.kind == service && a.service == "":
		return Who{Kind: Service, Value: "*"}
	case a.kind == service:
		return Who{Kind: Service, Value: a.service}
	case a.kind == federated:
		return Who{Kind: Federated, Value: a.provider, Shared: isShared(providerHost(a.provider))}
	case w.part.kind == atomNetwork:
		return Who{Kind: Network, Anonymous: a.kind == anonymous}
	}
	return Who{Kind: Public, Anonymous: a.kind == anonymous}
}

// leftBy returns the callers, of one kind, that a Deny statement leaves alone.
func (e evaluator) leftBy(d Statement, a actor) reach {
	spared := e.spared(d, a)
	if spared.anyone {
		return spared
	}
	return spared.union(e.escaping(d.Conditions, a))
}

// spared returns the callers, of one kind, that a Deny statement does not name.
func (e evaluator) spared(d Statement, a actor) reach {
	if len(d.NotPrincipals) == 0 {
		return everyoneIf(!slices.ContainsFunc(d.Principals, a.within))
	}
	out := nobody()
	for _, p := range d.NotPrincipals {
		out = out.union(e.sparedBy(p, a))
	}
	return out
}

// within reports whether a principal of a Deny covers an actor whole.
func (a actor) within(p Principal) bool {
	switch {
	case p.Kind == PrincipalAny, p.Kind == PrincipalAWS && p.Value == "*":
		return true
	case p.Kind == PrincipalAWS && a.kind == signed && a.account != "":
		account, _ := principalAccount(p.Value)
		return account == a.account && wholeAccount(p.Value) || p.Value == a.arn
	case p.Kind == PrincipalService && a.kind == service:
		return p.Value == a.service
	case p.Kind == PrincipalFederated && a.kind == federated:
		return p.Value == a.provider
	}
	return p.Kind == PrincipalCanonical && p.Value == a.arn
}

// sparedBy returns the callers, of one kind, that one NotPrincipal entry spares.
func (e evaluator) sparedBy(p Principal, a actor) reach {
	switch {
	case p.Kind == PrincipalAny, p.Value == "*":
		return everyone()
	case p.Kind == PrincipalAWS && a.kind == signed:
		account, ok := principalAccount(p.Value)
		switch {
		case !ok || !isAccount(account) || e.ctx.ours(account):
			return nobody()
		case a.account == "":
			return reach{accounts: []string{account}}
		}
		return everyoneIf(account == a.account)
	case p.Kind == PrincipalService && a.kind == service && a.service == "":
		return reach{services: []string{p.Value}}
	case p.Kind == PrincipalService:
		return everyoneIf(a.kind == service && p.Value == a.service)
	case p.Kind == PrincipalFederated:
		return everyoneIf(a.kind == federated && p.Value == a.provider)
	}
	return everyoneIf(p.Kind == PrincipalCanonical && p.Value == a.arn)
}

// namesEverybody reports whether a list of principals holds "*".
func namesEverybody(list []Principal) bool {
	return slices.ContainsFunc(list, func(p Principal) bool {
		return p.Kind == PrincipalAny || p.Kind == PrincipalAWS && p.Value == "*"
	})
}

// servicePrefix turns a service name into the prefix of its actions.
func servicePrefix(name string) string {
	low := strings.ToLower(name)
	switch low {
	case "efs":
		return "elasticfilesystem"
	case "cloudwatchlogs":
		return "logs"
	}
	return low
}
