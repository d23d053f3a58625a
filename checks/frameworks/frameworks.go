// Package frameworks knows the catalogues of requirements: their ids, and
// which requirements follow from what a check is called elsewhere. Ids are
// facts; the catalogues' texts are not kept.
package frameworks

import (
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"demarc/checks"
)

// The frameworks that checks state themselves.
const (
	CISAWS7   checks.Framework = "cis-aws-7.0"
	FSBP      checks.Framework = "aws-fsbp"
	CISAzure6 checks.Framework = "cis-azure-6.0"
	CISGCP5   checks.Framework = "cis-gcp-5.0"
)

// The frameworks that follow from aliases.
const (
	NIST80053 checks.Framework = "nist-800-53-r5"
	PCI4      checks.Framework = "pci-dss-4.0"
	SOC2      checks.Framework = "soc-2"
	ISO27001  checks.Framework = "iso-27001-2022"
)

//go:embed *.tsv
var files embed.FS

// kept are the catalogues of whole frameworks, by their files.
var kept = map[checks.Framework]string{CISAWS7: "cis-aws-7.0.tsv", FSBP: "aws-fsbp.tsv", CISAzure6: "cis-azure-6.0.tsv", CISGCP5: "cis-gcp-5.0.tsv"}

// rows reads the rows of a file below its heads. The files are part of the
// program.
func rows(name string) (all [][]string) {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		all = append(all, strings.Split(line, "\t"))
	}
	return all
}

// table maps an alias to the requirements of each framework.
var table = sync.OnceValue(func() map[string]map[checks.Framework][]string {
	columns := []checks.Framework{NIST80053, PCI4, SOC2, ISO27001}
	all := map[string]map[checks.Framework][]string{}
	for _, cells := range slices.Concat(rows("aws.tsv"), rows("azure.tsv"), rows("gcp.tsv")) {
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
	return []checks.Framework{CISAWS7, FSBP, CISAzure6, CISGCP5, ISO27001, NIST80053, PCI4, SOC2}
}

// Whole lists the frameworks whose catalogue is kept.
func Whole() []checks.Framework { return []checks.Framework{CISAWS7, FSBP, CISAzure6, CISGCP5} }

// Requirements lists the ids of a framework whose catalogue is kept, in its
// own order.
func Requirements(fw checks.Framework) (ids []string) {
	name, ok := kept[fw]
	if !ok {
		return nil
	}
	for _, cells := range rows(name) {
		ids = append(ids, cells[0])
	}
	return ids
}
