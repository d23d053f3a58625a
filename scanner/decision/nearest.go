package decision

import (
	"maps"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest is the end of an error about an unknown word: what may have been
// meant; "" where nothing is near.
func Nearest(word string, known map[string]bool) string {
	best, at := "", max(3, len(word)/2)+1
	for _, k := range slices.Sorted(maps.Keys(known)) {
		d := levenshtein.ComputeDistance(strings.ToLower(word), k)
		if len(word) > 2 && strings.Contains(k, strings.ToLower(word)) {
			d = 0
		}
		if d < at {
			best, at = k, d
		}
	}
	if best == "" {
		return ""
	}
	return ": did you mean " + best + "?"
}
