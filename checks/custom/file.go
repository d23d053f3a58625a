package custom

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxFile is how long a file may be, in bytes.
const maxFile = 1 << 20

// Read compiles the checks of a file. Errors, all that there are, name the
// file, the line and the column.
func (c *Compiler) Read(name string, text []byte) ([]*Compiled, error) {
	if len(text) > maxFile {
		return nil, fmt.Errorf("%s: longer than the %d bytes that a file of checks may have", name, maxFile)
	}
	var file struct {
		Checks []Spec `yaml:"checks"`
	}
	if err := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict()).Decode(&file); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s:%s", name, place(err))
	}
	tree, err := parser.ParseBytes(text, 0)
	if err != nil {
		return nil, fmt.Errorf("%s:%s", name, place(err))
	}
	if len(file.Checks) == 0 {
		return nil, fmt.Errorf("%s: it holds no checks under the key checks", name)
	}
	var all []*Compiled
	var errs []error
	seen := map[string]bool{}
	for i, s := range file.Checks {
		compiled, err := c.Compile(s)
		if err == nil && seen[s.ID] {
			err = &Error{Key: "id", What: s.ID + " stands twice"}
		}
		seen[s.ID] = true
		var e *Error
		switch {
		case errors.As(err, &e):
			errs = append(errs, fmt.Errorf("%s:%s %w", name, at(tree, i, e), err))
		case err != nil:
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
		default:
			all = append(all, compiled)
		}
	}
	return all, errors.Join(errs...)
}

// place words an error of the decoder: its line, its column, what is wrong.
func place(err error) string {
	var e yaml.Error
	if errors.As(err, &e) && e.GetToken() != nil {
		p := e.GetToken().Position
		return fmt.Sprintf("%d:%d: %s", p.Line, p.Column, e.GetMessage())
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return " " + first
}

// at is where in the file a mistake is: in an expression, its own place.
func at(tree *ast.File, check int, e *Error) string {
	node := find(tree, fmt.Sprintf("$.checks[%d].%s", check, e.Key))
	if node == nil {
		node = find(tree, fmt.Sprintf("$.checks[%d]", check))
	}
	if node == nil || node.GetToken() == nil {
		return ""
	}
	t := node.GetToken()
	line, column := t.Position.Line, t.Position.Column
	if e.Line == 0 {
		return fmt.Sprintf("%d:%d:", line, column)
	}
	switch {
	case node.Type() == ast.LiteralType: // a block: its text begins on the next line
		return fmt.Sprintf("%d:", line+e.Line)
	case t.Type == token.DoubleQuoteType || t.Type == token.SingleQuoteType:
		column++
	}
	if e.Line > 1 {
		return fmt.Sprintf("%d:", line+e.Line-1)
	}
	return fmt.Sprintf("%d:%d:", line, column+e.Column-1)
}

func find(tree *ast.File, path string) ast.Node {
	p, err := yaml.PathString(path)
	if err != nil {
		return nil
	}
	node, err := p.FilterFile(tree)
	if err != nil {
		return nil
	}
	return node
}

// Load compiles the checks of files, and of the YAML files in folders.
func (c *Compiler) Load(paths []string) (all []*Compiled, err error) {
	var files []string
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("cannot read the checks: %w", err)
		}
		if !info.IsDir() {
			files = append(files, p)
			continue
		}
		err = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && (strings.HasSuffix(path, ".yaml") || strings.HasSuffix(path, ".yml")) {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("cannot read the checks: %w", err)
		}
	}
	slices.Sort(files)
	var errs []error
	seen := map[string]string{}
	for _, f := range slices.Compact(files) {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, fmt.Errorf("cannot read the checks: %w", err)
		}
		got, err := c.Read(f, text)
		errs = append(errs, err)
		for _, one := range got {
			if other := seen[one.Check.ID]; other != "" {
				errs = append(errs, fmt.Errorf("%s: the check %s is in %s too", f, one.Check.ID, other))
			}
			seen[one.Check.ID] = f
		}
		all = append(all, got...)
	}
	return all, errors.Join(errs...)
}

// Samples are the samples that a check comes with.
func (c *Compiled) Samples() []Sample { return c.spec.Tests }
