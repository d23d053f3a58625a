package policy

import (
	"math/rand/v2"
	"net/netip"
	"slices"
	"strings"
	"testing"
)

// call is one concrete request of an outsider: who sends it and the condition
// keys it carries, in lower case.
type call struct {
	name    string
	account string // account of a signed caller
	service string // name of a service principal
	keys    map[string]string
}

// calls lists requests an outsider can really make.
func calls() []call {
	overInternet := map[string]string{"aws:sourceip": "198.51.100.7"}
	throughEndpoint := map[string]string{"aws:sourcevpce": "vpce-evil", "aws:sourcevpc": "vpc-evil"}
	nobody := map[string]string{"aws:principalaccount": "anonymous", "aws:userid": "anonymous", "aws:principaltype": "Anonymous"}
	somebody := map[string]string{"aws:principalaccount": strange, "aws:userid": "AROAEVILEVILEVILEVILX:app", "aws:principaltype": "AssumedRole",
		"aws:principalarn": "arn:aws:iam::999999999999:role/app", "aws:principalisawsservice": "false"}
	member := map[string]string{"aws:principalorgid": "o-other"}
	deputy := map[string]string{"aws:principalisawsservice": "true", "aws:principalservicename": "a.amazonaws.com"}
	forSomebody := map[string]string{"aws:sourceaccount": strange, "aws:sourcearn": "arn:aws:sns:us-east-1:999999999999:t"}
	join := func(parts ...map[string]string) map[string]string {
		out := map[string]string{"aws:securetransport": "true"}
		for _, p := range parts {
			for k, v := range p {
				out[k] = v
			}
		}
		return out
	}
	return []call{
		{"anonymous over internet", "", "", join(nobody, overInternet)},
		{"anonymous through endpoint", "", "", join(nobody, throughEndpoint)},
		{"signed over internet", strange, "", join(somebody, overInternet)},
		{"signed through endpoint", strange, "", join(somebody, throughEndpoint)},
		{"member over internet", strange, "", join(somebody, member, overInternet)},
		{"member through endpoint", strange, "", join(somebody, member, throughEndpoint)},
		{"service for somebody", "", "a.amazonaws.com", join(deputy, forSomebody)},
		{"service without source", "", "a.amazonaws.com", join(deputy)},
	}
}

// meetsAll evaluates conditions for one concrete request, straight from the
// description of the condition operators.
func (c call) meetsAll(conditions []Condition) bool {
	return !slices.ContainsFunc(conditions, func(x Condition) bool { return !c.meets(x) })
}

// meets evaluates one condition; every key of the calls has a single value.
func (c call) meets(x Condition) bool {
	value, there := c.keys[strings.ToLower(x.Key)]
	name := x.Operator
	if name == "Null" {
		return there == (x.Values[0] == "false")
	}
	anyOf, allOf := strings.HasPrefix(name, "ForAnyValue:"), strings.HasPrefix(name, "ForAllValues:")
	name = strings.TrimPrefix(strings.TrimPrefix(name, "ForAnyValue:"), "ForAllValues:")
	name, ifExists := strings.CutSuffix(name, "IfExists")
	negated := strings.Contains(name, "Not")
	if !there {
		return ifExists || allOf || negated && !anyOf
	}
	equal := slices.ContainsFunc(x.Values, func(v string) bool {
		switch {
		case strings.Contains(name, "Ip"):
			return netip.MustParsePrefix(v).Contains(netip.MustParseAddr(value))
		case strings.Contains(name, "Like"), strings.HasPrefix(name, "Arn"):
			return covers(v, value)
		}
		return v == value
	})
	return equal != negated
}

// named evaluates the principal of a statement for one concrete request.
func (c call) named(s Statement) bool {
	hit := func(p Principal) bool {
		account, _ := principalAccount(p.Value)
		return p.Value == "*" || p.Kind == PrincipalService && p.Value == c.service || p.Kind == PrincipalAWS && c.account != "" && account == c.account
	}
	if len(s.NotPrincipals) > 0 {
		return !slices.ContainsFunc(s.NotPrincipals, hit)
	}
	return slices.ContainsFunc(s.Principals, hit)
}

// passes evaluates a whole document for one concrete request.
func (c call) passes(doc Document) bool {
	allowed := false
	for _, s := range doc.Statements {
		if c.named(s) && c.meetsAll(s.Conditions) {
			if s.Effect == Deny {
				return false
			}
			allowed = true
		}
	}
	return allowed
}

