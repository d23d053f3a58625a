// Package glossary knows what each provider calls the same control, and the
// checks that look at it.
package glossary

import (
	_ "embed" // for the terms
	"path"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"
)

// A Term is one control under the names that the providers have for it.
type Term struct {
	ID      string            `yaml:"id" json:"id"`           // "public-access"
	Title   string            `yaml:"title" json:"title"`     // in demarc's words
	Meaning string            `yaml:"meaning" json:"meaning"` // what it does, in a sentence
	Names   map[string]string `yaml:"names" json:"names"`     // by provider: "S3 Block Public Access"
	Checks  []string          `yaml:"checks" json:"-"`        // patterns of check ids, as of path.Match
}

//go:embed glossary.yaml
var text []byte

// Terms lists the terms by their ids. They are part of the program.
var Terms = sync.OnceValue(func() []Term {
	var file struct {
		Terms []Term `yaml:"terms"`
	}
	if err := yaml.UnmarshalWithOptions(text, &file, yaml.Strict()); err != nil {
		panic("glossary.yaml: " + err.Error())
	}
	slices.SortFunc(file.Terms, func(a, b Term) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return file.Terms
})

// Matches reports whether the check with that id looks at the term.
func (t Term) Matches(id string) bool {
	return slices.ContainsFunc(t.Checks, func(p string) bool {
		ok, err := path.Match(p, id)
		return ok && err == nil
	})
}
