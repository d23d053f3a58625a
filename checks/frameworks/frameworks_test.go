package frameworks_test

import (
	"regexp"
	"slices"
	"testing"

	"demarc/checks"
	"demarc/checks/all"
	"demarc/checks/frameworks"
)

// What people type.
func TestFind(t *testing.T) {
	for word, want := range map[string]checks.Framework{
		"cis-aws-7": frameworks.CISAWS7, "cis-aws-7.0": frameworks.CISAWS7, "CIS AWS 7": frameworks.CISAWS7, "fsbp": frameworks.FSBP, "aws-fsbp": frameworks.FSBP,
		"cis-azure-6": frameworks.CISAzure6, "cis-gcp-5": frameworks.CISGCP5, "nist-800-53-r5": frameworks.NIST80053, "pci-4": frameworks.PCI4,
		"soc2": frameworks.SOC2, "soc-2": frameworks.SOC2, "iso27001-2022": frameworks.ISO27001, "iso-27001-2022": frameworks.ISO27001, "ccm-4": frameworks.CCM4, "csa-ccm-4.0": frameworks.CCM4,
		"": "", "cis": "", "cis-aws-6": "", "nist": "",
	} {
		if got, ok := frameworks.Find(word); got != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", word, got, want)
		}
	}
}

// The lists have as many requirements as the standards print.
func TestCatalogues(t *testing.T) {
	sizes := map[checks.Framework]int{
		frameworks.CISAWS7: 70, frameworks.FSBP: 367, frameworks.CISAzure6: 127, frameworks.CISGCP5: 93,
		frameworks.CCM4: 197, frameworks.ISO27001: 93, frameworks.SOC2: 61,
	}
	token := regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9._-]*$`)
	for _, fw := range frameworks.Names() {
		ids := frameworks.Requirements(fw)
		if n, ok := sizes[fw]; ok && len(ids) != n {
			t.Errorf("%s has %d requirements, want %d", fw, len(ids), n)
		}
		tokens := map[string]bool{}
		for _, id := range ids {
			c := frameworks.ControlID(fw, id)
			if !token.MatchString(c) || tokens[c] {
				t.Errorf("%s %s is called %q", fw, id, c)
			}
			tokens[c] = true
		}
	}
	baseline := map[string]int{}
	for _, r := range frameworks.Catalogue(frameworks.NIST80053) {
		baseline[r.Level]++
	}
	// SP 800-53B: 149, 287 and 370 controls and enhancements.
	if baseline["low"] != 149 || baseline["low"]+baseline["moderate"] != 287 || baseline["low"]+baseline["moderate"]+baseline["high"] != 370 {
		t.Errorf("the baselines of NIST hold %v", baseline)
	}
	owned := 0
	for _, r := range frameworks.Catalogue(frameworks.CCM4) {
		if len(r.Owners) > 0 {
			owned++
		}
	}
	if owned != 65 {
		t.Errorf("%d controls of CCM have owners, want 65", owned)
	}
}

// What a check answers for is a requirement that there is.
func TestMappingsEndInTheCatalogues(t *testing.T) {
	exist := func(who string, controls map[checks.Framework][]string) {
		for fw, ids := range controls {
			for _, id := range ids {
				if !slices.Contains(frameworks.Requirements(fw), id) {
					t.Errorf("%s answers for %s %s, which there is not", who, fw, id)
				}
			}
		}
	}
	for _, c := range all.Checks {
		exist(c.ID, frameworks.Controls(c.Controls, c.Aliases))
	}
	for _, c := range all.Controls {
		exist(c.ID, frameworks.OfControl(c.Controls, c.ID))
	}
	for _, c := range checks.General("cloud", "Cloud", "its page", false) {
		if len(frameworks.OfControl(nil, c.ID)) == 0 {
			t.Errorf("%s answers for no framework", c.ID)
		}
	}
}

func TestControlID(t *testing.T) {
	for _, c := range []struct {
		fw       checks.Framework
		id, want string
	}{
		{frameworks.NIST80053, "AC-2(1)", "ac-2.1"}, {frameworks.CCM4, "A&A-02", "csa-ccm-4.0_A-A-02"}, {frameworks.CISAWS7, "2.1.1", "cis-aws-7.0_2.1.1"},
	} {
		if got := frameworks.ControlID(c.fw, c.id); got != c.want {
			t.Errorf("%s %s is called %s, want %s", c.fw, c.id, got, c.want)
		}
	}
}
