package prowler

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"slices"
	"strings"

	"demarc/scanner/decision"
)

// errNoPattern is why an expression is left: a pattern knows any text and any
// one character, and nothing else.
var errNoPattern = errors.New("is more of a regular expression than a pattern can say")

// globs turns regular expressions into patterns; nil stands for everything.
// Where whole is set, they are to be all of the text, else, as Prowler searches,
// something in it.
func globs(expressions []string, whole bool) ([]string, error) {
	var all []string
	for _, e := range expressions {
		made, err := glob(e, whole)
		if err != nil {
			return nil, fmt.Errorf("%q %w", e, err)
		}
		if slices.Contains(made, "*") {
			return nil, nil
		}
		all = append(all, made...)
	}
	return all, nil
}

// glob turns one expression into patterns: one for each side of its bars.
func glob(expression string, whole bool) ([]string, error) {
	if strings.HasPrefix(expression, "*") {
		expression = "." + expression
	}
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil, errors.New("is no regular expression that is understood here")
	}
	var all []string
	for _, side := range sides(tree) {
		p, err := side.pattern(whole)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// maxSides bounds what the bars of one expression come to.
const maxSides = 64

// An alternative is an expression without bars: its parts in order.
type alternative []*syntax.Regexp

// sides multiplies out the bars of an expression, as far as that stays small.
func sides(t *syntax.Regexp) []alternative {
	switch t.Op {
	case syntax.OpCapture:
		return sides(t.Sub[0])
	case syntax.OpAlternate:
		var all []alternative
		for _, s := range t.Sub {
			all = append(all, sides(s)...)
		}
		return all
	case syntax.OpCharClass:
		if all := spelled(t); all != nil {
			return all
		}
	case syntax.OpConcat:
		all := []alternative{nil}
		for _, s := range t.Sub {
			var next []alternative
			for _, head := range all {
				for _, tail := range sides(s) {
					next = append(next, slices.Concat(head, tail))
				}
			}
			if all = next; len(all) > maxSides {
				return []alternative{{t}} // which pattern refuses
			}
		}
		return all
	}
	return []alternative{{t}}
}

// spelled lists the few characters that a class stands for; nil for many.
func spelled(t *syntax.Regexp) (all []alternative) {
	for i := 0; i < len(t.Rune); i += 2 {
		for r := t.Rune[i]; r <= t.Rune[i+1]; r++ {
			if len(all) == maxSides {
				return nil
			}
			all = append(all, alternative{{Op: syntax.OpLiteral, Rune: []rune{r}}})
		}
	}
	return all
}

// pattern writes the parts as a pattern that matches what they find; where whole
// is set, what they are.
func (a alternative) pattern(whole bool) (string, error) {
	var b strings.Builder
	begin, end := whole, whole
	for i, part := range a {
		switch {
		case part.Op == syntax.OpLiteral && part.Flags&syntax.FoldCase == 0:
			text := string(part.Rune)
			if decision.Wild(text) {
				return "", errNoPattern
			}
			b.WriteString(text)
		case isAny(part):
			b.WriteByte('?')
		case part.Op == syntax.OpStar && isAny(part.Sub[0]):
			b.WriteByte('*')
		case part.Op == syntax.OpPlus && isAny(part.Sub[0]):
			b.WriteString("?*")
		case (part.Op == syntax.OpBeginText || part.Op == syntax.OpBeginLine) && i == 0:
			begin = true
		case (part.Op == syntax.OpEndText || part.Op == syntax.OpEndLine) && i == len(a)-1:
			end = true
		case part.Op == syntax.OpEmptyMatch:
		default:
			return "", errNoPattern
		}
	}
	p := b.String()
	if !begin || p == "" {
		p = "*" + p
	}
	if !end {
		p += "*"
	}
	for strings.Contains(p, "**") {
		p = strings.ReplaceAll(p, "**", "*")
	}
	return p, nil
}

func isAny(t *syntax.Regexp) bool {
	return t.Op == syntax.OpAnyCharNotNL || t.Op == syntax.OpAnyChar
}

// tagSets turns the tags of a rule into sets, each of which makes a suppression
// of its own: in a set all tags have to be there, between sets one has to.
func tagSets(expressions []string) ([][]string, error) {
	sets := [][]string{nil}
	for _, e := range expressions {
		made, err := glob(e, true)
		if err != nil {
			return nil, fmt.Errorf("%q %w", e, err)
		}
		if slices.Contains(made, "*") {
			continue
		}
		var next [][]string
		for _, set := range sets {
			for _, tag := range made {
				if key, _, ok := strings.Cut(tag, "="); !ok || decision.Wild(key) {
					return nil, fmt.Errorf("%q is not of the form key=value", e)
				}
				next = append(next, append(slices.Clone(set), tag))
			}
		}
		if sets = next; len(sets) > maxSides {
			return nil, errors.New("come to too many suppressions")
		}
	}
	return sets, nil
}
