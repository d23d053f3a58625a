package checktest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarc/checks"
)

// Listed fails for each package variable of the current directory that is
// declared as &checks.Check{...} and is not in all: a check that nobody runs.
// It fails too for a file with a check and no test file beside it.
func Listed(t *testing.T, all []*checks.Check) {
	t.Helper()
	if err := checks.Validate(all); err != nil {
		t.Error(err)
	}
	listed := map[string]bool{}
	for _, c := range all {
		listed[c.ID] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ids := declared(f)
		for _, id := range ids {
			if !listed[id] {
				t.Errorf("%s: the check %s is declared and not listed in All", name, id)
			}
		}
		if _, err := os.Stat(strings.TrimSuffix(name, ".go") + "_test.go"); err != nil && len(ids) > 0 {
			t.Errorf("%s holds a check and has no test file beside it", name)
		}
	}
}

// declared lists the ids in the checks.Check literals of f.
func declared(f *ast.File) (ids []string) {
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		if sel, ok := lit.Type.(*ast.SelectorExpr); !ok || sel.Sel.Name != "Check" {
			return true
		}
		for _, e := range lit.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if !ok || kv.Key.(*ast.Ident).Name != "ID" {
				continue
			}
			if id, ok := kv.Value.(*ast.BasicLit); ok {
				ids = append(ids, strings.Trim(id.Value, `"`))
			}
		}
		return true
	})
	return ids
}
