// Package publishers knows who is responsible for what in the words of those
// who publish it: the providers, the Cloud Security Alliance, and the general
// description that demarc's own rows follow. Their texts are not kept; rows
// are named in demarc's words and mapped to its areas.
package publishers

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"demarc/checks"
	"demarc/providers/inventory"
)

// A Grid is one publisher's division of responsibility, as of a date.
type Grid struct {
	ID        string `yaml:"id" json:"id"` // as --model takes it
	Publisher string `yaml:"publisher" json:"publisher"`
	Provider  string `yaml:"provider" json:"provider"` // whose grid of itself it is; empty for others
	Title     string `yaml:"title" json:"title"`
	Version   string `yaml:"version" json:"version"`
	Date      string `yaml:"date" json:"date"` // of the version, or on which it was read
	URL       string `yaml:"url" json:"url"`
	Note      string `yaml:"note" json:"note"`
	Rows      []Row  `yaml:"rows" json:"rows"`
}

// A Row is one thing that someone answers for.
type Row struct {
	Title  string        `yaml:"title" json:"title"`
	Aspect Aspect        `yaml:"aspect" json:"aspect"`
	Areas  []checks.Area `yaml:"areas" json:"areas"` // the rows of demarc's matrix that it is about
	// Owners are by service model; a model that the publisher does not speak
	// of is left out.
	Owners map[inventory.Model]checks.Owner `yaml:"owners" json:"owners"`
}

// An Aspect parts the machinery from its use: a provider may run the sign-in
// service while the customer decides who must use a second factor.
type Aspect string

// The aspects; empty where the publisher does not part them.
const (
	Mechanism     Aspect = "mechanism"
	Configuration Aspect = "configuration"
)

//go:embed grids.yaml ccm.tsv assurance.yaml
var files embed.FS

// Grids lists the publishers' grids. They are part of the program.
var Grids = sync.OnceValue(func() []Grid {
	var file struct {
		Grids []Grid `yaml:"grids"`
	}
	text, err := files.ReadFile("grids.yaml")
	if err == nil {
		err = yaml.UnmarshalWithOptions(text, &file, yaml.Strict())
	}
	for i := range file.Grids {
		if file.Grids[i].ID == "ccm" && err == nil {
			file.Grids[i].Rows, err = ccm()
		}
	}
	if err != nil {
		panic("the publishers' grids: " + err.Error())
	}
	return file.Grids
})

// ByID finds a grid by its id.
func ByID(id string) (Grid, bool) {
	i := slices.IndexFunc(Grids(), func(g Grid) bool { return g.ID == id })
	if i < 0 {
		return Grid{}, false
	}
	return Grids()[i], true
}

// IDs lists the ids of the grids.
func IDs() (all []string) {
	for _, g := range Grids() {
		all = append(all, g.ID)
	}
	return all
}

// domains are the areas that the domains of the Cloud Controls Matrix are about.
var domains = map[string][]checks.Area{
	"A&A": {checks.Assurance}, "AIS": {checks.Application}, "BCR": {checks.Data, checks.Response}, "CCC": {checks.Configuration},
	"CEK": {checks.Data}, "DCS": {checks.Facilities}, "DSP": {checks.Data}, "GRC": {checks.Assurance}, "HRS": {checks.Response},
	"IAM": {checks.Identity}, "IPY": {checks.Platform}, "IVS": {checks.Network}, "LOG": {checks.Logging}, "SEF": {checks.Response},
	"STA": {checks.Assurance}, "TVM": {checks.OS, checks.Application}, "UEM": {checks.Devices},
}

// ccm reads the ids of the Cloud Controls Matrix and who owns each.
func ccm() (all []Row, err error) {
	text, err := files.ReadFile("ccm.tsv")
	if err != nil {
		return nil, err
	}
	words := map[string]checks.Owner{"CSP-Owned": checks.Provider, "CSC-Owned": checks.Customer, "Shared": checks.Shared}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		cells := strings.Split(line, "\t")
		domain, _, _ := strings.Cut(cells[0], "-")
		row := Row{Title: cells[0], Areas: domains[domain], Owners: map[inventory.Model]checks.Owner{}}
		for i, m := range []inventory.Model{inventory.IaaS, inventory.PaaS, inventory.SaaS} {
			owner, ok := words[cells[i+1]]
			if !ok {
				return nil, fmt.Errorf("ccm.tsv: %s: unknown owner %q", cells[0], cells[i+1])
			}
			row.Owners[m] = owner
		}
		all = append(all, row)
	}
	return all, nil
}

// For is the grid that a provider publishes of itself.
func For(provider string) Grid {
	for _, g := range Grids() {
		if g.Provider == provider {
			return g
		}
	}
	return Grid{}
}

// A Difference is where publishers give one area of one service model to
// different owners.
type Difference struct {
	Area  checks.Area     `json:"area"`
	Model inventory.Model `json:"serviceModel"`
	Says  []Said          `json:"says"`
}

// Said is what one publisher's row says.
type Said struct {
	Grid   string       `json:"grid"`
	Row    string       `json:"row"`
	Aspect Aspect       `json:"aspect,omitempty"`
	Owner  checks.Owner `json:"owner"`
}

// Differences lists where the grids disagree, older editions aside. The Cloud
// Controls Matrix counts by its controls, of which some may be the provider's
// in an area and others the customer's: it is left out.
func Differences() (all []Difference) {
	for _, a := range checks.Areas {
		for _, m := range inventory.Models {
			d := Difference{Area: a, Model: m}
			owners := map[checks.Owner]bool{}
			for _, g := range Grids() {
				if g.ID == "ccm" || strings.HasSuffix(g.ID, "-older") {
					continue
				}
				for _, r := range g.Rows {
					if o, ok := r.Owners[m]; ok && slices.Contains(r.Areas, a) {
						d.Says = append(d.Says, Said{g.ID, r.Title, r.Aspect, o})
						owners[o] = true
					}
				}
			}
			if len(owners) > 1 {
				all = append(all, d)
			}
		}
	}
	return all
}
