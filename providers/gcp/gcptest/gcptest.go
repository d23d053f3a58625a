// Package gcptest runs collectors against the double of Google Cloud in tests.
package gcptest

import (
	"testing"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/gcp/gcpfake"
	"demarc/providers/inventory"
)

// The organization and the project that Collect reads.
const (
	Parent    = "organizations/100000000001"
	Number    = "200000000001"
	ProjectID = "test-project"
)

// Collect reads what needs name from one project and its organization. text is
// the double's data, as gcpfake.Data.
func Collect(t *testing.T, text string, needs ...inventory.Source) *inventory.Inventory {
	t.Helper()
	d := &gcpfake.Double{}
	if err := d.Load([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return Over(t, d, needs...)
}

// Over is Collect for a double of the caller's.
func Over(t *testing.T, d *gcpfake.Double, needs ...inventory.Source) *inventory.Inventory {
	t.Helper()
	root := gcp.NewRoot(Parent, "test", d, gcp.Settings{MaxAttempts: 2, RetryDelay: time.Microsecond})
	top := inventory.Scope{Level: inventory.AtOrganization, Provider: "gcp", Account: Parent, Session: &gcp.Session{Root: root}}.Root()
	target := inventory.Target{Provider: "gcp", Account: Number, Scopes: []inventory.Scope{
		*top,
		{Level: inventory.AtAccount, Provider: "gcp", Account: Number, Up: top, Session: &gcp.Session{Root: root, Number: Number, ProjectID: ProjectID}},
	}}
	return inventory.Collect(t.Context(), target, needs, inventory.Options{
		Now: time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC), Classify: gcp.Classify,
		Log: func(source string, s inventory.Scope, err error) { t.Logf("%s in %s: %v", source, s, err) },
	})
}
