// Package decision reads the files in which people decide on findings: strictly,
// and with the file, the line and the column in every error. What follows from
// a decision is the matter of the packages attest and suppress.
package decision

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxSize is how large a file may be: people write these by hand.
const maxSize = 8 << 20

// An Error says what is wrong in a file, and where.
type Error struct {
	File         string
	Line, Column int
	Message      string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// Problems gathers what is wrong in a file, so that all of it is said at once.
type Problems struct{ all []*Error }

// Add notes an error of this package; nil is none.
func (p *Problems) Add(err error) {
	var e *Error
	if errors.As(err, &e) {
		p.all = append(p.all, e)
	}
}

// maxProblems is how many errors of a file are printed.
const maxProblems = 20

// Err is what was gathered, in the order of the file; nil where there is nothing.
func (p *Problems) Err() error {
	slices.SortStableFunc(p.all, func(a, b *Error) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	var errs []error
	for i, e := range p.all {
		if i == maxProblems {
			errs = append(errs, fmt.Errorf("%s: and %d more", e.File, len(p.all)-i))
			break
		}
		errs = append(errs, e)
	}
	return errors.Join(errs...)
}

// A Node is a value in a file, with its place.
type Node struct {
	file string
	n    ast.Node
	at   *token.Token // where a value that is not there would stand
}

// ReadFile reads a file that Parse can take.
func ReadFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > maxSize {
		return nil, fmt.Errorf("%s: it is larger than %d MiB", path, maxSize>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		var p *os.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return nil, fmt.Errorf("cannot read %s: %w", path, err)
	}
	return data, nil
}

// Parse reads the one document of a YAML file. Keys that stand twice are an
// error unless twice is true: then the last one counts.
func Parse(file string, data []byte, twice bool) (Node, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return Node{}, &Error{file, 1, 1, "it is not UTF-8 text"}
	}
	var options []parser.Option
	if twice {
		options = append(options, parser.AllowDuplicateMapKey())
	}
	f, err := parser.ParseBytes(data, 0, options...)
	if err != nil {
		return Node{}, positioned(file, err)
	}
	root := Node{file: file}
	for _, d := range f.Docs {
		if d.Body == nil {
			continue
		}
		if root.n != nil {
			return Node{}, Node{file: file, n: d.Body}.Errorf("a second document: the file holds one")
		}
		root.n = d.Body
	}
	return root, nil
}

// positioned gives an error of the parser its place.
func positioned(file string, err error) error {
	var y yaml.Error
	if !errors.As(err, &y) {
		return &Error{file, 1, 1, strings.TrimSpace(err.Error())}
	}
	e := &Error{file, 1, 1, y.GetMessage()}
	if t := y.GetToken(); t != nil && t.Position != nil {
		e.Line, e.Column = t.Position.Line, t.Position.Column
	}
	return e
}

// Errorf makes an error about the node.
func (n Node) Errorf(format string, args ...any) error {
	e := &Error{File: n.file, Line: 1, Column: 1, Message: fmt.Sprintf(format, args...)}
	if t := n.token(); t != nil && t.Position != nil {
		e.Line, e.Column = t.Position.Line, t.Position.Column
	}
	return e
}

// Place is where the node stands: "file:line".
func (n Node) Place() string {
	line := 1
	if t := n.token(); t != nil && t.Position != nil {
		line = t.Position.Line
	}
	return fmt.Sprintf("%s:%d", n.file, line)
}

// Column is the column that the node begins in; from 1.
func (n Node) Column() int {
	if t := n.token(); t != nil && t.Position != nil {
		return t.Position.Column
	}
	return 1
}

// token is the node's first token: of a mapping, its first key.
func (n Node) token() *token.Token {
	switch x := n.n.(type) {
	case nil:
		return n.at
	case *ast.NullNode:
		if n.at != nil {
			return n.at
		}
	case *ast.MappingNode:
		if !x.IsFlowStyle && len(x.Values) > 0 {
			return x.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		return x.Key.GetToken()
	}
	return n.n.GetToken()
}

// Missing reports whether there is no value.
func (n Node) Missing() bool {
	_, null := n.n.(*ast.NullNode)
	return n.n == nil || null
}

// Block reports whether a list is written with a line to each item.
func (n Node) Block() bool {
	s, ok := n.n.(*ast.SequenceNode)
	return ok && !s.IsFlowStyle
}

// what names the kind of a node for a person.
func (n Node) what() string {
	switch n.n.(type) {
	case nil, *ast.NullNode:
		return "nothing"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "fields"
	case *ast.SequenceNode:
		return "a list"
	case *ast.BoolNode:
		return "true or false"
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return "a number"
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		return "an anchor or an alias"
	case *ast.TagNode:
		return "a YAML tag"
	}
	return "text"
}

// A Field is a key of a mapping and its value.
type Field struct {
	Key   string
	Name  Node // the key, for errors
	Value Node
}

// Fields reads a mapping in the order of the file. No mapping at all is an error.
func (n Node) Fields() ([]Field, error) {
	var pairs []*ast.MappingValueNode
	switch x := n.n.(type) {
	case *ast.MappingNode:
		pairs = x.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{x}
	default:
		return nil, n.Errorf("fields are expected here, not %s", n.what())
	}
	var all []Field
	for _, p := range pairs {
		key := Node{file: n.file, n: p.Key}
		text, err := key.name()
		if err != nil {
			return nil, err
		}
		all = append(all, Field{text, key, Node{file: n.file, n: p.Value, at: p.Key.GetToken()}})
	}
	return all, nil
}

// name reads a key; a number is one as well.
func (n Node) name() (string, error) {
	switch n.n.(type) {
	case *ast.StringNode, *ast.IntegerNode:
		return n.n.GetToken().Value, nil
	}
	return "", n.Errorf("the name of a field is expected here, not %s", n.what())
}

// List reads a list; a value that is missing is an empty one.
func (n Node) List() ([]Node, error) {
	if n.Missing() {
		return nil, nil
	}
	s, ok := n.n.(*ast.SequenceNode)
	if !ok {
		return nil, n.Errorf("a list is expected here, not %s", n.what())
	}
	var all []Node
	for _, v := range s.Values {
		all = append(all, Node{file: n.file, n: v, at: s.GetToken()})
	}
	return all, nil
}

// Text reads text. Numbers and words such as true are to be quoted, since
// YAML would read them as something else.
func (n Node) Text() (string, error) {
	switch x := n.n.(type) {
	case *ast.StringNode:
		return strings.TrimSpace(x.Value), nil
	case *ast.LiteralNode:
		return strings.TrimSpace(x.Value.Value), nil
	}
	if n.Missing() {
		return "", n.Errorf("text is expected here, not nothing")
	}
	return "", n.Errorf("text is expected here, not %s: put it in quotes", n.what())
}

var decimal = regexp.MustCompile(`^[0-9]+$`)

// Texts reads text, or a list of texts; a whole number is taken as it is
// written, since ids of accounts look like numbers.
func (n Node) Texts() ([]string, error) {
	nodes := []Node{n}
	if _, ok := n.n.(*ast.SequenceNode); ok {
		var err error
		if nodes, err = n.List(); err != nil {
			return nil, err
		}
		if len(nodes) == 0 {
			return nil, n.Errorf("the list is empty: leave it out, or name something")
		}
	}
	var all []string
	for _, one := range nodes {
		if _, ok := one.n.(*ast.IntegerNode); ok && decimal.MatchString(one.n.GetToken().Value) {
			all = append(all, one.n.GetToken().Value)
			continue
		}
		text, err := one.Text()
		if err == nil && text == "" {
			err = one.Errorf("it is empty")
		}
		if err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, nil
}
