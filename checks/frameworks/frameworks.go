// Package frameworks knows the catalogues of requirements: their ids, and
// which requirements follow from what a check is called elsewhere. Ids are
// facts; the catalogues' texts are not kept.
package frameworks

import (
	_ "embed" // for the catalogues
	"maps"
	"slices"
	"strings"
	"sync"

	"demarc/checks"
)

// The frameworks that follow from aliases.
const (
	NIST80053 checks.Framework = "nist-800-53-r5"
	PCI4      checks.Framework = "pci-dss-4.0"
	SOC2      checks.Framework = "soc-2"
	ISO27001  checks.Framework = "iso-27001-2022"
)

//go:embed aws.tsv
var byAlias string

//go:embed cis-aws-7.0.tsv
var cis7 string

//go:embed aws-fsbp.tsv
var fsbp string

// table maps an alias to the requirements of each framework.
var table = sync.OnceValue(func() map[string]map[checks.Framework][]string {
	columns := []checks.Framework{NIST80053, PCI4, SOC2, ISO27001}
	all := map[string]map[checks.Framework][]string{}
	for _, line := range strings.Split(strings.TrimSpace(byAlias), "\n")[1:] {
		cells := strings.Split(line, "\t")
		all[cells[0]] = map[checks.Framework][]string{}
		for i, fw := range columns {
			if i+1 < len(cells) {
				if ids := strings.FieldsFunc(cells[i+1], func(r rune) bool { return r == ',' || r == ' ' }); len(ids) > 0 {
					all[cells[0]][fw] = ids
				}
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

// Names lists the frameworks.
func Names() []checks.Framework {
	return []checks.Framework{checks.CIS7, checks.FSBP, ISO27001, NIST80053, PCI4, SOC2}
}

// Requirements lists the ids of a framework whose catalogue is kept, in its
// own order: CIS AWS 7.0 and the AWS Foundational Security Best Practices.
func Requirements(fw checks.Framework) (ids []string) {
	source := map[checks.Framework]string{checks.CIS7: cis7, checks.FSBP: fsbp}[fw]
	for _, line := range strings.Split(strings.TrimSpace(source), "\n") {
		if id, _, _ := strings.Cut(line, "\t"); id != "requirement" && id != "control" && id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}
