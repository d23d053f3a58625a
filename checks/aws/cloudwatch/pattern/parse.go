package pattern

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A parser reads the pattern in braces:
//
//	or         = and { "||" and }
//	and        = unit { "&&" unit }
//	unit       = "(" or ")" | selector operator value | selector "IS" word | selector "NOT" "EXISTS"
type parser struct {
	rest  string
	depth int
}

// maxDepth bounds the parentheses inside parentheses.
const maxDepth = 100

func parseJSON(text string) (expr, error) {
	if !strings.HasSuffix(text, "}") || len(text) < 2 {
		return nil, fmt.Errorf("the pattern does not end with a brace")
	}
	p := &parser{rest: text[1 : len(text)-1]}
	e, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.space(); p.rest != "" {
		return nil, fmt.Errorf("unexpected %q", head(p.rest))
	}
	return e, nil
}

func (p *parser) space() { p.rest = strings.TrimLeft(p.rest, " \t\r\n") }

// take takes word off the head of the rest, if it is there.
func (p *parser) take(word string) bool {
	p.space()
	rest, ok := strings.CutPrefix(p.rest, word)
	if ok {
		p.rest = rest
	}
	return ok
}

// word takes a keyword, in either case, with an end of word after it.
func (p *parser) word(w string) bool {
	p.space()
	if len(p.rest) < len(w) || !strings.EqualFold(p.rest[:len(w)], w) {
		return false
	}
	if len(p.rest) > len(w) && isKey(p.rest[len(w)]) {
		return false
	}
	p.rest = p.rest[len(w):]
	return true
}

func (p *parser) or() (expr, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, fmt.Errorf("the pattern is nested too deeply")
	}
	defer func() { p.depth-- }()
	var any anyOf
	for {
		e, err := p.and()
		if err != nil {
			return nil, err
		}
		any = append(any, e)
		if !p.take("||") {
			return any, nil
		}
	}
}

func (p *parser) and() (expr, error) {
	var all allOf
	for {
		e, err := p.unit()
		if err != nil {
			return nil, err
		}
		all = append(all, e)
		if !p.take("&&") {
			return all, nil
		}
	}
}

func (p *parser) unit() (expr, error) {
	if p.take("(") {
		e, err := p.or()
		if err == nil && !p.take(")") {
			err = fmt.Errorf("a parenthesis is not closed before %q", head(p.rest))
		}
		return e, err
	}
	path, err := p.selector()
	if err != nil {
		return nil, err
	}
	switch {
	case p.word("NOT"):
		if !p.word("EXISTS") {
			return nil, fmt.Errorf("NOT without EXISTS")
		}
		return missing{path}, nil
	case p.word("EXISTS"):
		return present{path}, nil
	case p.word("IS"):
		for word, want := range map[string]any{"NULL": nil, "TRUE": true, "FALSE": false} {
			if p.word(word) {
				return is{path, want}, nil
			}
		}
		return nil, fmt.Errorf("IS without NULL, TRUE or FALSE")
	}
	for _, op := range []string{"!=", "<=", ">=", "=", "<", ">"} {
		if p.take(op) {
			v, err := p.value()
			return compare{path, op, v}, err
		}
	}
	return nil, fmt.Errorf("no operator before %q", head(p.rest))
}

// A step is one part of a path: a key, an element, or any of either.
type step struct {
	key   string
	index int
	any   bool
	array bool
}

func isKey(c byte) bool {
	return c == '_' || c == '-' || c == ':' || c == '@' || c == '/' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// selector reads a path from the root: $.a.b[0].c[*]
func (p *parser) selector() (path []step, err error) {
	if !p.take("$") {
		return nil, fmt.Errorf("no selector before %q", head(p.rest))
	}
	for {
		switch {
		case strings.HasPrefix(p.rest, ".*"):
			path, p.rest = append(path, step{any: true}), p.rest[2:]
		case strings.HasPrefix(p.rest, "."):
			n := 1
			for n < len(p.rest) && isKey(p.rest[n]) {
				n++
			}
			if n == 1 {
				return nil, fmt.Errorf("a selector without a name before %q", head(p.rest))
			}
			path, p.rest = append(path, step{key: p.rest[1:n]}), p.rest[n:]
		case strings.HasPrefix(p.rest, "["):
			in, rest, ok := strings.Cut(p.rest[1:], "]")
			if !ok {
				return nil, fmt.Errorf("a bracket is not closed")
			}
			p.rest = rest
			s, err := element(strings.TrimSpace(in))
			if err != nil {
				return nil, err
			}
			path = append(path, s)
		default:
			return path, nil
		}
	}
}

func element(in string) (step, error) {
	if in == "*" {
		return step{any: true, array: true}, nil
	}
	if n := len(in); n >= 2 && (in[0] == '\'' || in[0] == '"') && in[n-1] == in[0] {
		return step{key: in[1 : n-1]}, nil
	}
	i, err := strconv.Atoi(in)
	if err != nil || i < 0 {
		return step{}, fmt.Errorf("%q is no element", head(in))
	}
	return step{index: i, array: true}, nil
}

// A value is what a field is compared with: text, in which "*" stands for
// anything, or a number, or a regular expression.
type value struct {
	glob   *regexp.Regexp
	number float64
	isNum  bool
}

func (p *parser) value() (v value, err error) {
	p.space()
	switch {
	case strings.HasPrefix(p.rest, `"`):
		text, rest, err := quoted(p.rest)
		p.rest = rest
		return value{glob: glob(text)}, err
	case strings.HasPrefix(p.rest, "%"):
		text, rest, ok := strings.Cut(p.rest[1:], "%")
		if !ok {
			return v, fmt.Errorf("a regular expression without its end")
		}
		p.rest = rest
		v.glob, err = regexp.Compile(text)
		return v, err
	}
	n := strings.IndexAny(p.rest, " \t\r\n)(&|")
	if n < 0 {
		n = len(p.rest)
	}
	if n == 0 {
		return v, fmt.Errorf("no value before %q", head(p.rest))
	}
	text := p.rest[:n]
	p.rest = p.rest[n:]
	v.glob = glob(text)
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		v.number, v.isNum = f, true
	}
	return v, nil
}

// glob matches text whole, with "*" for anything.
func glob(text string) *regexp.Regexp {
	parts := strings.Split(text, "*")
	for i, s := range parts {
		parts[i] = regexp.QuoteMeta(strings.ToValidUTF8(s, "\uFFFD"))
	}
	return regexp.MustCompile(`(?s)^` + strings.Join(parts, ".*") + `$`)
}

func head(s string) string { return s[:min(len(s), 20)] }
