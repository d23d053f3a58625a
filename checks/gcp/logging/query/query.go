// Package query reads filters in the Logging query language and tries them on
// log entries ("Logging query language", Cloud Logging's documentation).
package query

import (
	"fmt"
	"strings"
)

// A Truth is what a filter says of an entry: entries to try it on do not have
// every field that a real one may have.
type Truth int8

// The truths, in the order of Kleene's logic.
const (
	No Truth = iota
	Maybe
	Yes
)

func truth(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// A Query is a filter that was read.
type Query struct{ root expr }

// Parse reads a filter. The empty filter matches every entry.
func Parse(text string) (*Query, error) {
	tokens, err := scan(text)
	if err != nil {
		return nil, err
	}
	p := &parser{tokens: tokens}
	if p.peek().kind == end {
		return &Query{allOf(nil)}, nil
	}
	root, err := p.all(p.term, 0)
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t.kind != end {
		return nil, fmt.Errorf("%q is not expected", t.text)
	}
	return &Query{root}, nil
}

// Matches tries the filter on an entry: its JSON, decoded.
func (q *Query) Matches(entry map[string]any) Truth { return q.root.eval(entry) }

// Everything reports whether the filter leaves nothing out, as far as its form
// tells: it is empty, or asks for what every entry has.
func (q *Query) Everything() bool { return everything(q.root) }

func everything(e expr) bool {
	switch e := e.(type) {
	case allOf:
		for _, x := range e {
			if !everything(x) {
				return false
			}
		}
		return true
	case anyOf:
		for _, x := range e {
			if everything(x) {
				return true
			}
		}
	case present:
		return len(e) == 1 && (e[0] == "logName" || e[0] == "timestamp" || e[0] == "insertId" || e[0] == "resource")
	case compare:
		return len(e.path) == 1 && e.path[0] == "severity" && e.op == ">=" && strings.EqualFold(e.with.text, "DEFAULT")
	}
	return false
}

// parser reads expressions. NOT binds closest, then OR, then AND, which may be
// left out: "(a OR (NOT b)) AND ((NOT c) OR d)".
type parser struct {
	tokens []token
	at     int
}

// deepest is how many parentheses may be in each other.
const deepest = 100

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) next() token {
	t := p.tokens[p.at]
	if t.kind != end {
		p.at++
	}
	return t
}

func (p *parser) keyword(word string) bool {
	if t := p.peek(); t.kind == text && !t.quoted && t.text == word {
		p.at++
		return true
	}
	return false
}

// leaf reads what is between the operators: terms, or values of a list.
type leaf func(depth int) (expr, error)

func (p *parser) all(one leaf, depth int) (expr, error) {
	var parts allOf
	for {
		e, err := p.any(one, depth)
		if err != nil {
			return nil, err
		}
		parts = append(parts, e)
		and := p.keyword("AND")
		if t := p.peek(); !and && (t.kind == end || t.kind == closing) {
			break
		}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return parts, nil
}

func (p *parser) any(one leaf, depth int) (expr, error) {
	var parts anyOf
	for {
		e, err := p.not(one, depth)
		if err != nil {
			return nil, err
		}
		parts = append(parts, e)
		if !p.keyword("OR") {
			break
		}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return parts, nil
}

func (p *parser) not(one leaf, depth int) (expr, error) {
	if depth > deepest {
		return nil, fmt.Errorf("more than %d levels", deepest)
	}
	if p.keyword("NOT") || p.peek().kind == minus && p.next().kind == minus {
		e, err := p.not(one, depth+1)
		return negation{e}, err
	}
	if p.peek().kind != opening {
		return one(depth)
	}
	p.next()
	e, err := p.all(one, depth+1)
	if err != nil {
		return nil, err
	}
	if p.next().kind != closing {
		return nil, fmt.Errorf("a parenthesis is not closed")
	}
	return e, nil
}

// term reads a comparison, a function or a text.
func (p *parser) term(depth int) (expr, error) {
	t := p.next()
	if t.kind == function {
		e := expr(call{name: strings.ToLower(t.text), args: t.path})
		if p.peek().kind == operator { // what a function returns is not worked out
			p.next()
			if _, err := p.value(nil, "=", depth); err != nil {
				return nil, err
			}
			return unknown{}, nil
		}
		return e, nil
	}
	if t.kind != text {
		return nil, fmt.Errorf("a comparison is missing before %q", t.text)
	}
	if p.peek().kind != operator {
		return search(t.text), nil
	}
	return p.value(t.path, p.next().text, depth)
}

// value reads the right side of a comparison: one value, or some in
// parentheses.
func (p *parser) value(path []string, op string, depth int) (expr, error) {
	one := func(int) (expr, error) {
		t := p.next()
		switch {
		case t.kind == minus && p.peek().kind == text: // a number below zero
			v := p.next()
			return compare{path, op, token{kind: text, text: "-" + v.text}}, nil
		case t.kind == function:
			return unknown{}, nil
		case t.kind != text:
			return nil, fmt.Errorf("a value is missing before %q", t.text)
		case t.text == "*" && !t.quoted && op == ":":
			return present(path), nil
		}
		return compare{path, op, t}, nil
	}
	if p.peek().kind != opening {
		return one(depth)
	}
	p.next()
	e, err := p.all(one, depth+1)
	if err != nil {
		return nil, err
	}
	if p.next().kind != closing {
		return nil, fmt.Errorf("a parenthesis is not closed")
	}
	return e, nil
}
