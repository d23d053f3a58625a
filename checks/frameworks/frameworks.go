// Package frameworks knows the catalogues of requirements: their ids, and
// which requirements follow from what a check is called elsewhere. Ids are
// facts; the catalogues' texts are not kept.
package frameworks

import (
	"slices"
	"strings"

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
	CCM4      checks.Framework = "csa-ccm-4.0"
)

// Info says what a framework is.
type Info struct {
	Name     checks.Framework `json:"name"`
	Title    string           `json:"title"`
	Provider string           `json:"provider"` // of one cloud alone; empty where it is of all
	Short    []string         `json:"short"`    // what people type for it, the usual word first
	List     string           `json:"list"`     // what the list of its requirements holds
}

var all = []Info{
	{CISAWS7, "CIS Amazon Web Services Foundations Benchmark 7.0", "aws", []string{"cis-aws-7", "cis-aws"}, "all requirements"},
	{FSBP, "AWS Foundational Security Best Practices", "aws", []string{"fsbp"}, "all controls"},
	{CISAzure6, "CIS Microsoft Azure Foundations Benchmark 6.0", "azure", []string{"cis-azure-6", "cis-azure"}, "all requirements"},
	{CISGCP5, "CIS Google Cloud Platform Foundation Benchmark 5.0", "gcp", []string{"cis-gcp-5", "cis-gcp"}, "all requirements"},
	{CCM4, "CSA Cloud Controls Matrix 4", "", []string{"ccm-4", "ccm", "csa-ccm-4", "csa-ccm"}, "all controls; owners of those that a publisher names"},
	{ISO27001, "ISO/IEC 27001:2022, Annex A", "", []string{"iso27001-2022", "iso-27001"}, "all controls of the annex"},
	{NIST80053, "NIST SP 800-53 Revision 5", "", []string{"nist-800-53-r5", "nist-800-53"}, "the controls of the low, moderate and high baselines, and those beyond them that checks answer for"},
	{PCI4, "PCI DSS 4.0", "", []string{"pci-4", "pci", "pci-dss-4", "pci-dss", "pci-dss-4.0.1"}, "all requirements and the appendices"},
	{SOC2, "SOC 2, Trust Services Criteria 2017", "", []string{"soc2"}, "all criteria of the five categories"},
}

// All lists the frameworks, those of one cloud first.
func All() []Info { return slices.Clone(all) }

// Names lists the frameworks' names.
func Names() (names []checks.Framework) {
	for _, i := range all {
		names = append(names, i.Name)
	}
	return names
}

// About returns what a framework is.
func About(fw checks.Framework) (Info, bool) {
	i := slices.IndexFunc(all, func(i Info) bool { return i.Name == fw })
	if i < 0 {
		return Info{}, false
	}
	return all[i], true
}

// Find finds a framework by its name or by what people type for it; capitals,
// hyphens and dots do not matter.
func Find(word string) (checks.Framework, bool) {
	want := plain(word)
	for _, i := range all {
		if plain(string(i.Name)) == want || slices.ContainsFunc(i.Short, func(s string) bool { return plain(s) == want }) {
			return i.Name, true
		}
	}
	return "", false
}

// plain keeps the letters and digits of a word.
func plain(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, word)
}

// Stated lists the frameworks that checks state themselves.
func Stated() []checks.Framework { return []checks.Framework{CISAWS7, FSBP, CISAzure6, CISGCP5} }