// randomCondition draws a condition over the keys of the calls.
func randomCondition(r *rand.Rand) Condition {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	truth := func(key string) Condition {
		return Condition{Operator: pick("Bool", "BoolIfExists"), Key: key, Values: []string{pick("true", "false")}}
	}
	set := pick("", "", "ForAllValues:", "ForAnyValue:")
	text := func(key string, values ...string) Condition {
		op := set + pick("StringEquals", "StringNotEquals", "StringLike", "StringNotLike") + pick("", "", "IfExists")
		return Condition{Operator: op, Key: key, Values: []string{pick(values...), pick(values...)}}
	}
	switch r.IntN(12) {
	case 0:
		return text("aws:PrincipalOrgID", "o-mine", "o-other", "o-*", "*")
	case 1:
		return text("aws:PrincipalAccount", ownAccount, strange, "9*", "anonymous")
	case 2:
		return text("aws:SourceVpce", "vpce-mine", "vpce-evil", "vpce-*", "*")
	case 3:
		return text("aws:SourceAccount", ownAccount, strange, "*")
	case 4:
		return text("aws:SourceArn", "arn:aws:sns:us-east-1:111111111111:t", "arn:aws:sns:*:*:t", "arn:aws:sns:us-east-1:999999999999:t")
	case 5:
		return text("aws:PrincipalArn", "arn:aws:iam::111111111111:role/app", "arn:aws:iam::*:role/app", "arn:aws:iam::999999999999:role/app", "*")
	case 6:
		return text("aws:userid", "AROADBQP57FF2AEXAMPLE:*", "AROAEVILEVILEVILEVILX:*", ownAccount, "*:app", "AROA*")
	case 7:
		return Condition{Operator: pick("IpAddress", "NotIpAddress") + pick("", "IfExists"), Key: "aws:SourceIp",
			Values: []string{pick("203.0.113.0/24", "198.51.100.0/24", "10.0.0.0/8", "0.0.0.0/0")}}
	case 8:
		return truth("aws:PrincipalIsAWSService")
	case 9:
		return truth("aws:SecureTransport")
	case 10:
		return text("aws:PrincipalServiceName", "a.amazonaws.com", "b.amazonaws.com")
	}
	return Condition{Operator: "Null", Key: pick("aws:PrincipalOrgID", "aws:SourceVpce", "aws:PrincipalArn", "aws:SourceAccount", "aws:SourceIp"),
		Values: []string{pick("true", "false")}}
}

// randomStatement draws a statement over everything.
func randomStatement(r *rand.Rand, index int) Statement {
	s := Statement{Index: index, Effect: Allow, Actions: []string{"s3:*"}, Resources: []string{"*"}}
	if index > 0 && r.IntN(3) > 0 {
		s.Effect = Deny
	}
	switch r.IntN(8) {
	case 0:
		s.Principals = []Principal{{PrincipalAWS, strange}}
	case 1:
		s.Principals = []Principal{{PrincipalService, "a.amazonaws.com"}}
	case 2:
		s.NotPrincipals = []Principal{{PrincipalAWS, ownAccount}, {PrincipalAWS, strange}}
	case 3:
		s.NotPrincipals = []Principal{{PrincipalService, "a.amazonaws.com"}}
	default:
		s.Principals = []Principal{{PrincipalAny, "*"}}
	}
	seen := map[string]bool{}
	for range r.IntN(3) {
		c := randomCondition(r)
		if id := c.Operator + c.Key; !seen[id] {
			seen[id] = true
			s.Conditions = append(s.Conditions, c)
		}
	}
	return s
}

// accounts reports whether a result explains that a call passes.
func accounts(r Result, c call) bool {
	return slices.ContainsFunc(slices.Concat(r.Grants, r.Possible), func(g Grant) bool {
		switch g.Who.Kind {
		case Public:
			return true
		case Foreign:
			return g.Who == Who{Kind: Foreign} || c.account != "" && (g.Who.Value == c.account || g.Who.Value == c.keys["aws:principalorgid"]) || g.Who.Value == c.keys["aws:sourceaccount"]
		case Service:
			return c.service != "" && (g.Who.Value == "*" || g.Who.Value == c.service)
		case Network:
			return c.keys["aws:sourceip"] != ""
		}
		return false
	})
}

// TestAgainstConcreteRequests draws policies and checks that no concrete request
// of an outsider passes a policy without a grant that explains it.
func TestAgainstConcreteRequests(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	passed := 0
	for range 60000 {
		doc := Document{Version: VersionVariables}
		for i := range 1 + r.IntN(3) {
			doc.Statements = append(doc.Statements, randomStatement(r, i))
		}
		result := Access(doc, contextFor("s3", false))
		for _, c := range calls() {
			if !c.passes(doc) {
				continue
			}
			passed++
			if !accounts(result, c) {
				t.Fatalf("%s passes, but the grants are %v\n%+v", c.name, render(result), doc.Statements)
			}
		}
	}
	t.Logf("%d requests passed", passed)
}
