package checks

import (
	_ "embed" // for the duties
	"path"
	"sync"

	"github.com/goccy/go-yaml"
)

// A Duty is something that the customer has to do, in the words of the areas'
// rows. Which checks look at it is said by patterns of check ids, so that what
// no check looks at can be shown.
type Duty struct {
	Area   Area     `yaml:"area"`
	Text   string   `yaml:"text"`
	Checks []string `yaml:"checks"` // patterns as of path.Match
}

// LookedAt reports whether a check named id looks at the duty.
func (d Duty) LookedAt(id string) bool {
	for _, p := range d.Checks {
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
