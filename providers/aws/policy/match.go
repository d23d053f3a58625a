package policy

import "strings"

// MatchAction reports whether an action pattern covers an action. Both may hold
// the wildcards * and ?; a wildcard in the action asks whether every action it
// stands for is covered. Action names are case-insensitive (IAM User Guide, JSON
// policy elements: Action).
func MatchAction(pattern, action string) bool {
	return covers(strings.ToLower(pattern), strings.ToLower(action))
}

// MatchARN reports whether a resource pattern covers a resource. Both may hold
// the wildcards * and ?; a wildcard in the resource asks whether every resource
// it stands for is covered. The comparison is case-sensitive (IAM User Guide,
// JSON policy elements: Resource).
func MatchARN(pattern, resource string) bool { return covers(pattern, resource) }

// overlapAction reports whether some action matches both patterns.
func overlapAction(a, b string) bool {
	return overlap(strings.ToLower(a), strings.ToLower(b))
}

// covers reports whether every string matched by the pattern sub is matched by
// the pattern p. It is exact when sub holds no wildcard; otherwise it may answer
// false for an equivalent pair written in an unusual way, never true wrongly.
func covers(p, sub string) bool {
	pi, si := 0, 0
	star, mark := -1, 0
	for si < len(sub) {
		switch {
		case pi < len(p) && p[pi] == '*':
			star, mark = pi, si
			pi++
		case pi < len(p) && coversByte(p[pi], sub[si]):
			pi++
			si++
		case star >= 0:
			mark++
			pi, si = star+1, mark
		default:
			return false
		}
	}
	for pi < len(p) && p[pi] == '*' {
		pi++
	}
	return pi == len(p)
}

// coversByte compares one pattern byte with one byte of the other pattern.
func coversByte(p, s byte) bool {
	if p == '?' {
		return s != '*'
	}
	return p == s && s != '*' && s != '?'
}

// overlap reports whether some string is matched by both patterns. The answer is
// exact; the cost is the product of the lengths.
func overlap(a, b string) bool {
	a, b = squeeze(a), squeeze(b)
	prev := make([]bool, len(b)+1)
	next := make([]bool, len(b)+1)
	prev[0] = true
	for j := 1; j <= len(b) && b[j-1] == '*'; j++ {
		prev[j] = true
	}
	for i := 1; i <= len(a); i++ {
		next[0] = prev[0] && a[i-1] == '*'
		for j := 1; j <= len(b); j++ {
			next[j] = overlapStep(a[i-1], b[j-1], prev[j-1], prev[j], next[j-1])
		}
		prev, next = next, prev
	}
	return prev[len(b)]
}

// overlapStep is one cell of the table that overlap fills.
func overlapStep(x, y byte, diagonal, up, left bool) bool {
	if x == '*' || y == '*' {
		return diagonal || up || left
	}
	return diagonal && (x == y || x == '?' || y == '?')
}

// squeeze turns a run of * into a single one.
func squeeze(p string) string {
	for strings.Contains(p, "**") {
		p = strings.ReplaceAll(p, "**", "*")
	}
	return p
}

// hasWildcard reports whether a pattern holds * or ?.
func hasWildcard(p string) bool { return strings.ContainsAny(p, "*?") }

// onlyWildcards reports whether a pattern is made of * and ? alone with at least
// one *.
func onlyWildcards(p string) bool {
	return strings.Contains(p, "*") && strings.Trim(p, "*?") == ""
}

// coveredBy reports whether any of the patterns covers s.
func coveredBy(patterns []string, s string, match func(p, s string) bool) bool {
	for _, p := range patterns {
		if match(p, s) {
			return true
		}
	}
	return false
}

// hasVariable reports whether a value holds a policy variable other than the
// escapes ${*}, ${?} and ${$}.
func hasVariable(v string) bool {
	for {
		i := strings.Index(v, "${")
		if i < 0 {
			return false
		}
		v = v[i+2:]
		if end := strings.Index(v, "}"); end >= 0 {
			if name := v[:end]; name != "*" && name != "?" && name != "$" {
				return true
			}
			v = v[end+1:]
		}
	}
}

// widen replaces every policy variable and every escape of a resource pattern
// by *, so that the result covers at least what the pattern may stand for.
func widen(v string) string { return replaceVariables(v, "*", "*") }

// tighten replaces every policy variable and every escape by a byte no ARN
// holds, so that the result covers at most what the pattern is certain to cover.
func tighten(v string) string { return replaceVariables(v, "\x00", "\x00") }

// replaceVariables rewrites ${...}: the escapes by escape, the rest by variable.
func replaceVariables(v, variable, escape string) string {
	var out strings.Builder
	for {
		i := strings.Index(v, "${")
		if i < 0 {
			break
		}
		end := strings.Index(v[i:], "}")
		if end < 0 {
			break
		}
		out.WriteString(v[:i])
		switch v[i+2 : i+end] {
		case "*", "?", "$":
			out.WriteString(escape)
		default:
			out.WriteString(variable)
		}
		v = v[i+end+1:]
	}
	out.WriteString(v)
	return out.String()
}

// arn is an Amazon Resource Name cut into its six fields.
type arn struct {
	partition, service, region, account, resource string
}

// splitARN cuts an ARN or ARN pattern; ok is false for anything else.
func splitARN(s string) (a arn, ok bool) {
	f := strings.SplitN(s, ":", 6)
	if len(f) != 6 || f[0] != "arn" {
		return arn{}, false
	}
	return arn{f[1], f[2], f[3], f[4], f[5]}, true
}

// isAccount reports whether s is a 12-digit account id.
func isAccount(s string) bool {
	if len(s) != 12 {
		return false
	}
	return strings.Trim(s, "0123456789") == ""
}
