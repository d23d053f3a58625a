package checks

import (
	_ "embed" // for the duties
	"path"
	"sync"

	"github.com/goccy/go-yaml"

	"demarc/providers/inventory"
)

// A Duty is something that the customer has to do, in the words of the areas'
// rows. Which checks look at it, and which controls a person answers for it, is
// said by patterns of their ids, so that what nothing answers can be shown.
type Duty struct {
	ID     string            `yaml:"id" json:"id"`
	Area   Area              `yaml:"area" json:"area"`
	Text   string            `yaml:"text" json:"text"`
	Models []inventory.Model `yaml:"models" json:"models"` // where it is the customer's; everywhere where empty
	Checks []string          `yaml:"checks" json:"-"`      // patterns as of path.Match
	Attest []string          `yaml:"attest" json:"-"`
}

// LookedAt reports whether a check named id looks at the duty. A check that is
// no control of a person's is never one that a person answers.
func (d Duty) LookedAt(id string) bool { return matches(d.Checks, id) }

// AnsweredBy reports whether the control named id answers for the duty.
func (d Duty) AnsweredBy(id string) bool { return matches(d.Attest, id) }

func matches(patterns []string, id string) bool {
	for _, p := range patterns {
		if ok, err := path.Match(p, id); ok && err == nil {
			return true
		}
	}
	return false
}

//go:embed duties.yaml
var dutiesYAML []byte

// Duties lists the customer's duties by area. They are part of the program.
var Duties = sync.OnceValue(func() []Duty {
	var file struct {
		Duties []Duty `yaml:"duties"`
	}
	if err := yaml.UnmarshalWithOptions(dutiesYAML, &file, yaml.Strict()); err != nil {
		panic("duties.yaml: " + err.Error())
	}
	return file.Duties
})
