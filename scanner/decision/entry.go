package decision

import (
	"slices"
	"strings"
)

// Todo begins what a skeleton leaves for a person to fill in.
const Todo = "TODO"

// Entries reads a file that holds one list under a name, and nothing else.
// known are the fields that an entry may have.
func Entries(file string, data []byte, list string, p *Problems, known ...string) []*Entry {
	root, err := Parse(file, data, false)
	if err != nil {
		p.Add(err)
		return nil
	}
	if root.Missing() {
		p.Add(root.Errorf("the file is empty: it is to begin with %q", list+":"))
		return nil
	}
	fields, err := root.Fields()
	if err != nil {
		p.Add(err)
		return nil
	}
	var all []*Entry
	found := false
	for _, f := range fields {
		if f.Key != list {
			p.Add(f.Name.Errorf("unknown field %q: the file holds %q alone", f.Key, list))
			continue
		}
		found = true
		items, err := f.Value.List()
		p.Add(err)
		for _, item := range items {
			all = append(all, NewEntry(item, p, known...))
		}
	}
	if !found {
		p.Add(root.Errorf("the field %q is missing", list))
	}
	return all
}

// An Entry is one decision as it stands in its file. Its methods note what is
// wrong with a field and return a zero value.
type Entry struct {
	Node
	fields   map[string]Node
	problems *Problems
	broken   bool // it has no fields at all, which is said once
}

// NewEntry reads a mapping whose fields are among the known ones.
func NewEntry(n Node, p *Problems, known ...string) *Entry {
	e := &Entry{Node: n, fields: map[string]Node{}, problems: p}
	fields, err := n.Fields()
	p.Add(err)
	e.broken = err != nil
	for _, f := range fields {
		if !slices.Contains(known, f.Key) {
			p.Add(f.Name.Errorf("unknown field %q: use %s", f.Key, strings.Join(known, ", ")))
			continue
		}
		e.fields[f.Key] = f.Value
	}
	return e
}

// Has reports whether a field is there.
func (e *Entry) Has(key string) bool {
	_, ok := e.fields[key]
	return ok
}

// Wrong notes an error about a field, or about the entry where it is not there.
func (e *Entry) Wrong(key, format string, args ...any) {
	n, ok := e.fields[key]
	if !ok {
		n = e.Node
	}
	e.problems.Add(n.Errorf(key+": "+format, args...))
}

// field finds a field, and notes that it is missing.
func (e *Entry) field(key string) (Node, bool) {
	n, ok := e.fields[key]
	if !ok && !e.broken {
		e.problems.Add(e.Errorf("the field %q is missing", key))
	}
	return n, ok
}

// Text reads a field that has to be there and to be filled in.
func (e *Entry) Text(key string) string {
	n, ok := e.field(key)
	if !ok {
		return ""
	}
	text, err := n.Text()
	e.problems.Add(err)
	switch {
	case err != nil:
		return ""
	case text == "":
		e.Wrong(key, "it is empty")
	case strings.HasPrefix(text, Todo):
		e.Wrong(key, "it is not filled in")
	}
	return text
}

// Patterns reads a field that holds a pattern or several; nil where it is not there.
func (e *Entry) Patterns(key string) []string {
	n, ok := e.fields[key]
	if !ok {
		return nil
	}
	all, err := n.Texts()
	e.problems.Add(err)
	for _, p := range all {
		if strings.HasPrefix(p, Todo) {
			e.Wrong(key, "it is not filled in")
		}
	}
	return all
}

// Day reads a date that has to be there.
func (e *Entry) Day(key string) Day {
	n, ok := e.field(key)
	if !ok {
		return Day{}
	}
	text, err := n.Text()
	e.problems.Add(err)
	if err != nil {
		return Day{}
	}
	if strings.HasPrefix(text, Todo) {
		e.Wrong(key, "it is not filled in")
		return Day{}
	}
	d, err := ParseDay(text)
	if err != nil {
		e.Wrong(key, "%s", err)
	}
	return d
}

// Entry reads a field that has fields of its own; nil where it is not there.
func (e *Entry) Entry(key string, known ...string) *Entry {
	n, ok := e.field(key)
	if !ok {
		return nil
	}
	return NewEntry(n, e.problems, known...)
}

// Signed reads who answers for the decision and who approved it: two people.
func (e *Entry) Signed() (owner, approver string) {
	owner, approver = e.Text("owner"), e.Text("approver")
	if owner != "" && !strings.HasPrefix(owner, Todo) && strings.EqualFold(owner, approver) {
		e.Wrong("approver", "it is the owner: someone else has to approve")
	}
	return owner, approver
}
