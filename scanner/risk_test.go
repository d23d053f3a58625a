package scanner

import (
	"slices"
	"testing"

	"demarc/checks"
)

// The formula: what each severity weighs, what each circumstance adds to it, and
// that all of them make 100.
func TestRank(t *testing.T) {
	f := func(check, resource string, s checks.Severity, v checks.Verdict, tags map[string]string) *Finding {
		return &Finding{Check: check, Status: v, Severity: s, Resource: Resource{FullID: resource, Tags: tags}}
	}
	secret := map[string]string{"data-classification": "Confidential"}
	all := []*Finding{
		f("aws-s3-bucket-public-read", "b", checks.Critical, checks.Fail, secret),
		f("aws-s3-bucket-versioning", "b", checks.Medium, checks.Fail, secret),
		f("aws-s3-bucket-versioning", "c", checks.Medium, checks.Fail, map[string]string{"team": "web"}),
		f("aws-iam-role-no-administrator", "r", checks.High, checks.Fail, nil),
		f("aws-s3-bucket-public-read", "d", checks.Critical, checks.Pass, nil),
		f("aws-s3-bucket-versioning", "d", checks.Low, checks.Fail, nil),
		f("aws-s3-bucket-logging", "e", checks.Info, checks.Unknown, secret),
	}
	rank(all)
	for i, want := range []struct {
		score   int
		because []string
	}{
		{90, []string{"exposed", "sensitive data: tag data-classification"}}, {36, []string{"exposed", "sensitive data: tag data-classification"}},
		{20, nil}, {42, []string{"privileges behind it"}}, {0, nil}, {8, nil}, {0, nil},
	} {
		if got := all[i].Risk; got.Score != want.score || !slices.Equal(got.Because, want.because) {
			t.Errorf("%d: %+v, want %+v", i, got, want)
		}
	}
	if most := base[checks.Critical] * (1 + forExposure + forSensitivity + forPrivileges); most != 100 {
		t.Errorf("the most there is is %v", most)
	}
}
