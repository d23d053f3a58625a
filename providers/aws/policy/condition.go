package policy

import (
	"slices"
	"strings"
)

// family groups the condition operators by how they compare.
type family int

const (
	familyOther  family = iota // numeric, date, binary and unknown operators
	familyString               // text and ARN comparison
	familyIP
	familyBool
	familyNull
)

// operator is a condition operator taken apart (IAM User Guide, JSON policy
// elements: Condition operators).
type operator struct {
	family   family
	negated  bool
	like     bool // the values may hold wildcards
	byPart   bool // the six parts of an ARN are compared one by one
	fold     bool // letters are compared without case
	ifExists bool
	allOf    bool // ForAllValues
	anyOf    bool // ForAnyValue
}

// readOperator takes the name of a condition operator apart. Names are read
// without case. An operator outside the grammar gets familyOther.
func readOperator(name string) operator {
	var op operator
	low := strings.ToLower(name)
	if rest, ok := strings.CutPrefix(low, "forallvalues:"); ok {
		low, op.allOf = rest, true
	} else if rest, ok := strings.CutPrefix(low, "foranyvalue:"); ok {
		low, op.anyOf = rest, true
	}
	if rest, ok := strings.CutSuffix(low, "ifexists"); ok {
		low, op.ifExists = rest, true
	}
	op.negated = strings.Contains(low, "not")
	switch low {
	case "stringequals", "stringnotequals":
		op.family = familyString
	case "stringequalsignorecase", "stringnotequalsignorecase":
		op.family, op.fold = familyString, true
	case "stringlike", "stringnotlike":
		op.family, op.like = familyString, true
	case "arnequals", "arnlike", "arnnotequals", "arnnotlike":
		op.family, op.like, op.byPart = familyString, true, true
	case "ipaddress", "notipaddress":
		op.family = familyIP
	case "bool":
		op.family, op.fold = familyBool, true
	case "null":
		op.family = familyNull
	}
	return op
}

// whenMissing reports whether the condition holds for a request without the
// key: IfExists and ForAllValues hold, ForAnyValue does not, and otherwise only
// a negated operator holds.
func (op operator) whenMissing() bool {
	switch {
	case op.ifExists, op.allOf:
		return true
	case op.anyOf:
		return false
	}
	return op.negated
}

// evaluator holds what the evaluation of one document needs to know.
type evaluator struct {
	ctx       Context
	variables bool
}

// allowed returns the outsiders, callers of kind a, whose requests can meet all
// conditions. Conditions on the same key are taken together, so that a Null
// check guards against the missing key.
func (e evaluator) allowed(conditions []Condition, a actor) reach {
	out := everyone()
	for _, group := range groupByKey(conditions) {
		present, missing := everyone(), true
		for _, c := range group {
			met, _ := e.present(c, a)
			present = present.intersect(met)
			missing = missing && e.missing(c)
		}
		out = out.intersect(split(e.presence(group[0].Key, a), present, everyoneIf(missing)))
	}
	return out
}

// escaping returns the outsiders, callers of kind a, that can make a request
// which fails at least one of the conditions, and so escapes a Deny under them.
func (e evaluator) escaping(conditions []Condition, a actor) reach {
	out := nobody()
	for _, c := range conditions {
		_, unmet := e.present(c, a)
		out = out.union(split(e.presence(c.Key, a), unmet, everyoneIf(!e.missing(c))))
	}
	return out
}

// split joins what holds with the key present and with the key missing, as far
// as each can happen.
func split(p presence, present, missing reach) reach {
	switch p {
	case always:
		return present
	case never:
		return missing
	}
	return present.union(missing)
}

// groupByKey groups conditions by key, without case, in document order.
func groupByKey(conditions []Condition) [][]Condition {
	var out [][]Condition
	for _, c := range conditions {
		i := slices.IndexFunc(out, func(g []Condition) bool { return strings.EqualFold(g[0].Key, c.Key) })
		if i < 0 {
			out = append(out, []Condition{c})
			continue
		}
		out[i] = append(out[i], c)
	}
	return out
}

// missing reports whether a condition holds without its key.
func (e evaluator) missing(c Condition) bool {
	op := readOperator(c.Operator)
	if op.family == familyNull {
		return hasFold(c.Values, "true")
	}
	return op.whenMissing()
}

