package policy

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// Limits of the parser. AWS allows no policy longer than 51,200 characters and
// none nested deeper than a condition value.
const (
	maxLength = 1 << 20
	maxDepth  = 16
)

// ParseEncoded reads a percent-encoded policy, the form in which IAM returns
// documents (RFC 3986, as the IAM API reference says). A document that is
// already plain JSON is read as it is.
func ParseEncoded(encoded string) (Document, error) {
	if strings.HasPrefix(strings.TrimSpace(encoded), "{") {
		return Parse(encoded)
	}
	plain, err := url.PathUnescape(encoded)
	if err != nil {
		return Document{}, errors.New("policy: broken percent-encoding")
	}
	return Parse(plain)
}

// Parse reads a policy in the JSON policy grammar: one statement or a list of
// them, every list-valued element as a scalar or a list, and condition values
// as strings, numbers or booleans. It returns an error that names the place, and
// never quotes the content, for broken JSON, a duplicate or unknown element, an
// unknown effect, and a statement without an action.
func Parse(text string) (Document, error) {
	if len(text) > maxLength {
		return Document{}, fmt.Errorf("policy: longer than %d bytes", maxLength)
	}
	root, err := readTree(text)
	if err != nil {
		return Document{}, err
	}
	return readDocument(root)
}

// readDocument turns the top-level object into a Document.
func readDocument(root node) (Document, error) {
	var doc Document
	if root.kind != objectNode {
		return doc, at("document", "not an object")
	}
	found := false
	for _, m := range root.members {
		var err error
		switch strings.ToLower(m.name) {
		case "version":
			doc.Version, err = m.value.scalar("Version")
		case "id":
		case "statement":
			found = true
			doc.Statements, err = readStatements(m.value)
		default:
			err = at("document", "unknown element")
		}
		if err != nil {
			return Document{}, err
		}
	}
	if !found {
		return Document{}, at("document", "no Statement")
	}
	return doc, nil
}

