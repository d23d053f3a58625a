package config

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../../../docs/config.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The published schema has the settings that the program reads, and no others.
func TestSchemaIsTheFile(t *testing.T) {
	raw, err := os.ReadFile("../../../docs/config.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	same(t, "", reflect.TypeFor[File](), doc)
}

func same(t *testing.T, at string, typ reflect.Type, doc map[string]any) {
	props, _ := doc["properties"].(map[string]any)
	var names []string
	for i := range typ.NumField() {
		f := typ.Field(i)
		name := f.Tag.Get("yaml")
		if name == "" {
			continue
		}
		names = append(names, name)
		sub, ok := props[name].(map[string]any)
		if !ok {
			t.Errorf("the schema lacks %s.%s", at, name)
			continue
		}
		ft := f.Type
		if ft.Kind() == reflect.Slice && ft.Elem().Kind() == reflect.Struct {
			ft = ft.Elem()
			sub, _ = sub["items"].(map[string]any)
		}
		if ft.Kind() == reflect.Struct {
			same(t, at+"."+name, ft, sub)
		}
	}
	for name := range props {
		if !slices.Contains(names, name) {
			t.Errorf("the program does not read %s.%s", at, name)
		}
	}
}

// The example is what the program and the schema take.
func TestExample(t *testing.T) {
	f, err := Parse("example", []byte(Example))
	if err != nil || f.FailOn != "high" {
		t.Fatalf("%+v, %v", f, err)
	}
	var doc any
	if err := yaml.Unmarshal([]byte("version: 1\nchecks: {services: [s3]}\nparameters: {a-b.c: 1}\noutputs: [{format: text, file: '-'}]\nfailOn: none\n"), &doc); err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := jsonschema.UnmarshalJSON(strings.NewReader(string(raw)))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema(t).Validate(plain); err != nil {
		t.Error(err)
	}
}

// Errors name the file, the line, the column and what is wrong.
func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"version: 1\nchecks:\n  onyl: [a]\n":   "f:3:3: unknown field \"onyl\"",
		"version: 1\nfailOn: [high]\n":         "f:2:9:",
		"version: 1\nconcurrency: many\n":      "f:2:14:",
		"version: 2\n":                         "f:1:10: the version is to be 1, and is 2",
		"checks: {only: [a]}\n":                "the version is to be 1, and is 0",
		"version: 1\n  checks: {\n":            "f:",
		"version: 1\nversion: 1\n":             "f:2:1:",
		"version: 1\nsuppressions: {a: b}\n":   "f:2:15:",
		strings.Repeat("#", most) + "\nx: 1\n": "f: longer than",
	} {
		_, err := Parse("f", []byte(text))
		if err == nil || !strings.HasPrefix(err.Error(), "f:") || !strings.Contains(err.Error(), want) {
			t.Errorf("%.30q: %v", text, err)
		}
	}
}

func TestFlags(t *testing.T) {
	f, err := Parse("f", []byte("version: 1\nchecks: {only: [a, b]}\nfailOn: low\nconcurrency: 8\noutputs: [{format: json, file: x.json}, {format: text, file: \"-\"}]\naws: {regions: [eu-west-1]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{"check": {"a", "b"}, "fail-on": {"low"}, "concurrency": {"8"}, "format": {"json", "text"}, "output": {"x.json", "-"}, "region": {"eu-west-1"}}
	if got := f.Flags(); !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

// Whatever a file holds, it is read or refused with a place.
func FuzzParse(f *testing.F) {
	f.Add([]byte(Example))
	f.Add([]byte("version: 1\nparameters: {a.b: [1, x]}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := Parse("f", text)
		if (file == nil) == (err == nil) {
			t.Errorf("%v, %v", file, err)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "f:") {
			t.Errorf("the error %q names no file", err)
		}
	})
}
