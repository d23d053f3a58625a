package frameworks

import (
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"demarc/checks"
	"demarc/checks/publishers"
	"demarc/providers/inventory"
)

//go:embed *.tsv
var files embed.FS

// A Requirement is one of a framework, by its id. What the framework does not
// say of it is empty.
type Requirement struct {
	ID         string
	Level      string // of a benchmark, a baseline, a category; a severity where that is what there is
	Assessment string // "Automated" or "Manual", in a benchmark's own word
	// Owner is Provider where it is met by the provider's own buildings and
	// machines, and by nothing in an account.
	Owner checks.Owner
	// Owners are by service model, where a publisher says so.
	Owners map[inventory.Model]checks.Owner
}

// rows reads the rows of a file, by the heads of its columns. The files are
// part of the program.
func rows(name string) (all []map[string]string) {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	heads := strings.Split(lines[0], "\t")
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range strings.Split(line, "\t") {
			row[heads[i]] = cell
		}
		all = append(all, row)
	}
	return all
}

// catalogues are the requirements of each framework, in its own order.
var catalogues = sync.OnceValue(func() map[checks.Framework][]Requirement {
	out := map[checks.Framework][]Requirement{}
	for _, fw := range Names() {
		for _, row := range rows(string(fw) + ".tsv") {
			out[fw] = append(out[fw], Requirement{
				ID: row["requirement"], Level: row["level"], Assessment: row["assessment"], Owner: checks.Owner(row["owner"]),
			})
		}
	}
	if ccm, ok := publishers.ByID("ccm"); ok {
		for i := range out[CCM4] {
			for _, row := range ccm.Rows {
				if row.Title == out[CCM4][i].ID {
					out[CCM4][i].Owners = row.Owners
				}
			}
		}
	}
	return out
})

// Catalogue lists the requirements of a framework in its own order. The list
// is shared: it is not to be changed.
func Catalogue(fw checks.Framework) []Requirement { return catalogues()[fw] }

// Requirements lists the ids of a framework, in its own order.
func Requirements(fw checks.Framework) (ids []string) {
	for _, r := range Catalogue(fw) {
		ids = append(ids, r.ID)
	}
	return ids
}

// table maps an alias to the requirements of each framework. Providers may use
// one alias each: then it stands for what any of them says.
var table = sync.OnceValue(func() map[string]map[checks.Framework][]string {
	all := map[string]map[checks.Framework][]string{}
	for _, row := range slices.Concat(rows("aws.tsv"), rows("azure.tsv"), rows("gcp.tsv"), rows("general.tsv")) {
		alias := row["alias"]
		if all[alias] == nil {
			all[alias] = map[checks.Framework][]string{}
		}
		for head, cell := range row {
			if ids := strings.Fields(cell); head != "alias" && len(ids) > 0 {
				fw := checks.Framework(head)
				all[alias][fw] = append(all[alias][fw], ids...)
			}
		}
	}
	return all
})

// Controls lists all requirements that a check answers for: those that it
// states, and those that follow from its aliases, sorted.
func Controls(stated map[checks.Framework][]string, aliases []string) map[checks.Framework][]string {
	all := map[checks.Framework][]string{}
	for fw, ids := range stated {
		all[fw] = append(all[fw], ids...)
	}
	for _, a := range aliases {
		for fw, ids := range table()[a] {
			all[fw] = append(all[fw], ids...)
		}
	}
	for fw := range maps.Keys(all) {
		slices.Sort(all[fw])
		all[fw] = slices.Compact(all[fw])
	}
	return all
}

// OfControl is Controls for a control that a person answers: those that every
// provider has go by the last part of their ids.
func OfControl(stated map[checks.Framework][]string, id string) map[checks.Framework][]string {
	_, what, _ := strings.Cut(id, "-manual-")
	return Controls(stated, []string{"manual:" + what})
}

// ControlID writes a requirement as OSCAL names controls: a token, which
// begins with a letter and holds letters, digits, dots, hyphens and
// underscores. NIST publishes its own catalogue under such ids ("ac-2.1"); of
// the others the framework's name stands before the requirement's.
func ControlID(fw checks.Framework, requirement string) string {
	if fw == NIST80053 {
		return strings.NewReplacer("(", ".", ")", "").Replace(strings.ToLower(requirement))
	}
	return string(fw) + "_" + strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-', r == '_':
			return r
		}
		return '-'
	}, requirement)
}
