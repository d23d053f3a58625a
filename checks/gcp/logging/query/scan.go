package query

import (
	"fmt"
	"strings"
)

type kind uint8

const (
	end kind = iota
	opening
	closing
	operator
	minus
	text
	function
)

// A token is a word of a filter. The path of a text is it cut at its dots; the
// path of a function is its arguments.
type token struct {
	kind   kind
	text   string
	quoted bool
	path   []string
}

// operators, the longer ones first.
var operators = []string{"!=", ">=", "<=", "=~", "!~", "=", ">", "<", ":"}

func scan(s string) ([]token, error) {
	var all []token
	for {
		s = strings.TrimLeft(s, " \t\r\n")
		if s == "" {
			return append(all, token{kind: end, text: "the end"}), nil
		}
		if strings.HasPrefix(s, "--") { // a comment
			_, s, _ = strings.Cut(s, "\n")
			continue
		}
		t, rest, err := one(s)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
		s = rest
	}
}

func one(s string) (t token, rest string, err error) {
	switch s[0] {
	case '(':
		return token{kind: opening, text: "("}, s[1:], nil
	case ')':
		return token{kind: closing, text: ")"}, s[1:], nil
	case '-':
		return token{kind: minus, text: "-"}, s[1:], nil
	}
	for _, op := range operators {
		if rest, ok := strings.CutPrefix(s, op); ok {
			return token{kind: operator, text: op}, rest, nil
		}
	}
	return word(s)
}

// word reads a text, the dotted path of a field, or a function with its
// arguments.
func word(s string) (t token, rest string, err error) {
	t.kind = text
	for first := true; ; first = false {
		var part string
		quoted := s != "" && (s[0] == '"' || s[0] == '\'')
		if quoted {
			if part, s, err = quotedText(s); err != nil {
				return t, s, err
			}
		} else {
			n := strings.IndexAny(s, " \t\r\n()=<>!~:,.\"'")
			if n < 0 {
				n = len(s)
			}
			part, s = s[:n], s[n:]
			if part == "" && first {
				return t, s, fmt.Errorf("%q is not expected", s[:1])
			}
		}
		t.quoted = first && quoted
		t.path = append(t.path, part)
		if !strings.HasPrefix(s, ".") {
			break
		}
		s = s[1:]
	}
	t.text = strings.Join(t.path, ".")
	if t.quoted || !strings.HasPrefix(s, "(") || t.text == "AND" || t.text == "OR" || t.text == "NOT" {
		return t, s, nil
	}
	t.kind = function
	t.path, rest, err = arguments(s[1:])
	return t, rest, err
}

// arguments reads up to the parenthesis that ends them.
func arguments(s string) (args []string, rest string, err error) {
	for open := 1; ; {
		s = strings.TrimLeft(s, " \t\r\n,")
		switch {
		case s == "":
			return nil, s, fmt.Errorf("a parenthesis is not closed")
		case s[0] == '(':
			open++
			s = s[1:]
		case s[0] == ')':
			open--
			s = s[1:]
			if open == 0 {
				return args, s, nil
			}
		case s[0] == '"' || s[0] == '\'':
			var part string
			if part, s, err = quotedText(s); err != nil {
				return nil, s, err
			}
			args = append(args, part)
		default:
			n := strings.IndexAny(s, " \t\r\n(),\"'")
			if n < 0 {
				n = len(s)
			}
			args = append(args, s[:n])
			s = s[n:]
		}
	}
}

// quotedText reads a text in quotes. A backslash stands before a quote or a
// backslash; before anything else it is kept, as regular expressions need it.
func quotedText(s string) (part, rest string, err error) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == s[0]:
			return b.String(), s[i+1:], nil
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == s[0] || s[i+1] == '\\'):
			i++
			b.WriteByte(s[i])
		default:
			b.WriteByte(s[i])
		}
	}
	return "", "", fmt.Errorf("a quote is not closed")
}
