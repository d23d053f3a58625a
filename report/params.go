package report

import (
	"encoding/json"
	"fmt"
	"strings"

	"demarc/scanner"
)

// paramValue writes a parameter's value with its unit, the same whether the
// scan was made or read back: "90 days", "22, 3389".
func paramValue(p scanner.Param) string {
	text := ""
	switch v := p.Value.(type) {
	case string:
		text = v
	case []string:
		text = strings.Join(v, ", ")
	case []any:
		var words []string
		for _, w := range v {
			words = append(words, fmt.Sprint(w))
		}
		text = strings.Join(words, ", ")
	default:
		b, err := json.Marshal(v)
		if err != nil {
			b = fmt.Append(nil, v)
		}
		text = string(b)
	}
	if text == "" {
		text = "(none)"
	}
	if p.Unit != "" {
		text += " " + p.Unit
	}
	return text
}

// paramLine writes the parameters of a check in one line; "" where it has none.
func paramLine(params []scanner.Param) string {
	var all []string
	for _, p := range params {
		all = append(all, p.Name+" = "+paramValue(p))
	}
	return strings.Join(all, "; ")
}

// maxWords is how many words of a list a person is shown at a terminal.
const maxWords = 12

// paramLineFor is paramLine with long lists cut, for a person at a terminal.
func paramLineFor(params []scanner.Param) string {
	var all []string
	for _, p := range params {
		text := paramValue(p)
		if words := strings.Split(text, ", "); len(words) > maxWords {
			text = fmt.Sprintf("%s and %d more", strings.Join(words[:maxWords], ", "), len(words)-maxWords)
		}
		all = append(all, p.Name+" = "+text)
	}
	return strings.Join(all, "; ")
}