// present returns the outsiders that can meet, and those that can fail, a
// condition when its key is part of the request.
func (e evaluator) present(c Condition, a actor) (met, unmet reach) {
	op := readOperator(c.Operator)
	if op.family == familyNull {
		return everyoneIf(hasFold(c.Values, "false")), everyoneIf(!hasFold(c.Values, "false"))
	}
	met, unmet = e.compare(c, op, a)
	if op.negated {
		return unmet, met
	}
	return met, unmet
}

// presence tells whether a key is part of the requests of a kind of caller.
func (e evaluator) presence(key string, a actor) presence {
	rule, ok := ruleFor(key)
	if !ok {
		return maybe
	}
	if rule.kind == keyClaim {
		return claimPresence(key, a)
	}
	if rule.route != anyRoute && a.route != anyRoute && rule.route != a.route {
		return never
	}
	switch a.kind {
	case anonymous, federated:
		return rule.anon
	case service:
		return rule.service
	}
	if a.org != "" && rule.kind == keyOrg && rule.self {
		return always
	}
	return rule.authn
}

// claimPresence tells whether a token claim is part of the requests of a caller.
func claimPresence(key string, a actor) presence {
	if a.kind != federated {
		return never
	}
	low := strings.ToLower(key)
	if strings.HasPrefix(low, "saml:") {
		return everIf(strings.Contains(a.provider, ":saml-provider/"))
	}
	provider, claim, _ := claimKey(low)
	if provider != providerHost(a.provider) {
		return never
	}
	return everIf(claim == "sub" || claim == "aud")
}

// everIf is always when the test holds and maybe otherwise.
func everIf(test bool) presence {
	if test {
		return always
	}
	return maybe
}

// hasFold reports whether a list holds a value, compared without case.
func hasFold(list []string, value string) bool {
	return slices.ContainsFunc(list, func(v string) bool { return strings.EqualFold(v, value) })
}

// compare returns the outsiders that can present a value equal to one of the
// values of a condition, and those that can present a value equal to none.
func (e evaluator) compare(c Condition, op operator, a actor) (match, miss reach) {
	rule, ok := ruleFor(c.Key)
	if !ok || rule.kind == keyUnknown {
		return everyone(), everyone()
	}
	if e.variables && len(c.Values) == 1 && ownerVariable(c.Key, c.Values[0]) {
		return nobody(), everyone()
	}
	if value, known := e.known(c.Key, a); known && (op.family == familyString || op.family == familyBool) {
		return e.compareKnown(c, op, value)
	}
	switch {
	case rule.kind == keyNetwork && op.family == familyIP:
		return e.compareNetwork(c, a)
	case rule.kind == keyFree, rule.kind == keyConstant, op.family != familyString:
		return e.compareFree(c, op, a)
	}
	if rule.kind == keyARN && a.kind != service {
		if _, chosen := contextARN(strings.ToLower(c.Key)); chosen {
			return everyone(), everyone()
		}
	}
	if rule.kind == keyNetwork {
		return everyone(), everyone()
	}
	return e.compareValues(c, op, rule, a)
}

// compareValues classifies each value of a condition and joins the outcomes.
func (e evaluator) compareValues(c Condition, op operator, rule keyRule, a actor) (match, miss reach) {
	match, miss = nobody(), everyone()
	for _, v := range c.Values {
		m, whole := e.classify(c.Key, v, op, rule, a)
		if rule.self {
			m = a.relate(m)
		}
		match = match.union(m)
		if whole {
			miss = nobody()
		}
		if len(m.unknown) > 0 && miss.anyone {
			miss = unsure(m.unknown[0])
		}
	}
	return match, miss
}

// compareKnown compares the one value that a kind of caller presents.
func (e evaluator) compareKnown(c Condition, op operator, value string) (match, miss reach) {
	sure, open := false, ""
	for _, v := range c.Values {
		v, reason := e.resolve(c.Key, v)
		if reason != "" {
			open = reason
			continue
		}
		if op.fold || op.family == familyBool {
			v, value = strings.ToLower(v), strings.ToLower(value)
		}
		if v == value || op.like && covers(v, value) {
			sure = true
		}
	}
	if !sure && open != "" {
		return unsure(open), unsure(open)
	}
	return everyoneIf(sure), everyoneIf(!sure)
}

// compareFree handles keys whose value the caller chooses. Only the sign-in
// type of a function URL tells kinds of caller apart.
func (e evaluator) compareFree(c Condition, op operator, a actor) (match, miss reach) {
	if strings.EqualFold(c.Key, "lambda:FunctionUrlAuthType") && a.kind == anonymous && op.family == familyString {
		return e.compareKnown(c, op, "NONE")
	}
	return everyone(), everyone()
}
