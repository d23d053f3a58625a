package query

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// An expr is a part of a filter.
type expr interface {
	eval(entry map[string]any) Truth
}

type (
	anyOf    []expr
	allOf    []expr
	negation struct{ of expr }
	unknown  struct{}
	present  []string // the field is there
	search   string   // some field holds the text
	call     struct {
		name string
		args []string
	}
	compare struct {
		path []string
		op   string
		with token
	}
)

func (e anyOf) eval(entry map[string]any) Truth {
	out := No
	for _, x := range e {
		out = max(out, x.eval(entry))
	}
	return out
}

func (e allOf) eval(entry map[string]any) Truth {
	out := Yes
	for _, x := range e {
		out = min(out, x.eval(entry))
	}
	return out
}

func (e negation) eval(entry map[string]any) Truth { return Yes - e.of.eval(entry) }

func (unknown) eval(map[string]any) Truth { return Maybe }

func (e present) eval(entry map[string]any) Truth {
	if len(find(entry, e)) > 0 {
		return Yes
	}
	return absent(e)
}

// absent is what a comparison with a field says that the entry tried does not
// have. An audit log entry has no payload but protoPayload, and no request of
// a load balancer's; what it has as serviceData, the entry tried has too.
func absent(path []string) Truth {
	switch path[0] {
	case "jsonPayload", "textPayload", "httpRequest":
		return No
	case "protoPayload":
		if len(path) > 1 && path[1] == "serviceData" {
			return No
		}
	}
	return Maybe
}

// eval finds no text that the entry tried does not hold: some real entry may,
// but not every one like it.
func (e search) eval(entry map[string]any) Truth {
	return truth(holds(entry, strings.ToLower(string(e))))
}

// holds reports whether a text is in v or in what is in it.
func holds(v any, lower string) bool {
	switch v := v.(type) {
	case map[string]any:
		for _, x := range v {
			if holds(x, lower) {
				return true
			}
		}
	case []any:
		for _, x := range v {
			if holds(x, lower) {
				return true
			}
		}
	case string:
		return strings.Contains(strings.ToLower(v), lower)
	}
	return false
}

func (e call) eval(entry map[string]any) Truth {
	name, ok := entry["logName"].(string)
	if e.name != "log_id" || len(e.args) != 1 || !ok {
		return Maybe // of the others, sample() takes a part of the entries
	}
	id, err := url.PathUnescape(name[strings.LastIndexByte(name, '/')+1:])
	return truth(err == nil && strings.EqualFold(id, e.args[0]))
}

func (e compare) eval(entry map[string]any) Truth {
	found := find(entry, e.path)
	switch {
	case len(found) == 0 && (e.op == "!=" || e.op == "!~"):
		return Maybe
	case len(found) == 0:
		return absent(e.path)
	case e.op == "!=":
		return Yes - e.oneOf(found, "=")
	case e.op == "!~":
		return Yes - e.oneOf(found, "=~")
	}
	return e.oneOf(found, e.op)
}

func (e compare) oneOf(found []any, op string) Truth {
	out := No
	for _, v := range found {
		out = max(out, e.one(v, op))
	}
	return out
}

func (e compare) one(v any, op string) Truth {
	switch v := v.(type) {
	case string:
		return e.text(v, op)
	case bool:
		return e.text(strconv.FormatBool(v), op)
	case float64:
		f, err := strconv.ParseFloat(e.with.text, 64)
		if err != nil {
			return No
		}
		return ordered(op, v, f)
	}
	if op == ":" && holds(v, strings.ToLower(e.with.text)) {
		return Yes
	}
	return Maybe
}

// text compares without regard to case, as the language does, except where a
// regular expression says otherwise.
func (e compare) text(v, op string) Truth {
	a, known := severities[strings.ToUpper(v)]
	b, also := severities[strings.ToUpper(e.with.text)]
	if len(e.path) == 1 && e.path[0] == "severity" && known && also && op != ":" && op != "=~" {
		return ordered(op, a, b)
	}
	switch op {
	case "=":
		return truth(strings.EqualFold(v, e.with.text))
	case ":":
		return truth(strings.Contains(strings.ToLower(v), strings.ToLower(e.with.text)))
	case "=~":
		re, err := regexp.Compile(e.with.text)
		if err != nil {
			return Maybe
		}
		return truth(re.MatchString(v))
	}
	return Maybe
}

// severities are those of LogEntry.
var severities = map[string]float64{
	"DEFAULT": 0, "DEBUG": 100, "INFO": 200, "NOTICE": 300, "WARNING": 400, "ERROR": 500, "CRITICAL": 600, "ALERT": 700, "EMERGENCY": 800,
	"0": 0, "100": 100, "200": 200, "300": 300, "400": 400, "500": 500, "600": 600, "700": 700, "800": 800,
}

func ordered(op string, a, b float64) Truth {
	switch op {
	case "=":
		return truth(a == b)
	case "<":
		return truth(a < b)
	case "<=":
		return truth(a <= b)
	case ">":
		return truth(a > b)
	case ">=":
		return truth(a >= b)
	}
	return Maybe
}

// find lists the values that a path leads to; it leads through every element
// of a list.
func find(v any, path []string) []any {
	if list, ok := v.([]any); ok {
		var all []any
		for _, x := range list {
			all = append(all, find(x, path)...)
		}
		return all
	}
	if len(path) == 0 {
		return []any{v}
	}
	m, ok := v.(map[string]any)
	if !ok {
		return nil
	}
	x, ok := m[path[0]]
	if !ok {
		return nil
	}
	return find(x, path[1:])
}
