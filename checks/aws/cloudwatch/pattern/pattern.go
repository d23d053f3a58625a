// Package pattern reads the filter patterns of CloudWatch Logs and tells which
// events they match, so that a metric filter is judged by what it does and not
// by how it is spelt. The language is that of the CloudWatch Logs User Guide,
// "Filter pattern syntax for metric filters, subscription filters, and filter
// log events".
package pattern

import (
	"encoding/json"
	"errors"
	"strings"
)

// A Truth says whether a pattern matches an event. Maybe is for what the
// language's description leaves open.
type Truth uint8

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

// A Pattern is a parsed filter pattern.
type Pattern struct {
	json  expr   // of a pattern in braces
	terms []term // of a pattern of words
	never bool   // a pattern for space-delimited events
}

// maxLength bounds what is parsed; CloudWatch Logs takes 1,024 characters.
const maxLength = 4096

var errLong = errors.New("the pattern is too long")

// Parse reads a pattern: in braces for JSON events, in brackets for
// space-delimited ones, and else the words that an event is to hold.
func Parse(text string) (*Pattern, error) {
	text = strings.TrimSpace(text)
	switch {
	case len(text) > maxLength:
		return nil, errLong
	case strings.HasPrefix(text, "{"):
		e, err := parseJSON(text)
		return &Pattern{json: e}, err
	case strings.HasPrefix(text, "["):
		return &Pattern{never: true}, nil
	}
	terms, err := parseTerms(text)
	return &Pattern{terms: terms}, err
}

// Match tells whether the pattern matches an event of JSON. A pattern for
// space-delimited events does not, and the empty pattern matches every event.
func (p *Pattern) Match(event map[string]any) Truth {
	switch {
	case p.never:
		return No
	case p.json != nil:
		return p.json.eval(event)
	}
	text, err := json.Marshal(event)
	if err != nil {
		return Maybe
	}
	return matchTerms(p.terms, string(text))
}

// A term is a word or a phrase of an unstructured pattern.
type term struct {
	text     string
	excluded bool // -term: the event must not hold it
	optional bool // ?term: one of these is enough
	unknown  bool // a regular expression
}

func parseTerms(text string) (terms []term, err error) {
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		var t term
		for strings.HasPrefix(text, "?") || strings.HasPrefix(text, "-") {
			t.optional, t.excluded = t.optional || text[0] == '?', t.excluded || text[0] == '-'
			text = text[1:]
		}
		switch {
		case strings.HasPrefix(text, `"`):
			if t.text, text, err = quoted(text); err != nil {
				return nil, err
			}
		case strings.HasPrefix(text, "%"):
			_, rest, closed := strings.Cut(text[1:], "%")
			if !closed {
				return nil, errors.New("a regular expression without its end")
			}
			t.unknown, text = true, rest
		default:
			i := strings.IndexAny(text, " \t\r\n")
			if i < 0 {
				i = len(text)
			}
			t.text, text = text[:i], text[i:]
		}
		terms = append(terms, t)
	}
	return terms, nil
}

func matchTerms(terms []term, text string) Truth {
	all, any, options := Yes, No, false
	for _, t := range terms {
		has := truth(strings.Contains(text, t.text))
		if t.unknown {
			has = Maybe
		}
		switch {
		case t.excluded:
			all = min(all, Yes-has)
		case t.optional:
			any, options = max(any, has), true
		default:
			all = min(all, has)
		}
	}
	if options {
		return min(all, any)
	}
	return all
}

// quoted cuts a string in double quotes off the head of text. A backslash
// makes the next character literal.
func quoted(text string) (value, rest string, err error) {
	var b strings.Builder
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			return b.String(), text[i+1:], nil
		case c == '\\' && i+1 < len(text):
			i++
			b.WriteByte(text[i])
		default:
			b.WriteByte(c)
		}
	}
	return "", "", errors.New("a string without its end")
}
