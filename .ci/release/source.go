package main

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// asVersion keeps a version from being anything but a part of a file's name.
var asVersion = regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$`)

// versionIn reads the value of the variable "version" from a file of Go: the
// place that the program itself takes it from.
func versionIn(path string) (string, error) {
	source, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		return "", err
	}
	for _, d := range source.Decls {
		general, ok := d.(*ast.GenDecl)
		if !ok || general.Tok != token.VAR {
			continue
		}
		for _, s := range general.Specs {
			v := s.(*ast.ValueSpec)
			if len(v.Names) != 1 || v.Names[0].Name != "version" || len(v.Values) != 1 {
				continue
			}
			literal, ok := v.Values[0].(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				continue
			}
			version, err := strconv.Unquote(literal.Value)
			if err == nil && !asVersion.MatchString(version) {
				err = fmt.Errorf("%s: version %q is not of the form 1.2.3", path, version)
			}
			return version, err
		}
	}
	return "", fmt.Errorf("%s: no variable version that is a string", path)
}

// goVersion reads the line "go" of a go.mod.
func goVersion(path string) (string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	lines := bufio.NewScanner(bytes.NewReader(content))
	for lines.Scan() {
		if version, ok := strings.CutPrefix(lines.Text(), "go "); ok {
			return strings.TrimSpace(version), nil
		}
	}
	return "", fmt.Errorf("%s: no line with the version of Go", path)
}
