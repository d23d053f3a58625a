package entra

import (
	"net/http"
	"strings"
	"testing"

	"demarc/providers/azure/azurefake"
	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

// Without the licence, or the permission, for the activity the users are
// listed without it.
func TestUsersWithoutActivity(t *testing.T) {
	for code, want := range map[string]inventory.Reason{
		"Authentication_RequestFromNonPremiumTenantOrB2CTenant": inventory.Unlicensed, "Authorization_RequestDenied": inventory.Denied,
	} {
		d := &azurefake.Double{}
		if err := d.Load([]byte(`{"get":{"/v1.0/users":{"value":[{"id":"u1","userType":"Member","accountEnabled":true}]}}}`)); err != nil {
			t.Fatal(err)
		}
		d.Fault(func(_ string, r *http.Request) (*http.Response, error) {
			if strings.Contains(r.URL.RawQuery, "signInActivity") {
				return azurefake.Error(r, 403, code), nil
			}
			return nil, nil
		})
		var gaps inventory.Gaps
		n := 0
		for u := range Users.All(azuretest.Over(t, d, Users), &gaps) {
			n++
			if g, hidden := u.LastSignIn.Gap(); !hidden || g.Reason != want || g.Action != "AuditLog.Read.All" {
				t.Errorf("%s: %v", code, g)
			}
			if u.Enabled != inventory.Of(true) {
				t.Errorf("%+v", u)
			}
		}
		if n != 1 || len(gaps) != 0 {
			t.Errorf("%s: %d users, %v", code, n, gaps)
		}
	}
}

// Where the licence is known to be missing the activity is not asked for.
func TestUsersWithoutLicence(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{`+noLicence+`,"/v1.0/users":{"value":[{"id":"u1","signInActivity":{"lastSignInDateTime":"2026-01-01T00:00:00Z"}}]}}}`, Users)
	for u := range Users.All(inv, &inventory.Gaps{}) {
		if g, hidden := u.LastSignIn.Gap(); !hidden || g.Reason != inventory.Unlicensed {
			t.Errorf("%+v", u.LastSignIn)
		}
	}
}
