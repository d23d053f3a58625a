package publishers

import (
	"sync"

	"github.com/goccy/go-yaml"
)

// An Assurance is an audit of a provider that it publishes the result of.
type Assurance struct {
	Provider string `yaml:"provider" json:"provider"`
	Name     string `yaml:"name" json:"name"`     // "SOC 2"
	URL      string `yaml:"url" json:"url"`       // where the provider says so
	Report   string `yaml:"report" json:"report"` // where a customer gets the report
}

var assurances = sync.OnceValue(func() []Assurance {
	var file struct {
		Assurances []Assurance `yaml:"assurances"`
	}
	text, err := files.ReadFile("assurance.yaml")
	if err == nil {
		err = yaml.UnmarshalWithOptions(text, &file, yaml.Strict())
	}
	if err != nil {
		panic("assurance.yaml: " + err.Error())
	}
	return file.Assurances
})

// Assurances lists what a provider publishes of the audits of its half.
func Assurances(provider string) (own []Assurance) {
	for _, a := range assurances() {
		if a.Provider == provider {
			own = append(own, a)
		}
	}
	return own
}
