package pattern

import "strconv"

// An expr is a part of a pattern for JSON events.
type expr interface {
	eval(event map[string]any) Truth
}

type (
	anyOf   []expr
	allOf   []expr
	missing struct{ path []step }
	present struct{ path []step }
	is      struct {
		path []step
		want any // nil, true or false
	}
	compare struct {
		path []step
		op   string
		with value
	}
)

func (e anyOf) eval(event map[string]any) Truth {
	out := No
	for _, x := range e {
		out = max(out, x.eval(event))
	}
	return out
}

func (e allOf) eval(event map[string]any) Truth {
	out := Yes
	for _, x := range e {
		out = min(out, x.eval(event))
	}
	return out
}

func (e missing) eval(event map[string]any) Truth { return truth(len(find(event, e.path)) == 0) }
func (e present) eval(event map[string]any) Truth { return truth(len(find(event, e.path)) > 0) }

func (e is) eval(event map[string]any) Truth {
	found := find(event, e.path)
	if len(found) == 0 && e.want == nil {
		return Maybe // whether an absent field is null is not said
	}
	out := No
	for _, v := range found {
		switch v.(type) {
		case nil, bool:
			out = max(out, truth(v == e.want))
		}
	}
	return out
}

func (e compare) eval(event map[string]any) Truth {
	found := find(event, e.path)
	if len(found) == 0 {
		if e.op == "!=" {
			return Maybe // whether an absent field differs from a value is not said
		}
		return No
	}
	out := No
	for _, v := range found {
		out = max(out, e.one(v))
	}
	return out
}

// one compares one scalar; objects and lists match nothing.
func (e compare) one(v any) Truth {
	switch v := v.(type) {
	case string:
		switch e.op {
		case "=":
			return truth(e.with.glob.MatchString(v))
		case "!=":
			return truth(!e.with.glob.MatchString(v))
		}
		f, err := strconv.ParseFloat(v, 64)
		if err != nil || !e.with.isNum {
			return No
		}
		return min(Maybe, ordered(e.op, f, e.with.number)) // a number in quotes
	case float64:
		if !e.with.isNum {
			return Maybe
		}
		return ordered(e.op, v, e.with.number)
	case bool, nil:
		return Maybe // the language has IS for these
	}
	return No
}

func ordered(op string, a, b float64) Truth {
	switch op {
	case "=":
		return truth(a == b)
	case "!=":
		return truth(a != b)
	case "<":
		return truth(a < b)
	case "<=":
		return truth(a <= b)
	case ">":
		return truth(a > b)
	}
	return truth(a >= b)
}

// find lists the values that path leads to: several only where it says "any".
func find(event any, path []step) []any {
	at := []any{event}
	for _, s := range path {
		var next []any
		for _, v := range at {
			switch v := v.(type) {
			case map[string]any:
				if s.any && !s.array {
					for _, x := range v {
						next = append(next, x)
					}
				} else if x, ok := v[s.key]; ok && !s.array {
					next = append(next, x)
				}
			case []any:
				switch {
				case s.array && s.any:
					next = append(next, v...)
				case s.array && s.index < len(v):
					next = append(next, v[s.index])
				}
			}
		}
		at = next
	}
	return at
}
