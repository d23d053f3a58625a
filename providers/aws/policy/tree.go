package policy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// nodeKind says what a node of the JSON tree is.
type nodeKind int

const (
	scalarNode nodeKind = iota
	objectNode
	arrayNode
)

// node is one JSON value. Numbers and booleans keep their text.
type node struct {
	kind    nodeKind
	text    string
	quoted  bool
	members []member
	items   []node
}

// member is one name and value of an object, in document order.
type member struct {
	name  string
	value node
}

// at makes an error that names a place and a fault, never the content.
func at(place, fault string) error { return fmt.Errorf("policy: %s: %s", place, fault) }

// scalar returns the text of a string value.
func (n node) scalar(place string) (string, error) {
	if n.kind != scalarNode || !n.quoted {
		return "", at(place, "not a string")
	}
	return n.text, nil
}

// list returns a string, or a list of strings, as a list with at least one item.
func (n node) list(place string) ([]string, error) {
	items := []node{n}
	if n.kind == arrayNode {
		items = n.items
	}
	out := make([]string, 0, len(items))
	for _, item := range items {
		v, err := item.scalar(place)
		if err != nil {
			return nil, at(place, "not a string or a list of strings")
		}
		out = append(out, v)
	}
	if len(out) == 0 {
		return nil, at(place, "an empty list")
	}
	return out, nil
}

// readTree reads one JSON value and nothing after it.
func readTree(text string) (node, error) {
	if !utf8.ValidString(text) {
		return node{}, at("document", "not UTF-8")
	}
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	n, err := readNode(dec, 0)
	if err != nil {
		return node{}, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return node{}, broken(dec, "text after the document")
	}
	return n, nil
}

// broken makes an error that names a byte offset of the text.
func broken(dec *json.Decoder, fault string) error {
	return at(fmt.Sprintf("byte %d", dec.InputOffset()), fault)
}

// readNode reads one value at a depth of nesting.
func readNode(dec *json.Decoder, depth int) (node, error) {
	token, err := dec.Token()
	if err != nil {
		return node{}, broken(dec, "not valid JSON")
	}
	switch v := token.(type) {
	case json.Delim:
		if depth >= maxDepth {
			return node{}, broken(dec, "nested too deep")
		}
		if v == '{' {
			return readObject(dec, depth+1)
		}
		return readArray(dec, depth+1)
	case string:
		return node{text: v, quoted: true}, nil
	case json.Number:
		return node{text: v.String()}, nil
	case bool:
		return node{text: fmt.Sprint(v)}, nil
	}
	return node{}, broken(dec, "null is no value of a policy")
}

// readObject reads the members of an object. Names are compared without case,
// since AWS reads element names and condition keys that way.
func readObject(dec *json.Decoder, depth int) (node, error) {
	n := node{kind: objectNode}
	seen := map[string]bool{}
	for dec.More() {
		token, err := dec.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			return node{}, broken(dec, "not valid JSON")
		}
		if low := strings.ToLower(name); seen[low] {
			return node{}, broken(dec, "a name that occurs twice")
		} else {
			seen[low] = true
		}
		value, err := readNode(dec, depth)
		if err != nil {
			return node{}, err
		}
		n.members = append(n.members, member{name, value})
	}
	if _, err := dec.Token(); err != nil {
		return node{}, broken(dec, "not valid JSON")
	}
	return n, nil
}

// readArray reads the items of an array.
func readArray(dec *json.Decoder, depth int) (node, error) {
	n := node{kind: arrayNode}
	for dec.More() {
		item, err := readNode(dec, depth)
		if err != nil {
			return node{}, err
		}
		n.items = append(n.items, item)
	}
	if _, err := dec.Token(); err != nil {
		return node{}, broken(dec, "not valid JSON")
	}
	return n, nil
}

// pair is one member of an ordered object that is about to be written.
type pair struct {
	name  string
	value any
}

// ordered is a JSON object that keeps the order of its members.
type ordered []pair

// find returns the position of a member, or -1.
func (o ordered) find(name string) int {
	for i := range o {
		if o[i].name == name {
			return i
		}
	}
	return -1
}

// add appends a value to the list stored under a name.
func (o ordered) add(name, value string) ordered {
	i := o.find(name)
	if i < 0 {
		return append(o, pair{name, []string{value}})
	}
	values, _ := o[i].value.([]string)
	o[i].value = append(values, value)
	return o
}

// MarshalJSON writes the members in order.
func (o ordered) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		name, err := json.Marshal(p.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(p.value)
		if err != nil {
			return nil, err
		}
		out.Write(name)
		out.WriteByte(':')
		out.Write(value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}