// readStatements reads the Statement element.
func readStatements(n node) ([]Statement, error) {
	items := []node{n}
	if n.kind == arrayNode {
		items = n.items
	}
	out := make([]Statement, 0, len(items))
	for i, item := range items {
		s, err := readStatement(i, item)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// readStatement reads one statement and checks that it is complete.
func readStatement(index int, n node) (Statement, error) {
	place := "Statement[" + strconv.Itoa(index) + "]"
	s := Statement{Index: index}
	if n.kind != objectNode {
		return s, at(place, "not an object")
	}
	for _, m := range n.members {
		if err := s.element(place, m); err != nil {
			return s, err
		}
	}
	return s, s.complete(place)
}

// element stores one element of a statement.
func (s *Statement) element(place string, m member) (err error) {
	switch strings.ToLower(m.name) {
	case "sid":
	case "effect":
		if s.Effect, err = m.value.scalar(place + ".Effect"); err == nil && s.Effect != Allow && s.Effect != Deny {
			err = at(place+".Effect", "neither Allow nor Deny")
		}
	case "principal":
		s.Principals, err = readPrincipals(place+".Principal", m.value)
	case "notprincipal":
		s.NotPrincipals, err = readPrincipals(place+".NotPrincipal", m.value)
	case "action":
		s.Actions, err = m.value.list(place + ".Action")
	case "notaction":
		s.NotActions, err = m.value.list(place + ".NotAction")
	case "resource":
		s.Resources, err = m.value.list(place + ".Resource")
	case "notresource":
		s.NotResources, err = m.value.list(place + ".NotResource")
	case "condition":
		s.Conditions, err = readConditions(place+".Condition", m.value)
	default:
		err = at(place, "unknown element")
	}
	return err
}

// complete checks the presence rules of the grammar.
func (s *Statement) complete(place string) error {
	switch {
	case s.Effect == "":
		return at(place, "no Effect")
	case len(s.Actions) == 0 && len(s.NotActions) == 0:
		return at(place, "no Action or NotAction")
	case len(s.Actions) > 0 && len(s.NotActions) > 0:
		return at(place, "both Action and NotAction")
	case len(s.Principals) > 0 && len(s.NotPrincipals) > 0:
		return at(place, "both Principal and NotPrincipal")
	case len(s.Resources) > 0 && len(s.NotResources) > 0:
		return at(place, "both Resource and NotResource")
	}
	return nil
}

// readPrincipals reads a Principal or NotPrincipal element.
func readPrincipals(place string, n node) ([]Principal, error) {
	if n.kind == scalarNode {
		if !n.quoted || n.text != "*" {
			return nil, at(place, "neither \"*\" nor an object")
		}
		return []Principal{{PrincipalAny, "*"}}, nil
	}
	if n.kind != objectNode || len(n.members) == 0 {
		return nil, at(place, "not an object with a member")
	}
	var out []Principal
	for _, m := range n.members {
		kind, ok := principalKind(m.name)
		if !ok {
			return nil, at(place, "unknown kind of principal")
		}
		values, err := m.value.list(place + "." + kind)
		if err != nil {
			return nil, err
		}
		for _, v := range values {
			out = append(out, Principal{kind, v})
		}
	}
	return out, nil
}

// principalKind gives the spelling of a principal kind this package uses.
func principalKind(name string) (string, bool) {
	for _, kind := range []string{PrincipalAWS, PrincipalService, PrincipalFederated, PrincipalCanonical} {
		if strings.EqualFold(kind, name) {
			return kind, true
		}
	}
	return "", false
}

// readConditions reads a Condition element: operator, key, values.
func readConditions(place string, n node) ([]Condition, error) {
	if n.kind != objectNode {
		return nil, at(place, "not an object")
	}
	var out []Condition
	for _, op := range n.members {
		if op.value.kind != objectNode {
			return nil, at(place, "an operator without an object")
		}
		for _, key := range op.value.members {
			c, err := readCondition(place, op.name, key)
			if err != nil {
				return nil, err
			}
			out = append(out, c)
		}
	}
	return out, nil
}

// readCondition reads one key of an operator and drops the values to drop.
func readCondition(place, operator string, key member) (Condition, error) {
	c := Condition{Operator: operator, Key: key.name}
	values := []node{key.value}
	if key.value.kind == arrayNode {
		values = key.value.items
	}
	for _, v := range values {
		if v.kind != scalarNode {
			return c, at(place, "a value that is not a string, number or boolean")
		}
		kept, withheld := keepValue(key.name, operator, v.text)
		c.Values = append(c.Values, kept)
		c.Withheld = c.Withheld || withheld
	}
	return c, nil
}

// Marshal writes a Document in the policy grammar, so that Parse reads the same
// Document back. Values that were not kept stay NotKept.
func Marshal(d Document) ([]byte, error) {
	out := map[string]any{"Statement": []any{}}
	if d.Version != "" {
		out["Version"] = d.Version
	}
	statements := make([]any, 0, len(d.Statements))
	for _, s := range d.Statements {
		statements = append(statements, s.grammar())
	}
	out["Statement"] = statements
	return json.Marshal(out)
}

// grammar renders a statement with raw values in the document's order.
func (s Statement) grammar() ordered {
	out := ordered{{"Effect", s.Effect}}
	for _, e := range []struct {
		name   string
		values []string
	}{{"Action", s.Actions}, {"NotAction", s.NotActions}, {"Resource", s.Resources}, {"NotResource", s.NotResources}} {
		if len(e.values) > 0 {
			out = append(out, pair{e.name, e.values})
		}
	}
	if len(s.Principals) > 0 {
		out = append(out, pair{"Principal", grammarPrincipals(s.Principals)})
	}
	if len(s.NotPrincipals) > 0 {
		out = append(out, pair{"NotPrincipal", grammarPrincipals(s.NotPrincipals)})
	}
	if len(s.Conditions) > 0 {
		out = append(out, pair{"Condition", grammarConditions(s.Conditions)})
	}
	return out
}

// grammarPrincipals renders principals as "*" or as an object of lists.
func grammarPrincipals(list []Principal) any {
	var out ordered
	for _, p := range list {
		if p.Kind == PrincipalAny {
			return "*"
		}
		out = out.add(p.Kind, p.Value)
	}
	return out
}

// grammarConditions renders conditions as operator, key, values.
func grammarConditions(list []Condition) any {
	var out ordered
	for _, c := range list {
		values := c.Values
		if values == nil {
			values = []string{}
		}
		i := out.find(c.Operator)
		if i < 0 {
			out, i = append(out, pair{c.Operator, ordered(nil)}), len(out)
		}
		inner, _ := out[i].value.(ordered)
		out[i].value = append(inner, pair{c.Key, values})
	}
	return out
}
