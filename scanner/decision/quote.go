package decision

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

var plain = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9 _./@:+-]*[A-Za-z0-9_./@+-]$`)

// reserved are the words that YAML readers take for something else than text.
var reserved = []string{"true", "false", "yes", "no", "on", "off", "null", "none"}

// Quote writes text as YAML reads it: as it is where that is safe, else quoted.
func Quote(s string) string {
	if plain.MatchString(s) && !strings.Contains(s, ": ") && !slices.Contains(reserved, strings.ToLower(s)) {
		return s
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil { // text always encodes
		return `""`
	}
	return strings.TrimSpace(b.String())
}

// Comment writes text as lines of a comment.
func Comment(indent, text string) string {
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		b.WriteString(strings.TrimRight(indent+"# "+strings.TrimSpace(line), " ") + "\n")
	}
	return b.String()
}
