// Package escape keeps the names and messages of a scan, which anybody in a
// scanned account may choose, from being more than text where they are shown.
package escape

import "strings"

// Cell keeps a spreadsheet from running a cell as a formula (OWASP, "CSV
// Injection"): a sign that a formula begins with gets an apostrophe before it,
// at the start of the cell and wherever a spreadsheet that separates by other
// characters than the comma would see the start of one. The signs of full width
// count in some locales.
func Cell(cell string) string {
	var b strings.Builder
	start := true
	for _, r := range cell {
		if start && strings.ContainsRune(formulas, r) || b.Len() == 0 && strings.ContainsRune("\t\r\n", r) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		start = strings.ContainsRune(separators, r)
	}
	return b.String()
}

const (
	formulas   = "=+-@＝＋－＠"
	separators = ";|\t\r\n"
)

// Terminal replaces what a terminal would obey: control characters.
func Terminal(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return '�'
		}
		return r
	}, s)
}
