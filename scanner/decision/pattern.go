package decision

import "strings"

// Match reports whether text is what the pattern says: * stands for any text,
// also for none, ? for one character, and all else for itself. Ids hold
// slashes, colons and brackets, so none of those is special.
func Match(pattern, text string) bool {
	p, t := []rune(pattern), []rune(text)
	star, back := -1, 0 // the last star, and where in the text it stopped
	i, j := 0, 0
	for j < len(t) {
		switch {
		case i < len(p) && p[i] == '*':
			star, back = i, j
			i++
		case i < len(p) && (p[i] == '?' || p[i] == t[j]):
			i, j = i+1, j+1
		case star >= 0:
			back++
			i, j = star+1, back
		default:
			return false
		}
	}
	for i < len(p) && p[i] == '*' {
		i++
	}
	return i == len(p)
}

// MatchAny reports whether one of the patterns matches. No pattern at all
// matches everything. Ids that a provider's forms write in lower case match
// whatever the case of the pattern: their case means nothing.
func MatchAny(patterns []string, text string) bool {
	if len(patterns) == 0 {
		return true
	}
	lower := text == strings.ToLower(text)
	for _, p := range patterns {
		if lower {
			p = strings.ToLower(p)
		}
		if Match(p, text) {
			return true
		}
	}
	return false
}

// Wild reports whether a pattern stands for more than one text.
func Wild(pattern string) bool { return strings.ContainsAny(pattern, "*?") }
