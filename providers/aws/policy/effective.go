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
	account  string // of the principal, "" when not told
}

// Effective joins the identity policies of one principal: those attached to it,
// inline and through groups. A boundary, when given, is the permissions boundary
// that must allow an action as well (IAM User Guide, permissions boundaries).
func Effective(policies []Document, boundary *Document) Permissions {
	return Permissions{policies: slices.Clone(policies), boundary: boundary}
}

// In tells the account of the principal, without which any account that a
// policy names may be the own one.
func (p Permissions) In(account string) Permissions {
	p.account = account
	return p
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
	own       bool         // conditions that the principal can meet by its own means count as met
	fresh     bool         // the request makes something new: the caller chooses its region and tags
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
	return min(granted(docs, action, resource, r), spare(docs, action, resource, r))
}

// granted is what the Allow statements of one layer give.
func granted(docs []Document, action, resource string, r request) Verdict {
	v := No
	for _, d := range docs {
		for _, s := range d.Statements {
			if s.Effect == Allow {
				v = max(v, s.allows(d, action, resource, r))
			}
		}
	}
	return v
}

// spare is what the Deny statements of one layer leave possible.
func spare(docs []Document, action, resource string, r request) Verdict {
	v := Yes
	for _, d := range docs {
		for _, s := range d.Statements {
			if s.Effect == Deny {
				v = min(v, s.leaves(action, resource, r))
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
	return min(covered, meets(s.Conditions, action, r))
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
func (s Statement) leaves(action, resource string, r request) Verdict {
	scope := scopeOf(s)
	if !scope.overlapsAction(action) || !scope.overlapsResource(resource) {
		return Yes
	}
	if r.own && slices.ContainsFunc(s.Conditions, func(c Condition) bool { return avoidable(c, action, r) }) {
		return Yes
	}
	r.own = false // whoever can meet the conditions of a Deny need not do so
	met := meets(s.Conditions, action, r)
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
// own choice (TLS) or by the fixed request, No when it never can, Conditional
// when it depends on anything else. With own set, Yes also stands for what the
// principal can bring about itself; see ownMeans.
func meets(conditions []Condition, action string, r request) Verdict {
	v := Yes
	for _, c := range conditions {
		v = min(v, meetsOne(c, action, r))
	}
	return v
}

// meetsOne is meets for one condition.
func meetsOne(c Condition, action string, r request) Verdict {
	op := readOperator(c.Operator)
	switch strings.ToLower(c.Key) {
	case "aws:securetransport":
		if op.family == familyBool {
			return verdictIf(hasFold(c.Values, "true"))
		}
	case "aws:requestedregion":
		if region, ok := globalRegion(c, action); ok && op.family == familyString && !c.Withheld {
			return verdictIf(op.holds(c.Values, region))
		}
	case "iam:passedtoservice":
		if r.passedTo != "" && op.family == familyString && !c.Withheld {
			return verdictIf(op.holds(c.Values, r.passedTo))
		}
	}
	if r.own && ownMeans(c, action, r) {
		return Yes
	}
	return Conditional
}

// holds reports whether a comparison of text holds for one value.
func (op operator) holds(values []string, value string) bool {
	hit := slices.ContainsFunc(values, func(v string) bool {
		return v == value || op.fold && strings.EqualFold(v, value) || op.like && covers(v, value)
	})
	return hit != op.negated
}

// verdictIf is Yes when the test holds and No otherwise.
func verdictIf(test bool) Verdict {
	if test {
		return Yes
	}
	return No
}
