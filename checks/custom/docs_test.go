package custom_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"demarc/checks/all"
	"demarc/checks/custom"
	"demarc/providers/inventory"
)

// Every example of the documentation compiles over the real inventory, and
// judges its samples as it says.
func TestDocumentedExamples(t *testing.T) {
	page, err := os.ReadFile("../../docs/custom-checks.md")
	if err != nil {
		t.Fatal(err)
	}
	compiler, n := custom.NewCompiler(all.Checks), 0
	for i, part := range strings.Split(string(page), "```yaml\n")[1:] {
		text, _, _ := strings.Cut(part, "```")
		compiled, err := compiler.Read(fmt.Sprintf("example %d", i+1), []byte(text))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, c := range compiled {
			n++
			if len(c.Samples()) < 2 {
				t.Errorf("%s has %d samples", c.Check.ID, len(c.Samples()))
			}
			for _, s := range c.Samples() {
				if got, err := c.Try(s, inventory.FixtureNow); string(got) != s.Want {
					t.Errorf("%s: %s: %s (%v), want %s", c.Check.ID, s.Name, got, err, s.Want)
				}
			}
		}
	}
	if n < 15 {
		t.Errorf("%d examples, fewer than 15", n)
	}
}

// The file that "checks new" begins with compiles, for every kind that there is.
func TestSkeletons(t *testing.T) {
	compiler := custom.NewCompiler(all.Checks)
	for _, kind := range compiler.Kinds() {
		text, err := compiler.Skeleton(kind)
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		compiled, err := compiler.Read(kind, []byte(text))
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		for _, s := range compiled[0].Samples() {
			if got, err := compiled[0].Try(s, inventory.FixtureNow); string(got) != s.Want {
				t.Errorf("%s: %s: %s (%v)", kind, s.Name, got, err)
			}
		}
	}
}

// Whatever a file holds, it is compiled or refused with its name.
func FuzzRead(f *testing.F) {
	compiler := custom.NewCompiler(all.Checks)
	text, err := compiler.Skeleton("aws.s3.Bucket")
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(text))
	f.Add([]byte("checks: [{id: a, expr: 'resource.x'}]"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if _, err := compiler.Read("file", text); err != nil && !strings.HasPrefix(err.Error(), "file:") {
			t.Errorf("the error %q names no file", err)
		}
	})
}

// Errors name the place in the file, in blocks and in lines.
func TestPlaces(t *testing.T) {
	head := "checks:\n  - id: aws-custom-a\n    title: t\n    why: w\n    severity: low\n    area: data\n    resource: aws.s3.Bucket\n"
	for expr, want := range map[string]string{
		"    expr: resource.colour == 'a'\n":                    "f:8:19: expr",
		"    expr: 'resource.colour == \"a\"'\n":                "f:8:20: expr",
		"    expr: |\n      1 == 1 &&\n      resource.colour\n": "f:10: expr",
		"    expr: 1 == 1\n    ar: x\n":                         "f:9:5: unknown field",
	} {
		_, err := custom.NewCompiler(all.Checks).Read("f", []byte(head+expr))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", expr, err, want)
		}
	}
}
