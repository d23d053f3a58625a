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
