package inventory

import "regexp"

// secretShapes match what is a credential, or looks too much like one to be
// kept: access key ids, keys in PEM, JSON web tokens, tokens of well-known
// prefixes, and long strings of the alphabets of keys.
var secretShapes = []*regexp.Regexp{
	regexp.MustCompile(`\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}`),
	regexp.MustCompile(`-----BEGIN`),
	regexp.MustCompile(`\beyJ[A-Za-z0-9_-]{8,}\.`),
	regexp.MustCompile(`\b(?:gh[pousr]_|github_pat_|xox[abprs]-|sk_live_|sk-|glpat-|AIza)[A-Za-z0-9_-]{10,}`),
	regexp.MustCompile(`(?:^|[^A-Za-z0-9+/=_-])[A-Za-z0-9+/]{40}(?:$|[^A-Za-z0-9+/=_-])`),
	regexp.MustCompile(`://[^/@\s]+:[^/@\s]+@`),
}

var secretKeys = regexp.MustCompile(`(?i)passw|secret|token|api[-_ ]?key|private[-_ ]?key|credential|access[-_ ]?key`)

const redacted = "(redacted)"

// Scrub returns value, or a placeholder where value is a secret by its shape
// or by the name it goes under.
func Scrub(key, value string) string {
	if value != "" && secretKeys.MatchString(key) {
		return redacted
	}
	for _, shape := range secretShapes {
		if shape.MatchString(value) {
			return redacted
		}
	}
	return value
}

// SecretLike reports whether a string has the shape of a credential.
func SecretLike(s string) bool { return Scrub("", s) != s }
