package policy

import (
	"slices"
	"strings"
)

// Verdict is the answer to whether a set of identity policies permits an action.
type Verdict int

// Verdicts, from the weakest to the strongest.
const (
	// No means that nothing allows the action, or that a Deny takes it away.
	No Verdict = iota
	// Conditional means that it depends on conditions, or that a Deny takes part
	// of the resources away.
	Conditional
	// Yes means that the action is allowed on all of the resource asked for.
	Yes
)

// String names the verdict.
func (v Verdict) String() string {
	switch v {
	case Yes:
		return "yes"
	case Conditional:
		return "conditional"
	}
	return "no"
}

// Permissions is what identity policies give, within an optional boundary.
type Permissions struct {
	policies []Document
	boundary *Document
}

// Effective joins the identity policies of one principal: those attached to it,
// inline and through groups. A boundary, when given, is the permissions boundary
// that must allow an action as well (IAM User Guide, permissions boundaries).
func Effective(policies []Document, boundary *Document) Permissions {
	return Permissions{policies: slices.Clone(policies), boundary: boundary}
}

// Can tells whether an action is permitted on a resource, an ARN or a pattern
// of ARNs; "*" asks for every resource. The order is that of the policy
// evaluation logic: a Deny wins, then an Allow is needed, in the policies and in
// the boundary alike. Organization policies and resource policies are not part
// of it.
func (p Permissions) Can(action, resource string) Verdict {
	return p.can(action, resource, request{})
}

// request fixes what is known of the request asked about.
type request struct {
	passedTo  string       // service a role is passed to, for iam:PassRole
	variables variableRule // how a resource that holds a policy variable counts
}

// variableRule says how a resource that holds a policy variable counts.
type variableRule int

const (
	variableDepends variableRule = iota // it covers what it may stand for, conditionally
	variableSelf                        // it covers the principal itself, which is enough
	variableNever                       // it covers the principal itself, which is of no use
)

// can is Can with a fixed request.
func (p Permissions) can(action, resource string, r request) Verdict {
	v := ruling(p.policies, action, resource, r)
	if p.boundary != nil {
		v = min(v, ruling([]Document{*p.boundary}, action, resource, r))
	}
	return v
}

// ruling evaluates one layer of policies.
func ruling(docs []Document, action, resource string, r request) Verdict {
	v := No
	for _, d := range docs {
		for _, s := range d.Statements {
			if s.Effect == Allow {
				v = max(v, s.allows(d, action, resource, r))
			}
		}
	}
	for _, d := range docs {
		for _, s := range d.Statements {
			if s.Effect == Deny {
				v = min(v, s.leaves(d, action, resource, r))
			}
		}
	}
	return v
}

// allows gives the verdict of one Allow statement.
func (s Statement) allows(d Document, action, resource string, r request) Verdict {
	scope := scopeOf(s)
	if !scope.coversAction(action, Scope{}) {
		return No
	}
	covered := d.covers(scope, resource, r.variables)
	if covered == No {
		return No
	}
	return min(covered, meets(s.Conditions, r))
}

// covers tells whether the resources of a scope hold all of a resource. What a
// policy variable stands for is not known, so a resource that only a variable
// reaches is Conditional, or counts as the rule says.
func (d Document) covers(s Scope, resource string, rule variableRule) Verdict {
	if s.coversResource(resource, Scope{}) {
		return Yes
	}
	if !d.variables() || rule == variableNever {
		return No
	}
	for _, p := range s.Resources {
		if hasVariable(p) && MatchARN(widen(p), resource) {
			if rule == variableSelf {
				return Yes
			}
			return Conditional
		}
	}
	return No
}

// leaves gives the strongest verdict that one Deny statement leaves possible.
func (s Statement) leaves(d Document, action, resource string, r request) Verdict {
	scope := scopeOf(s)
	if !scope.overlapsAction(action) || !scope.overlapsResource(resource) {
		return Yes
	}
	met := meets(s.Conditions, r)
	whole := scope.coversAction(action, Scope{}) && scope.coversResource(resource, Scope{})
	switch {
	case met == No:
		return Yes
	case met == Yes && whole:
		return No
	}
	return Conditional
}

// overlapsAction reports whether a scope holds some action of a pattern.
func (s Scope) overlapsAction(action string) bool {
	if len(s.Actions) > 0 {
		return slices.ContainsFunc(s.Actions, func(p string) bool { return overlapAction(p, action) })
	}
	return !coveredBy(s.NotActions, action, MatchAction)
}

// overlapsResource reports whether a scope holds some resource of a pattern.
func (s Scope) overlapsResource(resource string) bool {
	if len(s.Resources) > 0 {
		return slices.ContainsFunc(s.Resources, func(p string) bool { return overlap(widen(p), resource) })
	}
	return !coveredBy(s.NotResources, resource, covers)
}

// meets tells whether a principal can meet conditions: Yes when it can by its
// own choice (TLS, region) or by the fixed request, No when it never can,
// Conditional when it depends on anything else.
func meets(conditions []Condition, r request) Verdict {
	v := Yes
	for _, c := range conditions {
		v = min(v, meetsOne(c, r))
	}
	return v
}

// meetsOne is meets for one condition.
func meetsOne(c Condition, r request) Verdict {
	op := readOperator(c.Operator)
	switch strings.ToLower(c.Key) {
	case "aws:securetransport":
		if op.family == familyBool {
			return verdictIf(hasFold(c.Values, "true"))
		}
	case "iam:passedtoservice":
		if r.passedTo != "" && op.family == familyString && !c.Withheld {
			hit := slices.ContainsFunc(c.Values, func(v string) bool {
				return v == r.passedTo || op.fold && strings.EqualFold(v, r.passedTo) || op.like && covers(v, r.passedTo)
			})
			return verdictIf(hit != op.negated)
		}
	}
	return Conditional
}

// verdictIf is Yes when the test holds and No otherwise.
func verdictIf(test bool) Verdict {
	if test {
		return Yes
	}
	return No
}

// IsAdmin reports whether the permissions amount to every action on every
// resource without condition. An Allow of NotAction on every resource counts
// when iam:* is within what it allows, since whoever holds all of IAM can give
// itself the excluded rest; NotAction ["iam:*"], as in PowerUserAccess, does
// not. A Deny counts against it when it takes iam:* away altogether: a Deny of
// single actions leaves an administrator one. iam:* alone, without the rest, is
// no administrator here but appears in Escalations.
func IsAdmin(p Permissions) bool {
	if !adminLayer(p.policies) {
		return false
	}
	return p.boundary == nil || adminLayer([]Document{*p.boundary})
}

// adminLayer is IsAdmin for one layer of policies.
func adminLayer(docs []Document) bool {
	allowed := false
	for _, d := range docs {
		for _, s := range d.Statements {
			scope := scopeOf(s)
			if !scope.coversAction("iam:*", Scope{}) || !scope.coversResource("*", Scope{}) {
				continue
			}
			met := meets(s.Conditions, request{})
			if s.Effect == Deny && met == Yes {
				return false
			}
			wide := len(s.NotActions) > 0 || coveredBy(s.Actions, "*:*", MatchAction)
			allowed = allowed || s.Effect == Allow && met == Yes && wide
		}
	}
	return allowed
}
