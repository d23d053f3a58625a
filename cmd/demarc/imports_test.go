package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// mayImport says which folders a folder's code, tests aside, may import. The
// longest prefix counts. Imports point one way: cmd, report, scanner, checks,
// providers, inventory.
var mayImport = map[string][]string{
	"providers/inventory":     {},
	"providers/addresses":     {},
	"providers/aws":           {"providers/inventory", "providers/addresses", "providers/aws"},
	"providers/aws/connect":   {"providers/inventory", "providers/aws", "scanner"},
	"providers/aws/awsfake":   {"providers/aws"},
	"checks":                  {"providers/inventory", "checks"},
	"checks/aws":              {"providers/inventory", "providers/addresses", "providers/aws", "checks"},
	"checks/azure":            {"providers/inventory", "providers/addresses", "providers/azure", "checks"},
	"checks/gcp":              {"providers/inventory", "providers/addresses", "providers/gcp", "checks"},
	"providers/azure":         {"providers/inventory", "providers/addresses", "providers/azure"},
	"providers/azure/connect": {"providers/inventory", "providers/azure", "scanner"},
	"providers/gcp":           {"providers/inventory", "providers/addresses", "providers/gcp"},
	"providers/gcp/connect":   {"providers/inventory", "providers/gcp", "scanner"},
	"scanner":                 {"providers/inventory", "checks", "scanner"},
	"report":                  {"providers/inventory", "checks", "scanner", "report"},
	"examples":                {"providers", "checks", "scanner", "report", "examples"},
	"cmd":                     {"providers", "checks", "scanner", "report", "examples", "cmd"},
	".ci":                     {"providers", "checks", "scanner", "report"},
}

// noSDK are the folders that no provider's SDK may reach.
var noSDK = []string{"providers/inventory", "checks", "scanner", "report"}

func TestImportsPointOneWay(t *testing.T) {
	const root = "../.."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && rel != "." && rel != ".ci" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(rel))
		for _, i := range f.Imports {
			imported, _ := strconv.Unquote(i.Path.Value)
			if isSDK(imported) && under(folder, noSDK) {
				t.Errorf("%s imports the SDK: %s", rel, imported)
			}
			if imported == "text/template" || imported == "html/template" {
				t.Errorf("%s imports %s: the linker would keep every operation of the SDK", rel, imported)
			}
			if own, ok := strings.CutPrefix(imported, "demarc/"); ok && !under(own, allowed(folder)) {
				t.Errorf("%s imports %s", rel, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The clouds' words stay out of what is common to all clouds: its code names no
// provider, nor any provider's service.
func TestCommonCodeNamesNoCloud(t *testing.T) {
	words := regexp.MustCompile(`(?i)\b(aws|amazon|azure|gcp|google|entra|arn|s3|ec2|iam|lambda|cloudtrail|guardduty|kms|rds|bigquery|keyvault)\b`)
	for _, pattern := range []string{"providers/inventory/*.go", "scanner/*.go", "checks/*.go", "checks/checktest/*.go", "report/*.go", "report/matrix/*.go"} {
		files, err := filepath.Glob("../../" + pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") { // tests are of some cloud's estate
				continue
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i, line := range strings.Split(string(text), "\n") {
				if w := words.FindString(line); w != "" {
					t.Errorf("%s:%d names %s: %s", path, i+1, w, strings.TrimSpace(line))
				}
			}
		}
	}
}

func isSDK(path string) bool {
	for _, p := range []string{"github.com/aws/", "github.com/Azure/", "cloud.google.com/", "google.golang.org/"} {
		if strings.HasPrefix(path, p) {
			return true
		}
	}
	return false
}

func allowed(folder string) []string {
	best := ""
	for f := range mayImport {
		if under(folder, []string{f}) && len(f) > len(best) {
			best = f
		}
	}
	return mayImport[best]
}

func under(folder string, of []string) bool {
	for _, f := range of {
		if folder == f || strings.HasPrefix(folder, f+"/") {
			return true
		}
	}
	return false
}
